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

  /** Lists the stored pages with their sizes, deletes them, and says which page was asked for and is not among them. */
  class Stored extends HTMLElement {
    async connectedCallback() {
      this.scope = new URL(document.documentElement.dataset.root || ".", location.href).href;
      this.missing();
      if (!globalThis.caches || !/^https?:$/.test(location.protocol)) return this.show("disk");
      document.getElementById("ly-lagre")?.removeAttribute("hidden");
      this.querySelector("[data-do=all]").addEventListener("click", () => this.empty());
      document.addEventListener("ly-saved", () => this.list());
      await this.list();
      for (const each of document.querySelectorAll("ly-save[data-pages]")) await saving(each).look();
    }

    async list() {
      const pages = await storedPages(this.scope);
      const others = pages.filter(({ address }) => address !== location.href.split(/[?#]/)[0]);
      this.querySelector("ul").replaceChildren(...others.map((page) => this.row(page)));
      this.querySelector("[data-show=total]").textContent = megabytes(others.reduce((sum, { bytes }) => sum + bytes, 0));
      this.show(others.length ? "some" : "none");
    }

    /** "?side=" is the page that could not be had; anything off this site is not believed. */
    missing() {
      const path = new URLSearchParams(location.search).get("side");
      const address = path && new URL(path, this.scope).href;
      if (!address?.startsWith(this.scope)) return;
      const missing = document.getElementById("ly-mangler");
      missing.querySelector("a").href = address;
      missing.hidden = false;
    }

    show(what) {
      for (const each of this.querySelectorAll(":scope > [data-when]")) each.hidden = each.dataset.when !== what;
    }

    row({ address, title, lang, bytes, state }) {
      const row = this.querySelector("template").content.cloneNode(true).firstElementChild;
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
      this.querySelector("h2").focus();
      for (const each of document.querySelectorAll("ly-save[data-pages]")) await saving(each).look();
    }

    /** Everything of this site's on this machine. */
    async empty() {
      if (!confirm(this.dataset.sure)) return;
      await Lyttevei.emptyAll(this.scope);
      await this.list();
      this.querySelector("[data-show=emptied]").hidden = false;
      for (const each of document.querySelectorAll("ly-save[data-pages]")) await saving(each).look();
    }
  }

  customElements.define("ly-stored", Stored);
  Object.assign(Lyttevei, { storedPages });
}
