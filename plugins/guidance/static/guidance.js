{
  /** The links in a list whose id is in `data-list`. */
  const links = (element) => [...document.querySelectorAll(`#${element.dataset.list} :is(a.card, .guidance-card a)`)];

  /** An element that needs the script, and so is hidden until it has come. */
  class Shown extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.addEventListener("click", ({ target }) => target.closest("button") && this.press(target.closest("button")));
    }
  }

  /** Addresses of the pages that the reader has kept: in this tab, and on this machine where the reader asked for that. */
  const mine = {
    name: "ly-mine",

    get kept() {
      try {
        return localStorage.getItem(this.name);
      } catch {
        return null; // a browser that keeps nothing works all the same
      }
    },

    get list() {
      try {
        const found = JSON.parse(Lyttevei.recall("mine") || this.kept || "[]");
        return Array.isArray(found) ? found.filter((each) => typeof each === "string") : [];
      } catch {
        return [];
      }
    },

    /** Keep the list in this tab, and on this machine if `ever`. */
    keep(list, ever = this.kept !== null) {
      const text = JSON.stringify(list);
      Lyttevei.remember("mine", text);
      try {
        if (ever) localStorage.setItem(this.name, text);
        else localStorage.removeItem(this.name);
      } catch {
        // as above
      }
    },

    add(address) {
      this.keep([...this.list.filter((each) => each !== address), address]);
    },

    drop(address) {
      this.keep(this.list.filter((each) => each !== address));
    },
  };

  /** The button that keeps this page. */
  class Keep extends Shown {
    connectedCallback() {
      super.connectedCallback();
      this.show();
      addEventListener("pageshow", () => this.show());
      document.addEventListener("ly-erased", () => this.show());
    }

    show() {
      const kept = mine.list.includes(this.dataset.address);
      this.querySelector("button").ariaPressed = kept;
      this.querySelector("a").hidden = !kept;
    }

    press(button) {
      mine[button.ariaPressed === "true" ? "drop" : "add"](this.dataset.address);
      this.show();
    }
  }

  /** Who the reader is: roads and rights for that audience are put first, and heard first. */
  class Audience extends Shown {
    connectedCallback() {
      super.connectedCallback();
      const button = [...this.querySelectorAll("button")].find(({ value }) => value === Lyttevei.recall("who"));
      if (button) this.choose(button);
      document.addEventListener("ly-erased", () => this.mark());
    }

    /** Show who is chosen. */
    mark(button) {
      for (const each of this.querySelectorAll("button")) each.ariaPressed = each === button;
    }

    press(button) {
      const again = button.ariaPressed === "true";
      Lyttevei.remember("who", again ? "" : button.value);
      if (again) location.reload();
      else this.choose(button, true);
    }

    choose(button, aloud) {
      this.mark(button);
      const words = button.dataset.words.split("|");
      const rank = ({ dataset: { audience = "" } }) => (words.indexOf(audience.toLowerCase()) + words.length + 1) % (words.length + 1);
      for (const list of document.querySelectorAll(".roads, .rights ul")) {
        list.append(...[...list.children].sort((a, b) => rank(a) - rank(b)));
      }
      document.dispatchEvent(new Event("ly-order"));
      const status = this.querySelector("[role=status]");
      if (aloud) status.textContent = status.dataset.done;
    }
  }

  /** Goes to any page of a list. */
  class Surprise extends Shown {
    press() {
      const found = links(this);
      found[Math.floor(Math.random() * found.length)]?.click();
    }
  }

  /** Plays the pages of a list, one after the other. */
  class Playlist extends Shown {
    async press() {
      const addresses = links(this).map(({ href }) => href);
      await Lyttevei.use("playlist");
      Lyttevei.startPlaylist({ ...this.dataset, addresses, home: location.href });
    }
  }

  Lyttevei.mine = mine;
  for (const [name, element] of Object.entries({ keep: Keep, audience: Audience, surprise: Surprise, playlist: Playlist })) {
    customElements.define(`ly-${name}`, element);
  }
  if (Lyttevei.recall("playlist")) Lyttevei.use("playlist").then(() => Lyttevei.goOnPlaylist(), () => {});
}
