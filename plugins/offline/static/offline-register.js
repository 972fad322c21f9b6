{
  /** Starts the service worker where there can be one, and offers a new version of the site when nothing plays. */
  class Offline extends HTMLElement {
    connectedCallback() {
      if (!/^https?:$/.test(location.protocol) || !navigator.serviceWorker) return;
      this.addEventListener("click", (event) => this.choose(event.target.closest("[data-do]")?.dataset.do));
      navigator.serviceWorker.addEventListener("message", ({ data }) => data.full && this.show("full"));
      if (document.readyState === "complete") this.start();
      else addEventListener("load", () => this.start(), { once: true });
    }

    /** Register; where the browser says no, the page works as it does without. */
    async start() {
      try {
        const worker = new URL(this.dataset.worker, location.href);
        const options = { scope: new URL(".", worker).href, updateViaCache: "none" };
        this.watch(await navigator.serviceWorker.register(worker, options));
      } catch {
        return;
      }
      if (!navigator.serviceWorker.controller) await this.keepThis();
    }

    /** The first page came before the worker: have it stored, too. */
    async keepThis() {
      const { active } = await navigator.serviceWorker.ready;
      active.postMessage({ keep: location.href });
    }

    /** Offer what waits now and what comes later; the first worker of all is no news. */
    watch(registration) {
      this.registration = registration;
      const offer = () => registration.waiting && navigator.serviceWorker.controller && this.offer();
      registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
      offer();
    }

    /** Say that there is a new version, but not into what is being listened to. */
    offer() {
      const playing = [...document.querySelectorAll("audio, video")].some((each) => !each.paused);
      if (playing) document.addEventListener("pause", () => this.offer(), { capture: true, once: true });
      else this.show("new");
    }

    /** Show one piece of news, or none. */
    show(what = "") {
      for (const each of this.querySelectorAll("[data-when]")) each.hidden = !each.dataset.when.split(" ").includes(what);
      this.classList.toggle("shown", what !== "");
    }

    choose(what) {
      if (what === "switch") {
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
        this.registration.waiting?.postMessage({ switch: true });
      }
      if (what) this.show();
    }
  }

  /** A button that saves this page, or those it names; all it needs to do so comes when it is pressed. */
  class Save extends HTMLElement {
    connectedCallback() {
      this.querySelector("button").addEventListener("click", () => this.save());
    }

    async save() {
      await Lyttevei.loadScripts(this.dataset.scripts);
      await Lyttevei.saving(this).save();
    }
  }

  customElements.define("ly-offline", Offline);
  customElements.define("ly-save", Save);
}
