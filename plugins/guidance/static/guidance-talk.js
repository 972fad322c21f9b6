{
  /** What a link to this page may ask for, behind "#": the way to talk. */
  const WAYS = { alene: "nett", chat: "chat", telefon: "telefon", video: "video", mote: "møte" };

  /** Three questions; the nearest of those who can help come first. */
  class Talk extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.form.hidden = false;
      this.expire();
      this.form.addEventListener("change", () => this.show(true));
      this.form.addEventListener("submit", (event) => event.preventDefault());
      addEventListener("hashchange", () => this.take());
      this.take();
    }

    /** The answers that came with the link, and what the reader has said on another page. */
    take() {
      const way = WAYS[location.hash.slice(1)];
      const who = Lyttevei.recall("who");
      for (const input of this.form.elements) {
        if (input.name === "channel" && way) input.checked = input.value === way;
        if (input.name === "who" && who) input.checked = input.value === who;
      }
      this.show(Boolean(way));
    }

    /** Hours whose time has passed since this page was made. */
    expire() {
      const today = new Date().toISOString().slice(0, 10);
      for (const line of this.querySelectorAll("[data-until]")) line.hidden = line.dataset.until < today;
    }

    get wish() {
      const channel = this.form.elements.channel.value;
      const who = this.form.querySelector("[name=who]:checked");
      return { channel, words: who ? who.dataset.words.split("|") : [], county: this.form.elements.county.value };
    }

    /** Alone means to read: then the list of web pages is the one to look in. */
    get section() {
      return this.querySelector(`[data-group=${this.wish.channel === "nett" ? "nett" : "veiledning"}]`);
    }

    show(aloud) {
      for (const section of this.querySelectorAll("[data-group=nett], [data-group=veiledning]")) this.sort(section);
      const { section } = this;
      section?.parentElement.prepend(section);
      const first = section?.querySelector(".contact:not([hidden]) h3");
      if (aloud && first) this.tell(first.textContent, section.dataset.wider === "true");
    }

    sort(section) {
      const list = section.querySelector(".contacts");
      const { found, wider } = Lyttevei.nearest([...list.children].map(Lyttevei.contact), this.wish);
      const elements = new Map([...list.children].map((each) => [each.dataset.id, each]));
      for (const each of elements.values()) each.hidden = true;
      for (const { id } of found) {
        elements.get(id).hidden = false;
        list.append(elements.get(id));
      }
      section.dataset.wider = wider;
    }

    tell(name, wider) {
      this.querySelector("[role=status]").textContent = this.dataset[wider ? "wider" : "best"].replace("{}", name);
    }
  }

  customElements.define("ly-talk", Talk);
}
