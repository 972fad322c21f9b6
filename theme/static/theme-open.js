{
  /** The button "Innstillinger": its dialog, with script and style, comes when it is first pressed. */
  class Settings extends HTMLElement {
    connectedCallback() {
      this.button = this.querySelector("button");
      this.button.addEventListener("click", () => this.open());
      if (Lyttevei.apart) document.addEventListener("click", carry);
      if (Lyttevei.settings.ruler || Lyttevei.settings.focus) this.fetch().then(() => Lyttevei.readingAids());
    }

    /** A promise of all that the dialog is made of. */
    fetch() {
      const { style, scripts, key } = this.dataset;
      this.ready ??= Promise.all([Lyttevei.need(key), Lyttevei.loadScripts(scripts), Lyttevei.loadStyle(style)]).catch((error) => {
        this.ready = undefined;
        throw error;
      });
      return this.ready;
    }

    async open() {
      const found = await this.fetch().catch(() => undefined);
      this.querySelector("[role=status]").textContent = found ? "" : this.dataset.missing;
      if (found) Lyttevei.openSettings(found[0]);
    }
  }

  /** A link that is followed takes along what this tab remembers. */
  const carry = ({ target }) => {
    const link = target.closest("a[href]");
    if (link) link.href = Lyttevei.carried(link.href);
  };

  /** A promise of a style sheet in the page. */
  Lyttevei.loadStyle = (href) => new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve, onerror: reject });
    document.head.append(link);
  });

  customElements.define("ly-settings", Settings);
}
