{
  /** Room between a word and its explanation, and around that, in px. */
  const GAP = 10;

  /** The explanations of a page's hard words: each word becomes a button that opens its own. */
  class Words extends HTMLElement {
    connectedCallback() {
      if (!("popover" in HTMLElement.prototype)) return;
      for (const link of document.querySelectorAll("a.hard")) this.makeButton(link);
      this.addEventListener("beforetoggle", ({ target }) => this.complete(target), true);
      this.addEventListener("toggle", (event) => event.newState === "open" && this.place(event.target), true);
    }

    /** The same text, in the same text node, as a button. */
    makeButton(link) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "hard" });
      button.setAttribute("aria-haspopup", "dialog");
      button.popoverTargetElement = document.getElementById(link.hash.replace(/^#(ly-)?/, "ly-"));
      button.addEventListener("click", () => { this.button = button; });
      button.append(...link.childNodes);
      link.replaceWith(button);
    }

    /** An explanation as a dialog with its buttons, made when it is first wanted. */
    complete(box) {
      const [name, , actions] = box.children;
      if (actions) return;
      name.id = `${box.id}-n`;
      box.tabIndex = -1;
      box.setAttribute("role", "dialog");
      box.setAttribute("aria-labelledby", name.id);
      const { at } = box.dataset;
      box.append(Lyttevei.copyFor(this.querySelector("template"), at, `${at}-f`, name.textContent));
      box.querySelector("[popovertargetaction]").popoverTargetElement = box;
    }

    /** Below the word, above it where there is no room, always within the window and clear of the player. */
    place(box) {
      const { left, top, bottom } = this.button.getBoundingClientRect();
      const floor = innerHeight - (document.querySelector("ly-player")?.offsetHeight ?? 0);
      const below = bottom + GAP + box.offsetHeight <= floor;
      box.style.left = `${Math.max(GAP, Math.min(left, innerWidth - box.offsetWidth - GAP))}px`;
      box.style.top = `${Math.max(GAP, below ? bottom + GAP : top - GAP - box.offsetHeight)}px`;
      box.focus();
    }
  }

  customElements.define("ly-words", Words);
}
