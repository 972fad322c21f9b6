{
  /** Services whose player can be asked to pause. */
  const ASKED = /\.(youtube-nocookie|vimeo)\.com$/;

  /** A card for a film that lies elsewhere: only a click fetches it, and only where it can be had. */
  class Elsewhere extends HTMLElement {
    connectedCallback() {
      this.button = this.querySelector("[data-do=show]");
      this.button.addEventListener("click", () => this.show());
      for (const type of ["online", "offline"]) addEventListener(type, () => this.offer());
      addEventListener("blur", () => document.activeElement === this.frame && this.hush()); // somebody pressed play in there
      document.addEventListener("ly-sounds", ({ detail }) => detail !== this && this.pause());
      this.card = [...this.childNodes];
      this.parentElement.addEventListener("click", (event) => this.jump(event));
      this.offer();
    }

    /** The service refuses pages from a disk, and without a network there is nothing to show: then the card only links. */
    offer() {
      this.button.hidden = !location.protocol.startsWith("http") || !navigator.onLine;
    }

    show(src = this.dataset.src) {
      this.hush();
      this.frame = Object.assign(document.createElement("iframe"), {
        title: this.dataset.title, allow: "autoplay; fullscreen; encrypted-media; picture-in-picture",
        referrerPolicy: "strict-origin-when-cross-origin", src,
      });
      this.replaceChildren(this.frame);
      this.frame.focus();
    }

    /** A line of the transcript: in the frame where it is shown, else the link leads to the service. */
    jump(event) {
      const { at } = event.target.closest("a[data-at]")?.dataset ?? {};
      if (at === undefined || !this.frame || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.show(this.from(Math.floor(at / 1000)));
    }

    /** The frame's address, from a second on. */
    from(second) {
      const address = new URL(this.dataset.src);
      if (address.hostname === "player.vimeo.com") address.hash = `t=${second}s`;
      else if (address.hostname.startsWith("www.youtube")) address.searchParams.set("start", second);
      return address.href;
    }

    /** The page's own sound and films, and films in other frames, are silent while this one plays. */
    hush() {
      document.dispatchEvent(new CustomEvent("ly-sounds", { detail: this }));
    }

    /** Ask the film in the frame to pause, in the words of YouTube and of Vimeo; of one that takes no word the card comes back. */
    pause() {
      const { origin: to, hostname } = new URL(this.dataset.src);
      if (this.frame && !ASKED.test(hostname)) {
        this.frame = undefined;
        return this.replaceChildren(...this.card);
      }
      const words = [{ event: "command", func: "pauseVideo", args: [] }, { method: "pause" }];
      return words.forEach((each) => this.frame?.contentWindow?.postMessage(JSON.stringify(each), to));
    }
  }

  customElements.define("ly-elsewhere", Elsewhere);
}
