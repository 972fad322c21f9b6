{
  const { cacheNames, references } = Lyttevei;

  /** The pages that lie on this machine: [{ address, title, lang, sound }], by title. `sound`: can it be heard, too? */
  const storedPages = async (scope) => {
    const names = cacheNames(scope);
    const [pages, hashed] = await Promise.all([caches.open(names.pages), caches.open(names.hashed)]);
    const sounds = new Set((await hashed.keys()).map(({ url }) => url));
    const html = (await pages.keys()).map(({ url }) => url).filter((url) => url.endsWith(".html"));
    const found = await Promise.all(html.map(async (url) => describe(url, await (await pages.match(url)).text(), sounds, scope)));
    return found.sort((one, other) => one.title.localeCompare(other.title, "nb"));
  };

  const describe = (address, html, sounds, scope) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const sound = [...references(html, address, scope)].some((each) => sounds.has(each) && each.endsWith(".mp3"));
    return { address, title: page.querySelector("h1")?.textContent ?? page.title, lang: page.documentElement.lang, sound };
  };

  /** Lists the stored pages, and says which page was asked for and is not among them. */
  class Stored extends HTMLElement {
    async connectedCallback() {
      this.scope = new URL(document.documentElement.dataset.root || ".", location.href).href;
      this.missing();
      const pages = globalThis.caches && /^https?:$/.test(location.protocol) ? await storedPages(this.scope) : [];
      const others = pages.filter(({ address }) => address !== location.href.split(/[?#]/)[0]);
      this.querySelector("ul").replaceChildren(...others.map((page) => this.row(page)));
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
      for (const each of this.querySelectorAll(`[data-when=${what}]`)) each.hidden = false;
    }

    row({ address, title, lang, sound }) {
      const row = this.querySelector("template").content.cloneNode(true).firstElementChild;
      Object.assign(row.querySelector("a"), { href: address, textContent: title, lang });
      if (!sound) row.querySelector("[data-when=sound]").remove();
      return row;
    }
  }

  customElements.define("ly-stored", Stored);
  Object.assign(Lyttevei, { storedPages });
}
