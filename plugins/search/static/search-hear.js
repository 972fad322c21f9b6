{
  /** Says the beginning of a page aloud (its title and first sentence) from the page's own sound; one at a time. */
  class Hear {
    constructor() {
      this.audio = new Audio();
      this.audio.addEventListener("timeupdate", () => this.audio.currentTime * 1000 >= this.to && this.audio.pause());
      for (const type of ["pause", "error"]) this.audio.addEventListener(type, () => this.ended());
      document.addEventListener("ly-speech", () => this.player?.paused === false && this.stop());
    }

    /** The sound of the page we are on, undefined where it has none. */
    get player() {
      return document.querySelector("ly-player")?.audio;
    }

    /** A press on a button: say its page, or stop what it says. `heard` is [address of the sound, from ms, to ms]. */
    press(button, [sound, from, to]) {
      const again = button === this.button && !this.audio.paused;
      this.stop();
      if (again) return;
      this.player?.pause();
      Object.assign(this, { button, to });
      this.audio.src = `${Lyttevei.root}${sound}`;
      this.audio.defaultPlaybackRate = this.audio.playbackRate = Number(Lyttevei.recall("speed")) || 1;
      this.audio.currentTime = from / 1000;
      this.show(true);
      this.audio.play().catch(() => this.ended());
    }

    stop() {
      this.audio.pause();
      this.show(false);
    }

    /** It may be an earlier sound that has ended, told late. */
    ended() {
      if (this.audio.paused || this.audio.error) this.show(false);
    }

    show(playing) {
      this.button?.setAttribute("aria-pressed", String(playing));
    }
  }

  Lyttevei.Hear = Hear;
}
