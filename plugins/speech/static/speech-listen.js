{
  /** Show the one of an element's two faces that fits: "still" or "playing". */
  const showState = (element, playing) => {
    for (const face of element.querySelectorAll("[data-when]")) face.hidden = (face.dataset.when === "playing") !== playing;
  };

  /** A button that plays the page, or its blocks from `data-from` to `data-to`, and stops what it started. */
  class Listen extends HTMLElement {
    connectedCallback() {
      const { from = "", to = "" } = this.dataset;
      this.wish = { from, to };
      this.addEventListener("click", () => this.press());
      for (const type of ["pointerenter", "focusin", "touchstart"]) this.addEventListener(type, () => this.reading?.prepare(), { passive: true });
      document.addEventListener("ly-speech", () => showState(this, Boolean(this.reading?.plays(this.wish))));
    }

    /** The page's Reading, in its player. */
    get reading() {
      return document.querySelector("ly-player")?.reading;
    }

    press() {
      if (this.reading?.plays(this.wish)) this.reading.pause();
      else this.reading?.listen(this.wish);
    }
  }

  Lyttevei.showState = showState;
  customElements.define("ly-listen", Listen);
}
