{
  /** The page of results: shows what its address asks for ("#q=", "?q=") above its list of all pages. */
  class Results extends HTMLElement {
    connectedCallback() {
      this.box = document.querySelector("ly-search");
      this.list = this.querySelector("ol");
      this.template = this.querySelector("template");
      addEventListener("hashchange", () => this.search());
      customElements.whenDefined("ly-search").then(() => this.search());
    }

    async search() {
      const typed = Lyttevei.asked("q").trim();
      this.hidden = !typed;
      if (!typed) return;
      this.box.field.value = typed;
      try {
        await this.box.finder.prepare(() => {});
        this.show(this.box.finder.find(typed), typed);
      } catch {
        this.tell(this.box.dataset.missing);
      }
    }

    show({ sure, hits }, typed) {
      this.list.replaceChildren(...hits.map((hit) => Lyttevei.showHit(this.template, hit, typed, this.box.kindName(hit.page.kind))));
      this.querySelector(".search-ask")?.toggleAttribute("hidden", sure && hits.length > 0);
      this.tell(this.told(sure, hits.length).replace("%d", hits.length).replace("%s", () => typed));
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
