{
  const SCROLL_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  const isCalm = () => reduced.matches || Lyttevei.settings?.calm === "on";

  /** Keeps what is being said in view, until the reader scrolls. */
  class Follow {
    /** `mark` tells where; what lies beneath the element `bar` is not in view; `changed()` is called when the reader takes over. */
    constructor(mark, bar, changed) {
      Object.assign(this, { mark, bar, changed, on: true, ownUntil: 0 });
      const onPage = ({ target }) => !target.closest?.("ly-player, input, select, textarea");
      for (const type of ["wheel", "touchmove"]) addEventListener(type, (event) => onPage(event) && this.stop(), { passive: true });
      addEventListener("keydown", (event) => SCROLL_KEYS.has(event.key) && onPage(event) && this.stop());
      addEventListener("scroll", () => this.scrolled(), { passive: true });
      addEventListener("scrollend", () => { this.ownUntil = 0; });
    }

    /** Whether what is marked lies within the window, above the player. */
    get inView() {
      const rect = this.mark.place?.getBoundingClientRect();
      return !rect || (rect.top >= 0 && rect.bottom <= innerHeight - this.bar.offsetHeight);
    }

    /** The reader has taken over. */
    stop() {
      this.on = false;
      this.changed();
    }

    /** Follow again, from where the mark is now. */
    start() {
      this.on = true;
      this.keep();
      this.changed();
    }

    /** A scroll that is not ours, and leaves the mark behind, is the reader's (a scroll bar says no more than that). */
    scrolled() {
      if (performance.now() > this.ownUntil && !this.inView) this.on = false;
      this.changed();
    }

    /** Scroll to the mark if it has left the view. */
    keep() {
      if (!this.on || this.inView || performance.now() < this.ownUntil) return;
      const { top } = this.mark.place.getBoundingClientRect();
      this.ownUntil = performance.now() + 1000;
      scrollTo({ top: scrollY + top - innerHeight * 0.25, behavior: isCalm() ? "auto" : "smooth" });
    }
  }

  Lyttevei.Follow = Follow;
}
