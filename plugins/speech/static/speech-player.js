{
  /** Arrow keys move the sound by so many ms. */
  const ARROWS = { ArrowLeft: -5000, ArrowDown: -5000, ArrowRight: 5000, ArrowUp: 5000 };
  /** Sound that takes longer than this in ms to come is told about. */
  const PATIENCE = 800;
  const COMMANDS = new Set(["toggle", "back", "on"]);
  const EXTRAS = ["voice", "sleep", "next", "go-on"]; // what this tab may remember that speech-more.js does

  /** The bar at the foot of the window; <ly-listen>, keys, taps and the system's media keys all end in its Reading. */
  class Player extends HTMLElement {
    connectedCallback() {
      this.file = this.querySelector("audio");
      this.seekBar = this.querySelector("[data-do=seek]");
      this.status = this.querySelector("[role=status]");
      this.reading = new Lyttevei.Reading(this.file, this.dataset.key, this);
      this.restore();
      this.hearSound();
      this.hearReader();
      new ResizeObserver(() => requestAnimationFrame(() => this.makeRoom())).observe(this);
      if (EXTRAS.some(Lyttevei.recall)) this.loadMore();
    }

    /** What is heard: the page's sound file, or the device's own voice. */
    get audio() { return this.reading.audio; }

    /** Shows the word being said; its script comes with the word times. */
    get mark() { return (this.marker ??= new Lyttevei.Mark()); }

    /** Fetch the word times and the style of the menu. */
    prepare() {
      this.reading.prepare();
      this.dressed ??= Lyttevei.loadStyle(this.dataset.style).catch(() => { this.dressed = undefined; });
    }

    /** Fetch what the menu's rarer choices need. */
    loadMore() {
      this.more ??= Lyttevei.use("more").then(() => new Lyttevei.More(this), () => { this.more = undefined; });
    }

    /** The page keeps room beneath it for the bar, whatever its height. */
    makeRoom() {
      document.documentElement.style.setProperty("--player", `${this.getBoundingClientRect().height}px`);
    }

    /** What this tab chose earlier: speed, taps, keys, and how far this page was heard. */
    restore() {
      for (const choice of this.querySelectorAll("[data-set]")) {
        const kept = Lyttevei.recall(choice.dataset.set);
        if (kept && choice.type === "checkbox") choice.checked = kept === "on";
        else if (kept) choice.value = kept;
        this.use(choice);
      }
      const place = Number(Lyttevei.recall(this.placeName));
      if (place) this.audio.currentTime = place / 1000;
      this.tick(place);
    }

    hearSound() {
      const hear = (types, act) => types.split(" ").forEach((type) => this.file.addEventListener(type, act));
      hear("play waiting", () => { this.late ??= setTimeout(() => this.say("waiting"), PATIENCE); });
      hear("playing pause error", () => this.arrived());
      hear("playing", () => this.reading.times && this.say(""));
      hear("error", () => this.say(this.file.error.code === MediaError.MEDIA_ERR_NETWORK || !navigator.onLine ? "offline" : "missing"));
      hear("play pause seeked ratechange loadedmetadata", () => Lyttevei.media?.tellPlace(this.reading));
    }

    hearReader() {
      const { reading } = this;
      const menu = this.querySelector("[popover]");
      this.addEventListener("click", ({ target }) => this.press(target.closest("button")?.dataset.do));
      this.addEventListener("change", ({ target }) => target.dataset.set && this.choose(target));
      for (const type of ["pointerenter", "focusin", "touchstart"]) this.addEventListener(type, () => this.prepare(), { passive: true });
      this.seekBar.addEventListener("input", () => reading.seek(Number(this.seekBar.value)));
      this.seekBar.addEventListener("keydown", (event) => this.arrow(event));
      menu.addEventListener("beforetoggle", () => this.loadMore());
      menu.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !menu.contains(relatedTarget) && menu.hidePopover());
      document.addEventListener("keydown", (event) => this.key(event));
      document.addEventListener("pointerdown", () => { this.hadSelection = !getSelection().isCollapsed; });
      document.addEventListener("click", (event) => this.tap(event));
      document.addEventListener("ly-sounds", ({ detail }) => detail !== this.audio && reading.pause());
      addEventListener("pagehide", () => void (reading.pause(), this.keepPlace()));
    }

    press(what) {
      if (COMMANDS.has(what)) this.reading[what]();
      if (what === "follow") this.moved();
    }

    /** The listener chose something in the bar or its menu: use it, and remember it. */
    choose(choice) {
      this.use(choice);
      Lyttevei.remember(choice.dataset.set, choice.type === "checkbox" ? (choice.checked ? "on" : "off") : choice.value);
    }

    /** Do as a choice says. */
    use({ dataset, value, checked }) {
      if (dataset.set === "speed") this.setSpeed(Number(value));
      else (dataset.set === "pictures" ? this.reading : this)[dataset.set] = checked;
    }

    setSpeed(rate) {
      this.audio.preservesPitch = true;
      Lyttevei.short?.setSpeed(rate);
      this.audio.defaultPlaybackRate = this.audio.playbackRate = rate; // the default, since loading brings that back
    }

    arrow(event) {
      const step = ARROWS[event.key];
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      this.reading.seek(Math.max(0, Math.min(Number(this.seekBar.max), this.reading.ms + step)));
    }

    key(event) {
      const command = this.keys || this.contains(event.target) ? Lyttevei.keyCommand(event) : "";
      if (!command) return;
      event.preventDefault();
      this.reading[command]();
    }

    async tap(event) {
      if (!this.taps || this.hadSelection || !Lyttevei.isTap(event)) return;
      const times = await this.reading.timesOrTell();
      const index = times ? Lyttevei.tapped(times, event) : -1;
      if (index >= 0) this.reading.playFrom(index);
    }

    /** Reading tells: this is being said. */
    draw(sentence, word) {
      if (!this.mark.show(sentence, word)) return;
      this.follow?.keep();
      if (this.mark.place) document.dispatchEvent(new CustomEvent("ly-word", { detail: this.mark.place.getBoundingClientRect() }));
    }

    /** Reading tells: the listener chose a place, so the page goes there. */
    moved() { this.follow?.start(); }

    /** Follow what is said and tell the system what plays, by scripts that come with the first sound. */
    async announce() {
      if (!(await Promise.all(["playing", "marking"].map(Lyttevei.use)).then(() => true, () => false))) return;
      this.follow ??= new Lyttevei.Follow(this.mark, this, () => this.showFollow());
      Lyttevei.media.announce(this.reading, document.querySelector("h1").textContent, this.dataset.site);
    }

    /** Reading tells: it plays, or has stopped. */
    changed() {
      const playing = !this.audio.paused;
      Lyttevei.showState(this, playing);
      if (playing) {
        document.dispatchEvent(new CustomEvent("ly-sounds", { detail: this.audio }));
        this.announce();
      } else this.keepPlace();
      this.showFollow();
      document.dispatchEvent(new CustomEvent("ly-speech"));
    }

    /** Reading tells where the sound is: the clock is set once a second. */
    tick(ms) {
      const second = Math.floor(ms / 1000);
      if (second === this.second) return;
      this.second = second;
      this.seekBar.value = ms;
      this.seekBar.style.setProperty("--done", `${(100 * ms) / Number(this.seekBar.max)}%`);
      this.querySelector("[data-show=now]").textContent = Lyttevei.clock(ms);
      this.seekBar.setAttribute("aria-valuetext", this.querySelector(".time").textContent);
    }

    /** Reading tells: all is said. */
    ended() {
      this.marker?.clear();
      this.say("ended");
      this.dispatchEvent(new Event("ly-ended"));
    }

    /** Show one of the messages in the bar, politely; "" for none. */
    say(what) { this.status.textContent = this.dataset[what] ?? ""; }

    /** Sound has come, or will not: nobody waits for it any more. */
    arrived() {
      clearTimeout(this.late);
      this.late = undefined;
      if (this.status.textContent === this.dataset.waiting) this.say("");
    }

    showFollow() {
      this.querySelector("[data-do=follow]").hidden = this.audio.paused || (this.follow?.on ?? true) || this.follow.inView;
    }

    get placeName() { return `place-${this.dataset.key}`; }

    /** Remember how far the page was heard; a part of it is heard on its own. */
    keepPlace() {
      const { part, afterPart, ms } = this.reading;
      if (!part.from && !afterPart && (ms > 0 || Lyttevei.recall(this.placeName))) Lyttevei.remember(this.placeName, ms);
    }
  }

  customElements.define("ly-player", Player);
}
