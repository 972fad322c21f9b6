{
  /** Room for one result, and below the last, in px. */
  const [LEAST, GAP] = [160, 8];

  /**
   * A field with a popup that holds a grid, by the ARIA pattern: the focus stays in the field, arrows choose a cell.
   * Cells need ids. `view` is told opened() (fill it, true when there is something) and closed().
   */
  class Combobox {
    constructor(field, popup, grid, view) {
      Object.assign(this, { field, popup, grid, view, active: { row: -1, column: 0 } });
      const roles = { role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "grid", "aria-expanded": "false", "aria-controls": grid.id };
      for (const [name, value] of Object.entries(roles)) field.setAttribute(name, value);
      field.addEventListener("keydown", (event) => this.key(event));
      field.addEventListener("blur", () => { this.left = false; });
    }

    get isOpen() {
      return !this.popup.hidden;
    }

    /** The active cell, undefined for none. */
    get cell() {
      return this.grid.children[this.active.row]?.children[this.active.column];
    }

    open() {
      this.popup.hidden = false;
      this.fit();
      this.field.setAttribute("aria-expanded", "true");
      this.activate(-1);
    }

    /** The popup ends where the window (or what a keyboard on the screen leaves of it) or the player begins; it scrolls. */
    fit() {
      const end = (visualViewport?.height ?? innerHeight) - (document.querySelector("ly-player")?.offsetHeight ?? 0);
      this.popup.style.maxHeight = `${Math.max(LEAST, end - this.popup.getBoundingClientRect().top - GAP)}px`;
    }

    /** More can be found: show it, but not to somebody who is choosing a row or has closed the list. */
    renew() {
      if (!this.left && !this.cell) this.view.opened();
    }

    close() {
      this.popup.hidden = true;
      this.field.setAttribute("aria-expanded", "false");
      this.activate(-1);
      this.view.closed();
    }

    /** Make a cell the active one; row -1 is the field itself. */
    activate(row, column = 0) {
      this.cell?.removeAttribute("aria-selected");
      this.active = { row, column };
      this.cell?.setAttribute("aria-selected", "true");
      this.cell?.scrollIntoView({ block: "nearest" });
      if (this.cell) this.field.setAttribute("aria-activedescendant", this.cell.id);
      else this.field.removeAttribute("aria-activedescendant");
    }

    key(event) {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const done = {
        ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), ArrowRight: () => this.across(1), ArrowLeft: () => this.across(0),
        Enter: () => this.enter(), Escape: () => this.escape(),
      }[event.key]?.();
      if (done) event.preventDefault();
    }

    /** Up and down go round by way of the field; they open a list that was closed. */
    move(step) {
      if (!this.isOpen) this.view.opened();
      const places = this.isOpen ? this.grid.children.length + 1 : 1;
      if (places > 1) this.activate(((this.active.row + 1 + step + places) % places) - 1);
      return places > 1;
    }

    /** Left and right belong to the text until a row is active. */
    across(column) {
      const cell = this.isOpen && this.grid.children[this.active.row]?.children[column];
      if (cell?.querySelector("a, button:not([hidden])")) this.activate(this.active.row, column);
      return Boolean(cell);
    }

    enter() {
      const target = this.isOpen && this.cell?.querySelector("a, button");
      target?.click?.();
      return Boolean(target);
    }

    /** The first Escape closes the list; the next empties the field, as browsers do. */
    escape() {
      const { isOpen } = this;
      if (isOpen) this.close();
      this.left = isOpen;
      return isOpen;
    }
  }

  Lyttevei.Combobox = Combobox;
}
