{
  /** The list of kept pages. */
  class Mine extends HTMLElement {
    async connectedCallback() {
      this.hidden = false;
      this.list = this.querySelector(".mine-list");
      this.status = this.querySelector("[role=status]");
      this.addEventListener("click", ({ target }) => target.closest("[data-do=drop]") && this.drop(target.closest("li")));
      const kept = this.querySelector("[data-set=kept]");
      kept.checked = Lyttevei.mine.kept !== null;
      kept.addEventListener("change", () => this.keep(kept.checked));
      document.addEventListener("ly-erased", () => {
        kept.checked = false;
        this.fill();
      });
      await this.fill();
    }

    async fill() {
      const pages = await Lyttevei.keptPages(this.dataset.table);
      this.list.replaceChildren(...pages.map((page) => this.item(page)));
      this.show();
    }

    item(page) {
      const item = Lyttevei.keptItem(this.querySelector("template"), page);
      item.querySelector("[data-do=drop] .unseen").textContent = ` ${page[1].title}`;
      return item;
    }

    show() {
      this.querySelector("[data-when=none]").hidden = this.list.children.length > 0;
    }

    /** Take a page away; the focus goes to its neighbour, so that nobody is lost. */
    drop(item) {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      Lyttevei.mine.drop(item.dataset.address);
      item.remove();
      this.show();
      this.status.textContent = this.dataset.dropped.replace("{}", () => item.querySelector("a").textContent);
      (next ?? this.querySelector(".actions")).querySelector("a").focus();
    }

    keep(ever) {
      Lyttevei.mine.keep(Lyttevei.mine.list, ever);
      this.status.textContent = this.dataset[ever ? "ever" : "once"];
    }
  }

  customElements.define("ly-mine", Mine);
}
