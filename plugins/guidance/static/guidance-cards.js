{
  /** So many jobs are shown of a family; the others are on its own page. */
  const JOBS = 5;

  /** The cards in turn, then what they tell. The answers live in this object and nowhere else. */
  class Cards extends HTMLElement {
    connectedCallback() {
      this.cards = [...this.querySelectorAll(".deck-card")];
      this.families = [...this.querySelectorAll("article[data-letter]")];
      this.order = [...this.families];
      this.addEventListener("click", ({ target }) => target.closest("button") && this.press(target.closest("button")));
      for (const each of this.querySelectorAll(".deck-answers, .deck-count")) each.hidden = false;
      this.begin();
    }

    /** Ready to start: neither card nor result is shown. */
    begin() {
      this.answers = [];
      for (const family of this.families) this.clear(family);
      this.part("start");
    }

    /** Show one part: start, cards or result. */
    part(name) {
      this.querySelector(".deck").hidden = name === "result";
      this.querySelector(".deck-start").hidden = name !== "start";
      this.querySelector(".deck-cards").hidden = this.querySelector(".deck-way").hidden = name !== "cards";
      this.querySelector(".families").hidden = name !== "result";
      this.querySelector(".families-do").hidden = name !== "result";
      this.dataset.part = name;
    }

    press(button) {
      if (button.closest(".deck-answers")) this.answer(Number(button.value));
      const act = { start: () => this.start(), back: () => this.back(), again: () => this.again(), print: () => print(), keep: () => this.keep(button) };
      act[button.dataset.do]?.();
    }

    /** What counts the answers comes while the first card is looked at. */
    start() {
      this.score().catch(() => {});
      this.show(0);
    }

    score() {
      return Lyttevei.loadScripts(this.dataset.scripts);
    }

    /** Show card `i`, and say it if that is wanted; what has the focus tells a screen reader. */
    show(i) {
      this.part("cards");
      this.cards.forEach((card, place) => { card.parentElement.hidden = place !== i; });
      const card = this.cards[i];
      card.querySelector(".deck-count").textContent = this.dataset.count.replace("{}", i + 1);
      for (const button of card.querySelectorAll(".deck-answers button")) button.ariaPressed = Number(button.value) === this.answers[i];
      this.now = i;
      this.querySelector("[data-do=back]").disabled = i === 0;
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
      const listen = card.querySelector("ly-listen");
      if (this.querySelector("[data-set=aloud]").checked && listen && !listen.isPlaying) listen.press();
    }

    answer(value) {
      this.answers[this.now] = value;
      this.cards[this.now].querySelector("ly-listen")?.stop();
      if (this.now + 1 < this.cards.length) this.show(this.now + 1);
      else this.tell();
    }

    back() {
      if (this.now) this.show(this.now - 1);
    }

    again() {
      this.begin();
      this.show(0);
    }

    /** Three families, the best first, each with why and the jobs that fit; all of them where what counts did not come. */
    async tell() {
      if (!(await this.score().then(() => true, () => false))) return this.part("result");
      const letters = this.cards.map(({ dataset }) => dataset.letter);
      const families = this.order.map(({ dataset }) => dataset.letter);
      const found = Lyttevei.cards.result(letters, this.answers, families);
      const order = Lyttevei.cards.rank(letters, this.answers, families).map(({ letter }) => letter);
      this.part("result");
      for (const family of this.families) family.hidden = true;
      found.forEach((each) => this.tellFamily(each, order));
      const section = this.querySelector(".families");
      section.querySelector("[role=status]").textContent = this.dataset.done;
      section.querySelector(".families-said").textContent = "";
      section.focus({ preventScroll: true });
      return section.scrollIntoView();
    }

    tellFamily({ letter, kind, cards }, order) {
      const family = this.families.find(({ dataset }) => dataset.letter === letter);
      this.clear(family);
      family.parentElement.append(family);
      family.querySelector(`.family-why[id$="-${kind}"]`).hidden = false;
      const reasons = family.querySelector(".family-reasons");
      reasons.hidden = !cards.length;
      [...reasons.children].forEach((reason, i) => { reason.hidden = !cards.includes(i); });
      const list = family.querySelector(".family-jobs");
      const jobs = [...list.children];
      const fitting = Lyttevei.cards.rankJobs(jobs.map(({ dataset }) => dataset.letters), letter, order);
      list.append(...fitting.map((i) => jobs[i]));
      [...list.children].forEach((job, i) => { job.hidden = i >= JOBS; });
      family.hidden = false;
    }

    clear(family) {
      family.hidden = false;
      for (const why of family.querySelectorAll(".family-why")) why.hidden = true;
      family.querySelector(".family-reasons").hidden = true;
    }

    /** The three families go to "Mine sider", since the reader asked for it. */
    keep(button) {
      for (const { dataset, hidden } of this.families) if (!hidden && dataset.address) Lyttevei.mine.add(dataset.address);
      this.querySelector(".families-said").textContent = button.dataset.done;
    }
  }

  customElements.define("ly-cards", Cards);
}
