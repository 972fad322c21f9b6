{
  /** What layer 2 is made of: nothing of it is fetched before somebody wants to search. */
  const FULL_TEXT = ["lunr", "stem", "words", "pages"];

  /** What a text may be about besides itself: without its small words, and each of its words. */
  const readings = (text) => {
    const words = Lyttevei.tellingWords?.(text.slice(0, 200)).slice(0, 4) ?? [];
    return [text, words.join(" "), ...words.filter((word) => word.length > 3)];
  };

  /** Titles of the first reading that surely means one; else those that the whole text resembles. */
  const titlesFor = (index, text, limit) => {
    const found = Lyttevei.findTitles(index, text, limit);
    const all = [found, ...(found.some(({ sure }) => sure) ? [] : readings(text).slice(1).map((reading) => Lyttevei.findTitles(index, reading, limit)))];
    return all.find((titles) => titles.some(({ sure }) => sure)) ?? found;
  };

  /** Finds pages by title and by words, as far as their data has come: `keys` are those of the titles, pages and words. */
  class Finder {
    constructor(keys) {
      this.keys = keys;
    }

    /** A promise of titles and pages: enough to find something. */
    prepare() {
      const { titles, pages } = this.keys;
      this.ready ??= Promise.all([Lyttevei.need(titles), Lyttevei.need(pages)]).then(([data, rows]) => {
        Object.assign(this, { index: Lyttevei.titleIndex(data), pages: rows });
      }).catch((error) => {
        this.ready = undefined;
        throw error;
      });
      return this.ready;
    }

    /** A promise of the full text as well. */
    complete() {
      this.whole ??= Promise.all([this.prepare(), Lyttevei.need(this.keys.words), Lyttevei.loadScripts(FULL_TEXT)]).then(([, data]) => {
        this.words = lunr.Index.load(data);
      }).catch((error) => {
        this.whole = undefined;
        throw error;
      });
      return this.whole;
    }

    /** The pages for a text, best first: {sure, hits: [{title, page, why, name}]}; `sure` is false where we only guess. */
    find(text, limit = Infinity) {
      if (!this.index || !Lyttevei.typedLetters(text)) return { sure: true, hits: [] };
      const titles = titlesFor(this.index, text, limit);
      const likely = titles.filter(({ sure }) => sure);
      const numbers = new Set(likely.map(({ number }) => number));
      const others = (this.words ? Lyttevei.findPages(this.words, text) : []).filter((number) => !numbers.has(number));
      const found = [...likely, ...others.map((number) => ({ number, inText: true }))];
      return { sure: found.length > 0, hits: (found.length ? found : titles).slice(0, limit).map((each) => this.hit(each, text)) };
    }

    /** What is shown of a page: `why` is its first line or, where the words are elsewhere in it, the line with one of them. */
    hit({ number, name = "", inText = false }, text) {
      const page = this.pages[number];
      const matches = inText ? Lyttevei.matcher(text) : () => false;
      const why = page.lines.find((line) => inText && Lyttevei.words(line).some(matches)) ?? page.lines[0] ?? "";
      return { title: this.index.titles[number], page, name, why };
    }
  }

  Lyttevei.Finder = Finder;
}
