{
  /** So many results are shown while somebody types. */
  const SHOWN = 8;
  const WRITING = "input, textarea, select, [contenteditable]";

  /** The search field with its results while typing: each row has a page and a button that says it aloud. */
  class Search extends HTMLElement {
    connectedCallback() {
      this.field = this.querySelector("input");
      this.grid = this.querySelector("[role=grid]");
      this.template = this.querySelector("template");
      this.listen();
      this.mark();
    }

    listen() {
      this.field.addEventListener("focus", () => this.prepare());
      this.field.addEventListener("input", () => this.search());
      this.querySelector("form").addEventListener("submit", (event) => this.submit(event));
      this.addEventListener("focusout", ({ relatedTarget }) => this.contains(relatedTarget) || this.combobox?.close());
      document.addEventListener("pointerdown", ({ target }) => this.contains(target) || this.combobox?.close());
      document.addEventListener("keydown", (event) => this.slash(event));
      addEventListener("hashchange", () => this.mark());
    }

    /** A promise of the Finder, whose scripts and style come when somebody first wants to search. */
    async ready() {
      await Promise.all([Lyttevei.loadScripts(this.dataset.finding), (this.styled ??= Lyttevei.loadStyle(this.dataset.style))]);
      this.combobox ??= new Lyttevei.Combobox(this.field, this.querySelector(".search-popup"), this.grid, this);
      this.finder ??= new Lyttevei.Finder(this.dataset.titles, this.dataset.parts, this.dataset.fullText);
      return this.finder;
    }

    /** Fetch what finds pages, and show what was typed meanwhile as more can be found. */
    async prepare() {
      try {
        await (await this.ready()).prepare(() => this.combobox.renew());
        this.combobox.renew();
      } catch {
        this.say(this.dataset.missing);
      }
    }

    /** Show what the text in the field may mean. */
    search() {
      const typed = this.field.value;
      if ((this.finder?.isEmpty ?? true) || !Lyttevei.typedLetters(typed) || document.activeElement !== this.field) return this.combobox?.close();
      return Lyttevei.showFound(this, this.finder.find(typed, SHOWN), typed);
    }

    /** What a kind of page is called ("yrke": "Yrke"). */
    kindName(kind) {
      return this.getAttribute(`data-kind-${kind}`) ?? "";
    }

    /** The combobox tells: somebody wants the list. */
    opened() {
      this.search();
    }

    /** The combobox tells: the list is gone, and with it what it was about to say. */
    closed() {
      clearTimeout(this.telling);
      for (const each of this.grid.querySelectorAll("ly-listen")) each.stop();
    }

    /** To the page of results; the words go behind "#", which no server is sent. */
    submit(event) {
      event.preventDefault();
      this.combobox?.close();
      Lyttevei.go(`${event.target.action}#q=${encodeURIComponent(this.field.value.trim().slice(0, this.field.maxLength))}`);
    }

    /** "/" goes to the field when single keys are on and nothing is being written. */
    slash(event) {
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || Lyttevei.recall("keys") !== "on") return;
      if (event.target.closest?.(WRITING)) return;
      event.preventDefault();
      this.field.focus();
    }

    /** Mark the words that led somebody to this page. */
    async mark() {
      const typed = Lyttevei.asked("marker");
      if (!typed || !("Highlight" in globalThis)) return;
      await Lyttevei.loadScripts(this.dataset.marking);
      Lyttevei.markFound(typed, document.querySelector("main"));
    }

    say(text) {
      this.querySelector("[role=status]").textContent = text;
    }
  }

  customElements.define("ly-search", Search);
}
