{
  const { inspect, removePages, savePages, storedTexts } = Lyttevei;

  /** A new element with properties. */
  const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);

  /** Where the site begins, whole. */
  const scopeOf = () => new URL(Lyttevei.root || ".", location.href).href;

  /** What is told in each language of the interface; all of it comes only when somebody saves. */
  const WORDS = {
    nb: {
      saving: "Lagrer", cancel: "Avbryt", drop: "Slett", list: "Se hva som er lagret", dropped: "Slettet fra denne maskinen.", comma: ",",
      cancelled: "Stoppet. Det som ble hentet nå, er tatt bort.",
      pages: (count) => (count > 1 ? `${count} sider` : "Siden"),
      whole: (pages, size) => `${pages} er lagret på denne maskinen. ${size}.`,
      some: (done, all) => `${done} av ${all} sider er lagret.`,
      half: (done, all) => (all > 1 ? `${done} av ${all} sider er lagret helt.` : "Siden er ikke lagret helt."),
      full: (some) => `Det er ikke nok plass på denne maskinen. ${some} Slett noe, og prøv igjen.`,
      lost: (some, files) => `${some} Vi fikk ikke hentet ${files === 1 ? "en fil" : `${files} filer`}. Prøv igjen senere.`,
    },
    nn: {
      saving: "Lagrar", cancel: "Avbryt", drop: "Slett", list: "Sjå kva som er lagra", dropped: "Sletta frå denne maskina.", comma: ",",
      cancelled: "Stoppa. Det som vart henta no, er teke bort.",
      pages: (count) => (count > 1 ? `${count} sider` : "Sida"),
      whole: (pages, size) => `${pages} er lagra på denne maskina. ${size}.`,
      some: (done, all) => `${done} av ${all} sider er lagra.`,
      half: (done, all) => (all > 1 ? `${done} av ${all} sider er lagra heilt.` : "Sida er ikkje lagra heilt."),
      full: (some) => `Det er ikkje nok plass på denne maskina. ${some} Slett noko, og prøv igjen.`,
      lost: (some, files) => `${some} Vi fekk ikkje henta ${files === 1 ? "ei fil" : `${files} filer`}. Prøv igjen seinare.`,
    },
    en: {
      saving: "Saving", cancel: "Cancel", drop: "Delete", list: "See what is saved", dropped: "Deleted from this device.", comma: ".",
      cancelled: "Stopped. What was fetched now is taken away.",
      pages: (count) => (count > 1 ? `${count} pages are` : "The page is"),
      whole: (pages, size) => `${pages} saved on this device. ${size}.`,
      some: (done, all) => `${done} of ${all} pages are saved.`,
      half: (done, all) => (all > 1 ? `${done} of ${all} pages are saved in full.` : "The page is not saved in full."),
      full: (some) => `There is not enough room on this device. ${some} Delete something, and try again.`,
      lost: (some, files) => `${some} We could not fetch ${files === 1 ? "one file" : `${files} files`}. Try again later.`,
    },
  };

  /** The words of the language that the button's surroundings speak; bokmål where there are none. */
  const wordsOf = (host) => WORDS[host.closest("[lang]")?.lang.slice(0, 2)] ?? WORDS.nb;

  /** Bytes as people read them: "0,4 MB". */
  const megabytes = (bytes, comma = ",") => `${(Math.max(bytes, 1e5) / 1e6).toFixed(1).replace(".", comma)} MB`;

  /** What is told when a save has come to its end. */
  const outcome = (words, { pages, lost, full, cancelled }, wanted) => {
    const bytes = pages.reduce((sum, page) => sum + page.bytes, 0);
    if (cancelled) return words.cancelled;
    if (pages.length === wanted) return words.whole(words.pages(wanted), megabytes(bytes, words.comma));
    const some = words.half(pages.length, wanted);
    return full ? words.full(some) : words.lost(some, lost.length);
  };

  /** The talk around one save button: how far it has come, a way to stop it, and then a way to delete. */
  class Saving {
    constructor(host, addresses) {
      Object.assign(this, { host, addresses, scope: scopeOf(), words: wordsOf(host) });
      this.button = host.querySelector("button");
      this.status = make("span");
      this.status.setAttribute("role", "status");
      this.bar = make("progress", { hidden: true });
      this.bar.setAttribute("aria-label", this.words.saving);
      this.stop = this.command(this.words.cancel, () => this.control.abort());
      this.drop = this.command(this.words.drop, () => this.remove());
      this.more = make("a", { href: `${Lyttevei.root}uten-nett/index.html`, textContent: this.words.list, hidden: true });
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
      this.status.textContent = `${this.words.saving} …`;
      const tell = (done, all) => Object.assign(this.bar, { max: all, value: done });
      const found = await savePages(this.addresses, this.scope, { signal: this.control.signal, tell });
      this.status.textContent = outcome(this.words, found, this.addresses.length);
      const whole = found.pages.length === this.addresses.length;
      this.show({ button: !whole, drop: found.pages.length > 0, more: !found.cancelled });
      this.changed();
    }

    async remove() {
      await removePages(this.addresses, this.scope);
      this.status.textContent = this.words.dropped;
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
      if (whole.length === this.addresses.length) this.status.textContent = outcome(this.words, { pages: [{ bytes }, ...whole.slice(1).map(() => ({ bytes: 0 }))] }, whole.length);
      else if (whole.length) this.status.textContent = this.words.some(whole.length, this.addresses.length);
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
