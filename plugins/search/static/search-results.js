{
  /** So many results are shown at first, and so many more each time somebody asks. */
  const STEP = 50;

  /** The page of results: shows what its address asks for ("#q=", "?q=") above its list of all pages. */
  class Results extends HTMLElement {
    connectedCallback() {
      this.box = document.querySelector("ly-search");
      this.list = this.querySelector("ol");
      this.template = this.querySelector("template");
      this.button = this.querySelector(".search-more");
      this.button.addEventListener("click", () => this.more().querySelector("a").focus());
      addEventListener("hashchange", () => this.search());
      customElements.whenDefined("ly-search").then(() => this.search());
    }

    async search() {
      const typed = Lyttevei.asked("q").trim();
      this.hidden = !typed;
      if (!typed) return;
      this.box.field.value = typed;
      try {
        const finder = await this.box.ready();
        await finder.prepare(() => {});
        this.show(finder.find(typed), typed);
      } catch {
        this.tell(this.box.dataset.missing);
      }
    }

    show({ sure, hits }, typed) {
      this.rest = hits.map((hit) => () => Lyttevei.showHit(this.template, hit, typed, this.box.kindName(hit.page.kind)));
      this.list.replaceChildren();
      this.more();
      this.querySelector(".search-ask")?.toggleAttribute("hidden", sure && hits.length > 0);
      this.tell(this.told(sure, hits.length).replace("%d", hits.length).replace("%s", () => typed));
    }

    /** Show the next results; gives the first of them, where the focus goes on. */
    more() {
      const rows = this.rest.splice(0, STEP).map((make) => make());
      this.list.append(...rows);
      this.button.hidden = !this.rest.length;
      return rows[0];
    }

    /** The sentence that says how it went. */
    told(sure, count) {
      const { one, many, guess, none } = this.dataset;
      if (count && !sure) return guess;
      return { 0: none, 1: one }[count] ?? many;
    }

    tell(text) {
      this.querySelector("[role=status]").textContent = text;
    }
  }

  customElements.define("ly-results", Results);
}
