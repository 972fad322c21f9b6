{
  /** Kort, Vanlig, Alt: how much of the page is seen, and so said, kept for the tab. */
  class Depth extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", ({ target }) => target.closest("button") && this.choose(target.closest("button").value));
      addEventListener("hashchange", () => this.reveal());
      document.addEventListener("ly-erased", () => this.show(true));
      this.show();
      this.reveal();
    }

    get depth() {
      return Lyttevei.settings.depth ?? "";
    }

    choose(depth) {
      const before = this.depth;
      Lyttevei.choose("depth", depth);
      this.show(before === "alt");
      document.dispatchEvent(new Event("ly-depth"));
    }

    /** The style sheet hides; folds are opened with "alt", and closed with the step back from it. */
    show(close = false) {
      for (const button of this.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === this.depth));
      if (this.depth !== "alt" && !close) return;
      for (const fold of document.querySelectorAll(".deep details")) fold.open = this.depth === "alt";
    }

    /** What an address points to is shown, whatever was chosen. */
    reveal() {
      const goal = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
      if (!goal) return;
      if (this.depth === "kort" && goal.closest(".deep")) this.choose("");
      for (let fold = goal.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      goal.scrollIntoView();
    }
  }

  customElements.define("ly-depth", Depth);
}
