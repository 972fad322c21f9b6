{
  const KEYS = { k: "toggle", j: "back", l: "on", c: "toggleCaptions", f: "full" };
  /** J and L move by so much, the arrow keys on the line of time by half of it, ms. */
  const STEP = 10000;

  const clock = (ms) => `${Math.floor(ms / 60000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;

  /** A film with our controls; `box` is its <ly-video>. */
  class Film {
    constructor(box) {
      const { video } = box;
      Object.assign(this, { box, video, bar: box.querySelector(".film-bar"), lines: [...box.parentElement.querySelectorAll("a[data-at]")] });
      this.seekBar = box.querySelector("[data-do=seek]");
      this.captions = new Lyttevei.FilmCaptions(video, box.tracks);
      const focused = document.activeElement === video;
      video.controls = false;
      video.tabIndex = -1;
      this.bar.hidden = false;
      if (focused) box.querySelector("[data-do=toggle]").focus();
      for (const track of box.querySelectorAll("track")) track.remove(); // ours are shown from here on, and no text twice
      this.hear();
      this.restore();
      this.changed();
      this.tick();
    }

    hear() {
      const { video, box } = this;
      const on = (types, act) => types.split(" ").forEach((type) => video.addEventListener(type, act));
      on("play pause ended", () => this.changed());
      on("timeupdate seeked loadedmetadata durationchange", () => this.tick());
      on("playing loadeddata", () => this.say(""));
      on("click", () => this.toggle());
      video.addEventListener("error", () => this.failed(), true); // a source that fails tells only itself
      this.bar.addEventListener("click", ({ target }) => this.press(target.closest("button")?.dataset.do));
      this.bar.addEventListener("change", ({ target }) => target.dataset.set && this.choose(target.dataset.set, target.value));
      this.seekBar.addEventListener("input", () => this.seek(Number(this.seekBar.value)));
      box.addEventListener("keydown", (event) => this.key(event));
      document.addEventListener("ly-erased", () => this.restore());
    }

    /** What this tab chose before; captions are on unless somebody has put them off. */
    restore() {
      for (const select of this.bar.querySelectorAll("[data-set]")) {
        const kept = Lyttevei.recall(select.dataset.set);
        for (const option of select.options) option.selected = kept ? option.value === kept : option.defaultSelected;
        this.use(select.dataset.set, select.value, select);
      }
      this.setCaptions(Lyttevei.recall("captions") !== "off");
    }

    choose(name, value) {
      Lyttevei.remember(name, value);
      this.use(name, value, this.bar.querySelector(`[data-set=${name}]`));
    }

    /** Do as a choice says. */
    use(name, value, select) {
      if (name === "film-speed") this.video.defaultPlaybackRate = this.video.playbackRate = Number(value);
      if (name === "captions-lang") this.captions.lang = value;
      if (name === "captions-size") this.box.dataset.size = value;
      if (name === "captions-place") this.captions.top = value === "oppe";
      if (name === "film-version") this.change(select.selectedOptions[0].dataset.sources.split(" "));
      if (name.startsWith("captions-")) this.showCaptions();
    }

    press(what) {
      if (["toggle", "toggleCaptions", "full"].includes(what)) this[what]();
    }

    toggle() {
      return this.video.paused ? this.play() : this.video.pause();
    }

    async play() {
      try {
        await this.video.play();
      } catch {
        // a pause came first, or the film's "error" event has told
      }
    }

    /** A line of the transcript was chosen. */
    playFrom(ms) {
      this.seek(ms);
      this.box.scrollIntoView({ block: "nearest" });
      return this.play();
    }

    /** Go to a place in ms; before anything of the film has come, it is gone to when it has. */
    seek(ms) {
      const { video } = this;
      video.currentTime = Math.max(0, Math.min(ms, this.length || ms)) / 1000;
      if (video.readyState === 0 && video.preload === "none") video.preload = "metadata";
      this.tick();
    }

    back() {
      this.seek(this.ms - STEP);
    }

    on() {
      this.seek(this.ms + STEP);
    }

    get ms() {
      return Math.round(this.video.currentTime * 1000);
    }

    get length() {
      return Number.isFinite(this.video.duration) ? Math.round(this.video.duration * 1000) : Number(this.seekBar.max);
    }

    /** Another version of the film, from the same place: with sign language, or with what is seen told. */
    change(sources) {
      const { video, ms } = this;
      const playing = !video.paused;
      const now = [...video.querySelectorAll("source")];
      if (now.map((each) => each.getAttribute("src")).join(" ") === sources.join(" ")) return;
      now.forEach((each) => each.remove());
      video.prepend(...sources.map((src) => Object.assign(document.createElement("source"), { src })));
      video.load();
      if (ms) this.seek(ms);
      if (playing) this.play();
    }

    /** Put captions on or off, for every film of this tab. */
    toggleCaptions() {
      Lyttevei.remember("captions", this.captions.on ? "off" : "on");
      return this.setCaptions(!this.captions.on);
    }

    setCaptions(on) {
      this.captions.on = on && this.captions.tracks.length > 0;
      this.bar.querySelector("[data-do=toggleCaptions]")?.setAttribute("aria-pressed", String(this.captions.on));
      return this.showCaptions();
    }

    async showCaptions() {
      if (!(await this.captions.show())) this.say(this.box.dataset.lost);
    }

    full() {
      const { box, video } = this;
      if (document.fullscreenElement) return document.exitFullscreen();
      return box.requestFullscreen ? box.requestFullscreen().catch(() => {}) : video.webkitEnterFullscreen?.();
    }

    /** Keys work while something of the film has the focus; then they are not the page's sound player's. */
    key(event) {
      const { target, key, ctrlKey, altKey, metaKey } = event;
      if (ctrlKey || altKey || metaKey || target.localName === "select") return;
      const arrow = target === this.seekBar && { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[key];
      const command = KEYS[key.toLowerCase()];
      if (!arrow && !command) return void (key === " " && event.stopPropagation()); // a button's own key
      event.preventDefault();
      event.stopPropagation();
      if (arrow) this.seek(this.ms + (arrow * STEP) / 2);
      else this[command]();
    }

    changed() {
      for (const face of this.bar.querySelectorAll("[data-when]")) face.hidden = (face.dataset.when === "playing") === this.video.paused;
      this.box.classList.toggle("film-playing", !this.video.paused);
    }

    /** Show where the film is, on the line of time and in the transcript. */
    tick() {
      const { ms, length, seekBar } = this;
      if (length && Number(seekBar.max) !== length) seekBar.max = length;
      seekBar.value = ms;
      seekBar.style.setProperty("--done", `${length ? (100 * ms) / length : 0}%`);
      this.bar.querySelector("[data-show=now]").textContent = clock(ms);
      this.bar.querySelector("[data-show=all]").textContent = clock(length);
      seekBar.setAttribute("aria-valuetext", `${clock(ms)} ${this.box.dataset.of} ${clock(length)}`);
      const said = ms || !this.video.paused ? this.lines.findLast((line) => Number(line.dataset.at) <= ms) : undefined;
      for (const line of this.lines) if (line === said) line.setAttribute("aria-current", "true"); else line.removeAttribute("aria-current");
    }

    failed() {
      if (this.video.error || this.video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) this.say(this.box.dataset.missing);
    }

    say(text) {
      this.bar.querySelector("[role=status]").textContent = text;
    }
  }

  Lyttevei.Film = Film;
}
