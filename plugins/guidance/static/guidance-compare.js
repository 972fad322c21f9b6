{
  const element = (name, text, properties = {}) => Object.assign(document.createElement(name), { textContent: text, ...properties });

  /** The facts of up to three pages as rows: [[heading, [lines of each page]]]; a heading that no page has is left out. */
  const compareRows = (pages) => {
    const headings = [...new Set(pages.flatMap(({ facts }) => facts.map(([heading]) => heading)))];
    return headings.map((heading) => [heading, pages.map(({ facts }) => facts.find(([each]) => each === heading)?.[1] ?? [])]);
  };

  /** Up to three pages side by side. */
  class Compare extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.selects = [...this.querySelectorAll("select")];
      this.addEventListener("change", () => this.show(true));
      this.querySelector("[data-do=print]").addEventListener("click", () => print());
      const kept = Lyttevei.mine.list.filter((address) => this.querySelector(`option[value="${CSS.escape(address)}"]`));
      this.selects.forEach((select, i) => { select.value = kept[i] ?? ""; });
      this.show();
    }

    /** Show what is chosen; the facts of all pages come with the first choice. */
    async show(aloud) {
      const table = this.selects.some(({ value }) => value) ? await Lyttevei.need(this.dataset.table) : {};
      const chosen = [...new Set(this.selects.map(({ value }) => value))].filter((address) => table[address]);
      const pages = chosen.map((address) => table[address]);
      const rows = compareRows(pages);
      this.querySelector(".compare-pages").replaceChildren(...pages.map((page, i) => this.column(chosen[i], page, rows, i)));
      this.querySelector("[data-do=print]").hidden = !pages.length;
      const { seen, nothing } = this.dataset;
      if (aloud) this.querySelector("[role=status]").textContent = seen.replace("{}", () => pages.map(({ title }) => title).join(", ") || nothing);
    }

    column(address, page, rows, place) {
      const link = element("a", page.title, { href: `${Lyttevei.root}${address}` });
      const heading = element("h2", "", { id: `ly-side-${place + 1}` });
      heading.append(link);
      const column = element("article", "", { className: "compare-page", lang: page.lang });
      column.setAttribute("aria-labelledby", heading.id);
      if (page.picture) heading.prepend(element("img", "", { src: `${Lyttevei.root}${page.picture}`, alt: "" }));
      column.append(heading, ...rows.map(([name, lines]) => this.fact(name, lines[place])));
      return column;
    }

    fact(name, lines) {
      const fact = element("section", "");
      const list = element("ul", "");
      list.append(...lines.map((line) => element("li", line)));
      fact.append(element("h3", name), lines.length ? list : element("p", this.dataset.none));
      return fact;
    }
  }

  Lyttevei.compareRows = compareRows;
  customElements.define("ly-compare", Compare);
}
