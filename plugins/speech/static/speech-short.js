{
  /** Says short texts that are not in the page's sound, one at a time; each by its data script, whole or a part of it. */
  class Short {
    constructor() {
      this.audio = new Audio();
      this.audio.addEventListener("timeupdate", () => this.update());
      for (const type of ["play", "pause", "ended", "error"]) this.audio.addEventListener(type, () => this.changed());
      document.addEventListener("ly-speech", () => this.page?.audio.paused === false && this.pause());
    }

    /** The Reading of the page we are on, undefined where it has no sound. */
    get page() {
      return document.querySelector("ly-player")?.reading;
    }

    /** Whether it is what `element` wishes that is heard. */
    plays(element) {
      return element === this.element && !this.audio.paused;
    }

    pause() {
      this.audio.pause();
    }

    /** Play what a <ly-listen> wishes. Rejects when it cannot be had. */
    async play(element) {
      this.pause();
      this.page?.pause();
      this.element = element;
      const { key, from, to } = element.wish;
      const times = Lyttevei.times.decode(await Lyttevei.need(key));
      if (element !== this.element) return;
      const { first, last } = (from && Lyttevei.times.part(times, from, to)) || { first: 0, last: times.sentences.length - 1 };
      Object.assign(this, { times, end: times.sentences[last].to });
      this.audio.src = `${Lyttevei.root}${times.sound}`;
      this.audio.defaultPlaybackRate = this.audio.playbackRate = Number(Lyttevei.recall("speed")) || 1;
      this.audio.currentTime = times.sentences[first].from / 1000;
      await this.audio.play().catch((error) => {
        if (error.name !== "AbortError") throw error; // AbortError: another press came first
      });
    }

    changed() {
      if (this.audio.paused) this.mark?.clear();
      else this.frame();
      document.dispatchEvent(new CustomEvent("ly-speech"));
    }

    frame() {
      if (this.audio.paused) return;
      this.update();
      requestAnimationFrame(() => this.frame());
    }

    /** Stop where the part ends; mark the word being said in the element that shows the text. */
    update() {
      const ms = this.audio.currentTime * 1000;
      if (ms >= this.end) this.pause();
      const { shown } = this.element.wish;
      if (this.audio.paused || !shown) return;
      this.mark ??= this.page?.view.mark ?? new Lyttevei.Mark();
      const sentence = this.times.sentences[Lyttevei.times.sentenceAt(this.times, ms)];
      if (this.sentence !== sentence) Object.assign(this, { sentence, here: { ...sentence, block: shown } });
      this.mark.show(this.here, Lyttevei.times.wordAt(sentence, ms));
    }
  }

  Lyttevei.Short = Short;
}
