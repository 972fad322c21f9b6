{
  const { inspect, removePages, savePages, storedTexts } = Lyttevei;

  /** Bytes as people read them: "0,4 MB". */
  const megabytes = (bytes) => `${(Math.max(bytes, 1e5) / 1e6).toFixed(1).replace(".", ",")} MB`;

  /** A new element with properties. */
  const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);

  /** Where the site begins, whole. */
  const scopeOf = () => new URL(Lyttevei.root || ".", location.href).href;

  /** "Siden" or "temaet", with how many. */
  const thing = (count) => (count > 1 ? `${count} sider` : "Siden");

  /** What is told when a save has come to its end. */
  const outcome = ({ pages, lost, full, cancelled }, wanted) => {
    const bytes = pages.reduce((sum, page) => sum + page.bytes, 0);
    if (cancelled) return "Stoppet. Det som ble hentet nå, er tatt bort.";
    if (pages.length === wanted) return `${thing(wanted)} er lagret på denne maskinen. ${megabytes(bytes)}.`;
    const some = wanted > 1 ? `${pages.length} av ${wanted} sider er lagret helt.` : "Siden er ikke lagret helt.";
    if (full) return `Det er ikke nok plass på denne maskinen. ${some} Slett noe, og prøv igjen.`;
    return `${some} Vi fikk ikke hentet ${lost.length === 1 ? "en fil" : `${lost.length} filer`}. Prøv igjen senere.`;
  };

  /** The talk around one save button: how far it has come, a way to stop it, and then a way to delete. */
  class Saving {
    constructor(host, addresses) {
      Object.assign(this, { host, addresses, scope: scopeOf() });
      this.button = host.querySelector("button");
      this.status = make("span");
      this.status.setAttribute("role", "status");
      this.bar = make("progress", { hidden: true });
      this.bar.setAttribute("aria-label", "Lagrer");
      this.stop = this.command("Avbryt", () => this.control.abort());
      this.drop = this.command("Slett", () => this.remove());
      this.more = make("a", { href: `${Lyttevei.root}uten-nett/index.html`, textContent: "Se hva som er lagret", hidden: true });
      const more = host.dataset.pages === undefined && host.dataset.more !== undefined ? [this.more] : [];
      host.append(this.bar, this.status, this.stop, this.drop, ...more);
    }

    command(text, act) {
      const button = make("button", { type: "button", className: "button quiet", textContent: text, hidden: true });
      button.addEventListener("click", act);
      return button;
    }

    /** Fetch all, and tell what came of it. */
    async save() {
      this.control = new AbortController();
      this.show({ bar: true, stop: true });
      this.status.textContent = "Lagrer …";
      const tell = (done, all) => Object.assign(this.bar, { max: all, value: done });
      const found = await savePages(this.addresses, this.scope, { signal: this.control.signal, tell });
      this.status.textContent = outcome(found, this.addresses.length);
      const whole = found.pages.length === this.addresses.length;
      this.show({ button: !whole, drop: found.pages.length > 0, more: !found.cancelled });
      this.changed();
    }

    async remove() {
      await removePages(this.addresses, this.scope);
      this.status.textContent = "Slettet fra denne maskinen.";
      this.show({ button: true });
      this.button.focus();
      this.changed();
    }

    /** Tell what lies here already, without fetching anything. */
    async look() {
      const keys = new Set(this.addresses);
      const texts = (await storedTexts(this.scope)).filter(({ address }) => keys.has(address));
      const whole = (await Promise.all(texts.map((each) => inspect(each, this.scope)))).filter(({ missing }) => missing.length === 0);
      const bytes = whole.reduce((sum, each) => sum + each.bytes, 0);
      if (whole.length === this.addresses.length) this.status.textContent = outcome({ pages: [{ bytes }, ...whole.slice(1).map(() => ({ bytes: 0 }))] }, whole.length);
      else if (whole.length) this.status.textContent = `${whole.length} av ${this.addresses.length} sider er lagret.`;
      this.show({ button: whole.length < this.addresses.length, drop: whole.length > 0 });
    }

    show(parts) {
      for (const name of ["button", "bar", "stop", "drop", "more"]) this[name].hidden = !parts[name];
    }

    changed() {
      document.dispatchEvent(new CustomEvent("ly-saved"));
    }
  }

  /** The Saving of a save button's element, made when it is first asked for. */
  const saving = (host) => (host.saving ??= new Saving(host, addressesOf(host)));

  /** The pages that a button is for, whole and as they are stored: those it names, else the one that it stands on. */
  const addressesOf = ({ dataset }) => {
    const written = dataset.pages?.split(" ") ?? [location.href];
    return written.map((each) => Lyttevei.route({ url: new URL(each, dataset.pages ? scopeOf() : undefined).href, mode: "navigate" }, scopeOf()).key);
  };

  Object.assign(Lyttevei, { saving, megabytes });
}
