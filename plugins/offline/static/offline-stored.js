{
  const { inspect, megabytes, removePages, saving, storedTexts } = Lyttevei;

  /** The pages that lie on this machine: [{ address, title, lang, bytes, state }], by title; what each has is in `state`. */
  const storedPages = async (scope) => {
    const texts = await storedTexts(scope);
    const found = await Promise.all(texts.map(async (each) => describe(each, await inspect(each, scope))));
    return found.sort((one, other) => one.title.localeCompare(other.title, "nb"));
  };

  const describe = ({ address, html }, { parts, missing, bytes }) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const title = page.querySelector("h1")?.textContent ?? page.title;
    return { address, title, lang: page.documentElement.lang, bytes, state: stateOf(parts, missing) };
  };

  const isSound = ({ key }) => key.endsWith(".mp3");

  /** "sound": all is here, "text": all but there is no sound to be had, "silent": the sound is not here, "part": more is not. */
  const stateOf = (parts, missing) => {
    if (missing.length === 0) return parts.some(isSound) ? "sound" : "text";
    return missing.every(isSound) ? "silent" : "part";
  };

  /** Lists the stored pages with their sizes in the element `host`, and deletes them. */
  class StoredPages {
    constructor(host) {
      Object.assign(this, { host, scope: host.scope });
      host.querySelector("[data-do=all]").addEventListener("click", () => this.empty());
    }

    async list() {
      const { host } = this;
      const pages = await storedPages(this.scope);
      const others = pages.filter(({ address }) => address !== location.href.split(/[?#]/)[0]);
      host.querySelector("ul").replaceChildren(...others.map((page) => this.row(page)));
      host.querySelector("[data-show=total]").textContent = megabytes(others.reduce((sum, { bytes }) => sum + bytes, 0));
      host.show(others.length ? "some" : "none");
    }

    /** Have each button that saves many pages tell how many of them are here. */
    async look() {
      for (const each of document.querySelectorAll("ly-save[data-pages]")) await saving(each).look();
    }

    row({ address, title, lang, bytes, state }) {
      const row = this.host.querySelector("template").content.cloneNode(true).firstElementChild;
      Object.assign(row.querySelector("a"), { href: address, textContent: title, lang });
      for (const each of row.querySelectorAll("[data-when]")) if (!each.dataset.when.split(" ").includes(state)) each.remove();
      row.querySelector("[data-show=size]").textContent = megabytes(bytes);
      row.querySelector(".unseen").textContent = title;
      row.querySelector("button").addEventListener("click", () => this.remove(address));
      return row;
    }

    async remove(address) {
      await removePages([address], this.scope);
      await this.list();
      this.host.querySelector("h2").focus();
      await this.look();
    }

    /** Everything of this site's on this machine. */
    async empty() {
      if (!confirm(this.host.dataset.sure)) return;
      await Lyttevei.emptyAll(this.scope);
      await this.list();
      this.host.querySelector("[data-show=emptied]").hidden = false;
      await this.look();
    }
  }

  Object.assign(Lyttevei, { storedPages, StoredPages });
}
