{
  /** What a link to this page may ask for, behind "#": the way to talk. */
  const WAYS = { alene: "nett", chat: "chat", telefon: "telefon", video: "video", mote: "møte" };

  /** Three questions; what puts the nearest of those who can help first comes with the first answer. */
  class Talk extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.form.hidden = false;
      this.expire();
      for (const each of this.querySelectorAll("[data-county]")) each.hidden = true; // for those who live there
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
      if (way || who) this.show(Boolean(way));
    }

    /** Hours whose time has passed since this page was made. */
    expire() {
      const today = new Date().toISOString().slice(0, 10);
      for (const line of this.querySelectorAll("[data-until]")) line.hidden = line.dataset.until < today;
    }

    /** The nearest first; where what finds them does not come, the list stays as it is. */
    async show(aloud) {
      const ready = await Lyttevei.loadScripts(this.dataset.scripts).then(() => true, () => false);
      if (ready) Lyttevei.putNearestFirst(this, aloud);
    }
  }

  customElements.define("ly-talk", Talk);
}
