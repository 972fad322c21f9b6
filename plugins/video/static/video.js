{
  /** A transcript that is opened gets a button on each line, by which the line is heard. */
  const giveListen = async ({ target }) => {
    if (!target.open || !target.matches(".film-text")) return;
    await Lyttevei.loadScripts(target.dataset.scripts).then(() => Lyttevei.giveListen(target), () => {});
  };

  document.addEventListener("toggle", giveListen, true);

  /** A promise of the reader's first move on the page: nothing is fetched for one who has not touched it. */
  const touched = new Promise((resolve) => {
    for (const type of ["pointermove", "pointerdown", "keydown", "wheel", "scroll"]) addEventListener(type, resolve, { once: true, passive: true });
  });

  /** A film. It has the browser's controls until somebody comes near; then ours are fetched and take over. */
  class Video extends HTMLElement {
    connectedCallback() {
      const video = this.video = this.querySelector("video");
      video.addEventListener("play", () => document.dispatchEvent(new CustomEvent("ly-sounds", { detail: video })));
      document.addEventListener("ly-sounds", ({ detail }) => detail !== video && video.pause()); // one thing sounds at a time
      const elements = [...this.querySelectorAll("track")];
      this.tracks = elements.map(({ srclang, label, dataset }) => ({ lang: srclang, label, key: dataset.key }));
      if (location.protocol === "file:") for (const element of elements) element.remove(); // the browser may not load them there
      const start = () => void this.start().catch(() => {});
      for (const type of ["pointerenter", "focusin", "touchstart"]) this.addEventListener(type, start, { once: true, passive: true });
      const near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && touched.then(start), { rootMargin: "100px" });
      near.observe(this);
      this.parentElement.addEventListener("click", (event) => this.jump(event));
    }

    /** A promise of the film with our controls; where their scripts do not come, the browser's stay, and a later try is made. */
    start() {
      const { style, scripts } = this.dataset;
      this.film ??= Promise.all([Lyttevei.loadStyle(style), Lyttevei.loadScripts(scripts)]).then(() => new Lyttevei.Film(this), (error) => {
        this.film = undefined;
        throw error;
      });
      return this.film;
    }

    /** A line of the transcript was chosen: the film plays from there. Without scripts the link leads to that place, too. */
    async jump(event) {
      const { at } = event.target.closest("a[data-at]")?.dataset ?? {};
      if (at === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      (await this.start()).playFrom(Number(at));
    }
  }

  customElements.define("ly-video", Video);
}
