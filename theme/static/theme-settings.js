{
  /** What the browser keeps of this site: this tab's, this machine's, and the pages for no network. */
  const erase = async () => {
    for (const store of ["localStorage", "sessionStorage"]) {
      try {
        for (const name of Object.keys(globalThis[store])) if (name.startsWith("ly-")) globalThis[store].removeItem(name);
      } catch {
        // a browser that keeps nothing
      }
    }
    if (!globalThis.caches) return;
    const ours = `lyttevei ${new URL(Lyttevei.root || ".", location.href).pathname} `;
    const names = await caches.keys().catch(() => []);
    await Promise.all(names.filter((name) => name.startsWith(ours)).map((name) => caches.delete(name)));
  };

  /** The dialog: every change is seen on the page at once. */
  class Dialog {
    constructor(html) {
      document.body.insertAdjacentHTML("beforeend", html);
      this.dialog = document.getElementById("ly-innstillinger");
      this.form = this.dialog.querySelector("form");
      this.status = this.dialog.querySelector("[role=status]");
      this.fill();
      this.form.addEventListener("input", ({ target }) => this.change(target));
      this.dialog.addEventListener("click", ({ target }) => this.press(target));
    }

    /** Show what is chosen. */
    fill() {
      for (const input of this.form.elements) {
        const value = Lyttevei.settings[input.name] ?? "";
        if (input.name === "keep") input.checked = Lyttevei.isKept();
        else if (input.type === "radio") input.checked = input.value === value;
        else if (input.type === "checkbox") input.checked = value === input.value;
        else if (input.type === "range") input.value = value === "" ? input.dataset.usual : parseFloat(value);
        if (input.type === "range") this.tell(input);
      }
    }

    /** Say in words where a slide stands. */
    tell(input) {
      const { unit, usual } = input.dataset;
      const text = unit === "%" ? `${Math.round(input.value * 100)} %` : unit === "em" ? `+${Math.round(input.value * 100)} %` : input.value;
      input.previousElementSibling.textContent = text.replace(".", document.documentElement.lang === "en" ? "." : ",");
      input.setAttribute("aria-valuetext", text);
      input.classList.toggle("changed", input.value !== usual);
    }

    change(input) {
      this.status.textContent = "";
      if (input.name === "keep") return Lyttevei.keep(input.checked);
      Lyttevei.choose(input.name, this.value(input));
      if (input.type === "range") this.tell(input);
      if (input.name === "ruler" || input.name === "focus") Lyttevei.readingAids();
      return undefined;
    }

    /** The value of a choice, "" for the usual one. */
    value(input) {
      if (input.type === "checkbox") return input.checked ? input.value : "";
      if (input.type !== "range") return input.value;
      const { unit = "", usual } = input.dataset;
      return Number(input.value) === Number(usual) ? "" : `${input.value}${unit === "%" ? "" : unit}`;
    }

    async press(target) {
      if (target === this.dialog) this.dialog.close(); // beside it
      if (target.dataset.do !== "erase") return;
      for (const name of Object.keys(Lyttevei.settings)) Lyttevei.choose(name, "");
      Lyttevei.keep(false);
      await erase();
      this.fill();
      for (const type of ["ly-erased", "ly-depth"]) document.dispatchEvent(new Event(type)); // each part of the page forgets what it holds
      this.status.textContent = this.status.dataset.erased;
    }

    open() {
      this.fill();
      this.status.textContent = "";
      this.dialog.showModal();
    }
  }

  let dialog;

  /** Open the dialog, made from `html` the first time; the browser gives the focus back when it closes. */
  Lyttevei.openSettings = (html) => {
    dialog ??= new Dialog(html);
    dialog.open();
  };
}
