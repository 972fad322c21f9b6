{
  /** Says short texts that are not in the page's sound, one at a time; each by its data script, whole or a part of it. */
  class Short {
    constructor() {
      this.audio = new Audio();
      this.audio.addEventListener("timeupdate", () => this.update());
      for (const type of ["play", "pause", "ended"]) this.audio.addEventListener(type, () => this.changed());
      this.audio.addEventListener("error", () => { // a sound that fails is not paused by itself
        this.pause();
        this.player?.say("missing");
      });
      document.addEventListener("ly-sounds", ({ detail }) => detail !== this.audio && this.pause());
    }

    /** The page's player, undefined where the page has no sound. */
    get player() {
      return document.querySelector("ly-player") ?? undefined;
    }

    /** Whether it is what `element` wishes that is heard, or is being fetched. */
    plays(element) {
      return element === this.loading || (element === this.element && !this.audio.paused);
    }

    pause() {
      this.loading = undefined;
      this.audio.pause();
    }

    /** Play what a <ly-listen> wishes. Rejects when it cannot be had. */
    async play(element) {
      this.pause();
      this.begin();
      this.loading = element;
      const { key, from, to } = element.wish;
      const [data] = await Promise.all([Lyttevei.need(key), Lyttevei.use("marking")]).finally(() => { // another press may have come first
        element = element === this.loading ? element : undefined;
        if (element) this.loading = undefined;
      });
      if (!element) return;
      const times = Lyttevei.times.decode(data);
      const { part } = Lyttevei.times;
      const { first, last } = part(times, from, to) ?? part(times, from, from) ?? { first: 0, last: times.sentences.length - 1 };
      Object.assign(this, { element, times, start: times.sentences[first].from, end: times.sentences[last].to });
      this.audio.src = `${Lyttevei.root}${times.sound}`;
      this.setSpeed(Number(Lyttevei.recall("speed")) || 1);
      this.seek(this.start);
      await this.resume();
    }

    /** Whatever else sounds on the page makes way. */
    begin() {
      document.dispatchEvent(new CustomEvent("ly-sounds", { detail: this.audio }));
    }

    /** Play on, from the start where all has been said. */
    resume() {
      this.begin();
      if (this.ms >= this.end) this.seek(this.start);
      return this.audio.play().catch((error) => {
        if (error.name !== "AbortError") throw error; // AbortError: another press came first
      });
    }

    get ms() {
      return this.audio.currentTime * 1000;
    }

    seek(ms) {
      this.audio.currentTime = ms / 1000;
    }

    setSpeed(rate) {
      this.audio.defaultPlaybackRate = this.audio.playbackRate = rate; // the default, since loading brings that back
    }

    /** What the system's media keys steer: this text alone, though its sound may be a whole page's. */
    get session() {
      const short = this;
      return this.steered ??= {
        play: () => short.resume(), pause: () => short.pause(), back: () => short.seek(short.start),
        seek: (ms) => short.seek(Math.min(short.start + ms, short.end)),
        audio: {
          get paused() { return short.audio.paused; },
          get playbackRate() { return short.audio.playbackRate; },
          get duration() { return (short.end - short.start) / 1000; },
          get currentTime() { return Math.max(0, short.ms - short.start) / 1000; },
        },
      };
    }

    changed() {
      if (this.audio.paused) this.mark?.clear();
      else {
        this.frame();
        this.announce();
      }
      Lyttevei.media?.tellPlace(this.session);
      document.dispatchEvent(new CustomEvent("ly-speech"));
    }

    /** The system's keys are for what is heard; they come with the first sound. */
    async announce() {
      if (!(await Lyttevei.use("playing").then(() => true, () => false)) || this.audio.paused) return;
      Lyttevei.media.announce(this.session, document.querySelector("h1").textContent, this.player?.dataset.site ?? "");
    }

    frame() {
      if (this.audio.paused) return;
      this.update();
      requestAnimationFrame(() => this.frame());
    }

    /** Stop where the part ends; mark the word being said in the element that shows the text. */
    update() {
      if (this.ms >= this.end) this.pause();
      const { shown } = this.element.wish;
      if (this.audio.paused || !shown) return;
      this.mark ??= this.player?.mark ?? new Lyttevei.Mark();
      const sentence = this.times.sentences[Lyttevei.times.sentenceAt(this.times, this.ms)];
      if (this.sentence !== sentence) Object.assign(this, { sentence, here: { ...sentence, block: shown } });
      this.mark.show(this.here, Lyttevei.times.wordAt(sentence, this.ms));
    }
  }

  Lyttevei.Short = Short;
}
