{
  const WORD = "ly-word";
  const SENTENCE = "ly-sentence";
  const PICTURE = "ly-spoken";

  /** The text nodes of an element with where each begins in its text. */
  function* pieces(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length) yield [walker.currentNode, at];
  }

  /** A Range of an element's text from `start` to `end`, UTF-16 units of its textContent; undefined when it has less text. */
  const range = (element, start, end) => {
    const found = document.createRange();
    let begun = false;
    for (const [node, at] of pieces(element)) {
      if (!begun && start < at + node.length) {
        found.setStart(node, start - at);
        begun = true;
      }
      if (begun && end <= at + node.length) {
        found.setEnd(node, end - at);
        return found;
      }
    }
    return undefined;
  };

  /** The picture in an element that stands at the offset `at` of its text. */
  const picture = (element, at) => {
    const before = document.createRange();
    return [...element.querySelectorAll("img")].find((image) => {
      before.setStart(element, 0);
      before.setEndBefore(image);
      return before.toString().length === at;
    });
  };

  /** Lines drawn around a Range, for browsers without the Highlight API; the text itself is left alone. */
  class Outline {
    constructor() {
      this.box = Object.assign(document.createElement("div"), { className: "ly-outline" });
      this.box.setAttribute("aria-hidden", "true");
      addEventListener("resize", () => this.draw());
    }

    /** Draw around `found`, or nothing when there is none. */
    show(found) {
      this.found = found;
      this.draw();
    }

    draw() {
      this.box.replaceChildren(...[...(this.found?.getClientRects() ?? [])].map((rect) => {
        const line = document.createElement("i");
        Object.assign(line.style, {
          left: `${rect.left + scrollX}px`, top: `${rect.top + scrollY}px`, width: `${rect.width}px`, height: `${rect.height}px`,
        });
        return line;
      }));
      if (!this.box.isConnected) document.body.append(this.box);
    }
  }

  /** One named highlight of the page, never more than one Range in it. */
  class Light {
    constructor(name, priority) {
      this.highlight = Object.assign(new Highlight(), { priority });
      CSS.highlights.set(name, this.highlight);
    }

    show(found) {
      this.highlight.clear();
      if (found) this.highlight.add(found);
    }
  }

  /** Shows which sentence and which word is being said; `place` is the last word or picture marked, or a sentence without known words. */
  class Mark {
    constructor() {
      const able = "Highlight" in globalThis && "highlights" in CSS;
      this.sentenceLight = able ? new Light(SENTENCE, 0) : new Outline();
      this.wordLight = able ? new Light(WORD, 1) : { show() {} };
    }

    /** Mark a sentence of the times and its word (undefined: no word); tells whether that changed anything. */
    show(sentence, word) {
      if (sentence === this.sentence && word === this.word) return false;
      const element = document.getElementById(sentence.block);
      if (sentence !== this.sentence) {
        const whole = element ? range(element, sentence.start, sentence.end) : undefined;
        this.sentenceLight.show(whole);
        if (!sentence.words.length) this.place = whole;
      }
      this.showWord(element, word);
      Object.assign(this, { sentence, word });
      return true;
    }

    showWord(element, word) {
      this.image?.classList.remove(PICTURE);
      this.image = element && word?.length === 0 ? picture(element, word.start) : undefined;
      this.image?.classList.add(PICTURE);
      this.wordRange = element && word?.length > 0 ? range(element, word.start, word.start + word.length) : undefined;
      this.wordLight.show(this.wordRange);
      this.place = this.wordRange ?? this.image ?? this.place;
    }

    /** Take all marks away. */
    clear() {
      this.sentenceLight.show(undefined);
      this.showWord(null, undefined);
      this.sentence = this.word = this.place = undefined;
    }
  }

  Lyttevei.pictureAt = picture;
  Lyttevei.textRange = range;
  Lyttevei.Mark = Mark;
}
