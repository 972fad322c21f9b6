{
  /** Says the beginning of a page aloud (its title and first sentence) from the page's own sound; one at a time. */
  class Hear {
    constructor() {
      this.audio = new Audio();
      this.audio.addEventListener("timeupdate", () => this.audio.currentTime * 1000 >= this.to && this.audio.pause());
      this.audio.addEventListener("pause", () => this.show(false));
      this.audio.addEventListener("error", () => this.show(false));
    }

    /** A press on a button: say its page, or stop what it says. `heard` is [address of the sound, from ms, to ms]. */
    press(button, [sound, from, to]) {
      const again = button === this.button && !this.audio.paused;
      this.stop();
      if (again) return;
      document.querySelector("ly-player")?.reading?.pause();
      Object.assign(this, { button, to });
      this.audio.src = `${Lyttevei.root}${sound}`;
      this.audio.defaultPlaybackRate = this.audio.playbackRate = Number(Lyttevei.recall("speed")) || 1;
      this.audio.currentTime = from / 1000;
      this.show(true);
      this.audio.play().catch(() => this.show(false));
    }

    stop() {
      this.audio.pause();
      this.show(false);
    }

    show(playing) {
      this.button?.setAttribute("aria-pressed", String(playing));
    }
  }

  Lyttevei.Hear = Hear;
}
