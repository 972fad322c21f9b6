{
  /** Show the one of an element's two faces that fits: "still" or "playing". */
  const showState = (element, playing) => {
    for (const face of element.querySelectorAll("[data-when]")) face.hidden = (face.dataset.when === "playing") !== playing;
    for (const button of element.querySelectorAll("[aria-pressed]")) button.ariaPressed = playing;
  };

  /** Milliseconds as minutes and seconds, "1:14". */
  const clock = (ms) => `${Math.floor(ms / 60000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;

  /**
   * A button that says something, or stops what it says: the data script `data-key` (without one, this page), whole or its
   * blocks `data-from` to `data-to`. Words are marked in this page, or in the element whose id is `data-shown`.
   */
  class Listen extends HTMLElement {
    constructor() {
      super();
      this.addEventListener("click", () => this.press());
      for (const type of ["pointerenter", "focusin", "touchstart"]) this.addEventListener(type, () => this.prepare(), { passive: true });
      this.show = () => showState(this, this.isPlaying);
    }

    connectedCallback() {
      document.addEventListener("ly-speech", this.show);
    }

    disconnectedCallback() {
      this.stop();
      document.removeEventListener("ly-speech", this.show);
    }

    /** What it says: { key, from, to, shown }; "" for none. */
    get wish() {
      const { key = "", from = "", to = "", shown = "" } = this.dataset;
      return { key, from, to, shown };
    }

    /** The page's Reading where that says it, else undefined. */
    get reading() {
      const reading = document.querySelector("ly-player")?.reading;
      return [undefined, "", reading?.key].includes(this.dataset.key) ? reading : undefined;
    }

    get isPlaying() {
      return Boolean(this.reading ? this.reading.plays(this.wish) : Lyttevei.short?.plays(this));
    }

    /** Fetch what a press needs. */
    prepare() {
      if (this.reading) this.reading.prepare();
      else if (this.dataset.key) Promise.all([Lyttevei.use("short"), Lyttevei.use("marking"), Lyttevei.need(this.dataset.key)]).catch(() => {});
    }

    async press() {
      if (this.isPlaying) this.stop();
      else if (this.reading) this.reading.listen(this.wish);
      else await this.playShort();
    }

    async playShort() {
      this.waits = !this.waits; // a second press before anything has come stops it
      try {
        await Lyttevei.use("short");
        if (!this.waits) return;
        this.waits = false;
        Lyttevei.short ??= new Lyttevei.Short();
        await Lyttevei.short.play(this);
      } catch {
        this.waits = false;
        document.querySelector("ly-player")?.say("missing");
      }
    }

    stop() {
      if (this.isPlaying) (this.reading ?? Lyttevei.short).pause();
    }
  }

  /** A copy of what a <template> holds, its <ly-listen> for the blocks `from` to `to`; `about` is added to the button's name. */
  const copyFor = (template, from, to, about) => {
    const copy = template.content.cloneNode(true);
    for (const listen of copy.querySelectorAll("ly-listen")) {
      Object.assign(listen.dataset, { from, to });
      for (const name of listen.querySelectorAll(".unseen")) name.append(about);
    }
    return copy;
  };

  Object.assign(Lyttevei, { clock, copyFor, showState });
  customElements.define("ly-listen", Listen);
}
