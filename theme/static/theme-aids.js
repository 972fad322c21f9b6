{
  /** A line or a window of light that follows the pointer, the finger, or the word that is being said. */
  class Aid {
    constructor() {
      this.box = Object.assign(document.createElement("div"), { className: "ly-aid" });
      this.box.setAttribute("aria-hidden", "true");
      document.body.append(this.box);
      addEventListener("pointermove", ({ clientY }) => this.move(clientY), { passive: true });
      addEventListener("touchmove", ({ touches }) => this.move(touches[0].clientY), { passive: true });
      addEventListener("focusin", ({ target }) => this.follow(target.getBoundingClientRect()));
      document.addEventListener("ly-word", ({ detail }) => this.follow(detail));
      this.move(innerHeight / 3);
    }

    follow(rect) {
      if (rect?.height) this.move(rect.top + rect.height / 2);
    }

    move(y) {
      this.box.style.setProperty("--y", `${Math.round(y)}px`);
    }
  }

  let aid;

  /** Show the ruler and the line focus as the settings say. */
  Lyttevei.readingAids = () => {
    const { ruler, focus } = Lyttevei.settings;
    if (ruler || focus) aid ??= new Aid();
  };
}
