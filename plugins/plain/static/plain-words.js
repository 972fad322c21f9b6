{
  /** Room between a word and its explanation, and around that, in px. */
  const GAP = 10;

  /** The explanations of a page's hard words: each word becomes a button that opens its own. */
  class Words extends HTMLElement {
    connectedCallback() {
      if (!("popover" in HTMLElement.prototype)) return;
      for (const link of document.querySelectorAll("a.hard")) this.makeButton(link);
      this.addEventListener("toggle", (event) => event.newState === "open" && this.place(event.target), true);
    }

    /** The same text, in the same text node, as a button. */
    makeButton(link) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "hard" });
      button.setAttribute("aria-haspopup", "dialog");
      button.popoverTargetElement = document.getElementById(link.dataset.word);
      button.addEventListener("click", () => { this.button = button; });
      button.append(...link.childNodes);
      link.replaceWith(button);
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
