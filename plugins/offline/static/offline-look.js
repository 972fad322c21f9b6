{
  /** The page for those without a network: says what was asked for, and has the list of stored pages made where there may be any. */
  class Stored extends HTMLElement {
    async connectedCallback() {
      this.scope = new URL(document.documentElement.dataset.root || ".", location.href).href;
      this.missing();
      if (!globalThis.caches || !/^https?:$/.test(location.protocol)) return this.show("disk");
      document.getElementById("ly-lagre")?.removeAttribute("hidden");
      document.addEventListener("ly-saved", () => this.list());
      if (!(await caches.keys()).length) return this.show("none"); // a browser that has stored nothing is not sent what lists it
      await this.list();
      return this.pages.look();
    }

    /** List what is stored; what does that lies in the cache, too. */
    async list() {
      await Lyttevei.loadScripts(this.dataset.scripts);
      this.pages ??= new Lyttevei.StoredPages(this);
      await this.pages.list();
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
  }

  customElements.define("ly-stored", Stored);
}
