{
  /** A sentence this far on in ms is begun again by "back"; before that, the one before it is. */
  const AGAIN = 1500;
  const WHOLE = Object.freeze({ from: "", to: "" });

  /**
   * The reading of a page: its sound, and where in the text it is.
   *
   * `view` is told of everything: draw(sentence, word) as the sound goes on, ended() when all is said,
   * moved() when the listener has chosen a place, changed() on play and pause, say(what) when something is to be told.
   */
  class Reading {
    constructor(audio, key, view) {
      Object.assign(this, { key, view, part: WHOLE, over: true, pictures: true });
      this.hear(audio);
      const look = () => { this.index = undefined; };
      document.addEventListener("toggle", look, true); // a fold was opened or closed
      document.addEventListener("ly-depth", look);
      document.addEventListener("ly-order", () => this.times && Lyttevei.times.arrange(this.times));
    }

    /** Take `audio` as the sound from now on; `timeupdate` counts too, since frames stop in a hidden tab. */
    hear(audio) {
      this.hearing?.abort();
      this.hearing = new AbortController();
      const acts = { play: () => this.started(), pause: () => this.view.changed(), timeupdate: () => this.update(), ended: () => this.atEnd() };
      for (const [type, act] of Object.entries(acts)) audio.addEventListener(type, act, this.hearing);
      this.audio = audio;
    }

    /** Whether a sentence is to be heard: it can be seen, and is no picture where those are left out. */
    wanted(sentence) {
      return Lyttevei.isShown(sentence) && (this.pictures || !Lyttevei.isPicture(sentence));
    }

    /** A promise of the word times, fetched once with what marks them; of undefined when they cannot be had: the sound plays without them. */
    prepare() {
      const done = ([data]) => (this.times = Lyttevei.times.decode(data));
      this.ready ??= Promise.all([Lyttevei.need(this.key), Lyttevei.use("marking")]).then(done, () => { this.ready = undefined; });
      return this.ready;
    }

    /** Word times for what cannot be done without them; tells the listener when there are none. */
    async timesOrTell() {
      const times = await this.prepare();
      if (!times) this.view.say("noMarks");
      return times;
    }

    /** Where the sound is, in ms. */
    get ms() {
      return Math.round(this.audio.currentTime * 1000);
    }

    /** Whether this part ("" to "": the page) is what is playing now. */
    plays({ from, to }) {
      return !this.audio.paused && this.part.from === from && this.part.to === to;
    }

    toggle() {
      return this.audio.paused ? this.play() : this.pause();
    }

    start() {
      return this.audio.paused ? this.play() : undefined;
    }

    pause() {
      this.audio.pause();
    }

    /** Play from where we are. */
    async play() {
      this.timesOrTell();
      this.view.moved();
      if (this.audio.error) this.reload();
      try {
        await this.audio.play();
      } catch (error) {
        // AbortError: a pause or a new place came first. NotSupportedError: the sound's "error" event has told.
        if (error.name === "NotAllowedError") this.view.say("pressAgain");
      }
    }

    /** Try a sound that failed once more, from the same place. */
    reload() {
      const { ms } = this;
      this.audio.load();
      this.audio.currentTime = ms / 1000;
    }

    /** Play the blocks `from` to `to`, then stop; without them the page, from its start or where the listener stopped. */
    async listen({ from, to }) {
      if (!from) {
        if (this.part.from || this.afterPart) this.seek(0);
        return this.play();
      }
      const times = await this.timesOrTell();
      if (!times) return undefined;
      const found = Lyttevei.times.part(times, from, to);
      return found ? this.playFrom(found.first, { from, to, ...found }) : this.view.say("nothing");
    }

    /** Play from the start of a sentence, to the end of `part`. */
    playFrom(index, part = WHOLE) {
      this.seek(this.times.sentences[index].from, part);
      return this.play();
    }

    /** Go to a place in ms, playing or not; only `part` is played on from there. */
    seek(ms, part = WHOLE) {
      Object.assign(this, { part, index: undefined, over: false, afterPart: false });
      this.audio.currentTime = ms / 1000;
      this.update();
    }

    back() { return this.step(-1, () => true); }
    on() { return this.step(1, () => true); }
    headingBack() { return this.step(-1, (each) => Lyttevei.isHeading(each)); }
    headingOn() { return this.step(1, (each) => Lyttevei.isHeading(each)); }

    /** Move to the next (1) or last (-1) sentence shown that `wanted` takes, playing or not. */
    async step(way, wanted) {
      const times = await this.timesOrTell();
      if (!times) return;
      const here = Lyttevei.times.sentenceAt(times, this.ms);
      const stops = (sentence) => !sentence.goesOn && this.wanted(sentence) && wanted(sentence);
      const begun = this.ms - times.sentences[here].from > AGAIN ? 1 : 0;
      const found = way > 0 ? Lyttevei.times.nextOf(times, here, stops) : Lyttevei.times.previousOf(times, here, stops, begun);
      if (found < 0) return;
      const { part } = this;
      this.seek(times.sentences[found].from, found >= part.first && found <= part.last ? part : WHOLE);
      this.view.moved();
    }

    started() {
      const frame = () => {
        if (this.audio.paused) return;
        this.update();
        requestAnimationFrame(frame);
      };
      Object.assign(this, { over: false, afterPart: false, index: undefined });
      requestAnimationFrame(frame);
      this.view.changed();
    }

    /** Show where the sound is; skip what cannot be seen, stop where a part ends. */
    update() {
      const { times, ms } = this;
      this.view.tick(ms);
      if (!times || this.over) return;
      const index = Lyttevei.times.sentenceAt(times, ms);
      const sentence = times.sentences[index];
      if (!this.audio.paused) {
        if (this.isPast(index, ms, sentence)) return this.endPart();
        if (this.index !== undefined && Lyttevei.times.strays(times, this.index, index)) return this.skip(this.index);
        if (index !== this.index && !this.wanted(sentence)) return this.skip(index);
      }
      this.index = index;
      this.view.draw(sentence, Lyttevei.times.wordAt(sentence, ms));
    }

    isPast(index, ms, sentence) {
      return index > this.part.last || (index === this.part.last && ms >= sentence.to);
    }

    endPart() {
      this.pause();
      Object.assign(this, { part: WHOLE, afterPart: true });
    }

    /** Go on at the next sentence that can be seen, or end. */
    skip(index) {
      const next = Lyttevei.times.nextOf(this.times, index, (each) => this.wanted(each));
      if (next < 0) this.finish();
      else if (next > (this.part.last ?? next)) this.endPart();
      else this.seek(this.times.sentences[next].from, this.part);
    }

    /** The sound is at its end: what the page shows after its last sentence follows. */
    atEnd() {
      if (!this.times) return this.finish();
      this.skip(this.times.sentences.length - 1);
      return this.over || this.afterPart ? undefined : this.play();
    }

    /** The page has been read: all is as before the first word. */
    finish() {
      this.pause();
      this.seek(0);
      this.over = true;
      this.view.ended();
    }
  }

  Lyttevei.Reading = Reading;
}
