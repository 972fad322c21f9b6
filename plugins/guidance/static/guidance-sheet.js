{
  const MOST = 3;

  /** Say one thing and wait until it has been said, or something else was wanted; `button` is a <ly-listen>. */
  const heard = (button) => new Promise((resolve) => {
    let begun = false;
    const look = () => {
      begun ||= button.isPlaying;
      if (!begun || button.isPlaying) return;
      document.removeEventListener("ly-speech", look);
      resolve();
    };
    document.addEventListener("ly-speech", look);
    button.press();
  });

  /** Whether a button's text was said to its end: nobody paused it or started something else. */
  const wholly = ({ reading }) => (reading ? reading.afterPart || reading.over : Lyttevei.short.ms >= Lyttevei.short.end);

  /** A voice of this machine for Norwegian, undefined for none: a text of the reader's own is never sent anywhere. */
  const ownVoice = () => (globalThis.speechSynthesis?.getVoices() ?? []).find(({ localService, lang }) => localService && /^(nb|no)\b/i.test(lang));

  /** The sheet for the talk. Nothing of it leaves the page. */
  class Sheet extends HTMLElement {
    async connectedCallback() {
      this.status = this.querySelector(":scope > [role=status]");
      this.own = this.querySelector("textarea");
      this.boxes = [...this.querySelectorAll("[type=checkbox]")];
      this.querySelector(":scope > .actions").hidden = false;
      this.addEventListener("change", ({ target }) => target.type === "checkbox" && this.choose(target));
      this.own.addEventListener("input", () => { this.own.dataset.text = this.own.value; });
      document.addEventListener("ly-sounds", ({ detail }) => detail !== this && globalThis.speechSynthesis?.cancel());
      this.addEventListener("click", ({ target }) => this.press(target.closest("[data-do]")?.dataset.do));
      const pages = await Lyttevei.keptPages(this.dataset.table);
      this.querySelector(".mine-list").append(...pages.map((page) => Lyttevei.keptItem(this.querySelector("template"), page)));
      for (const each of this.querySelectorAll(".sheet-none, .sheet-pages .sheet-line")) each.hidden = pages.length > 0;
    }

    get chosen() {
      return this.boxes.filter(({ checked }) => checked);
    }

    choose(box) {
      const many = this.chosen.length;
      if (many > MOST) box.checked = false;
      this.status.textContent = many > MOST ? this.dataset.most : this.dataset.chosen.replace("{}", many).replace("{}", MOST);
    }

    press(what) {
      if (what === "print") print();
      if (what === "hear") this.hear();
    }

    /** What is to be said: buttons for the questions that are chosen, then for the pages that are kept. */
    get said() {
      const questions = this.chosen.map(({ value }) => {
        const button = document.createElement("ly-listen");
        Object.assign(button.dataset, { from: value, to: value });
        return button;
      });
      return [...questions, ...this.querySelectorAll(".mine-list ly-listen")];
    }

    async hear() {
      const playing = this.playing;
      this.stop();
      if (playing) return;
      const turn = (this.playing = {});
      Lyttevei.showState(this.querySelector("[data-do=hear]"), true);
      for (const button of this.said) {
        if (turn !== this.playing) return;
        this.now = button;
        if (!button.isConnected) this.append(button);
        await heard(button);
        if (turn === this.playing && !wholly(button)) this.stop();
        if (!button.closest("li")) button.remove();
      }
      if (turn === this.playing) this.sayOwn();
    }

    sayOwn() {
      this.stop();
      const text = this.own.value.trim();
      const voice = text && ownVoice();
      if (voice) {
        document.dispatchEvent(new CustomEvent("ly-sounds", { detail: this }));
        speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang }));
      } else if (text) this.status.textContent = this.dataset.own;
    }

    stop() {
      this.playing = undefined;
      this.now?.stop();
      this.now = undefined;
      Lyttevei.showState(this.querySelector("[data-do=hear]"), false);
    }
  }

  customElements.define("ly-sheet", Sheet);
}
