{
  /** What a text may be about besides itself: without its small words, and each of its words. */
  const readings = (text) => {
    const words = Lyttevei.tellingWords(text.slice(0, 200)).slice(0, 4);
    return [text, words.join(" "), ...words.filter((word) => word.length > 3)];
  };

  /** Titles of the first reading that surely means one; else those that the whole text resembles. */
  const titlesFor = (index, text, limit) => {
    const found = Lyttevei.findTitles(index, text, limit);
    const all = [found, ...(found.some(({ sure }) => sure) ? [] : readings(text).slice(1).map((reading) => Lyttevei.findTitles(index, reading, limit)))];
    return all.find((titles) => titles.some(({ sure }) => sure)) ?? found;
  };

  /** Titles that are typed right so far come first, then the pages that speak of it; misspelt titles are last, or alone in front. */
  const inOrder = (titles, inText) => {
    const right = titles.filter(({ away }) => away === 0);
    return right.length ? [...right, ...inText, ...titles] : [...titles, ...inText];
  };

  /** Each page once, at its first place. */
  const once = (hits) => {
    const first = new Map();
    for (const hit of hits) if (!first.has(hit.number)) first.set(hit.number, hit);
    return [...first.values()];
  };

  /** Why a page is found: its first line or, where the words of `text` are elsewhere in it, the line with one of them. */
  const reason = (lines, text) => {
    const matches = text ? Lyttevei.matcher(text) : () => false;
    return lines.find((line) => text && Lyttevei.words(line).some(matches)) ?? lines[0] ?? "";
  };

  /** Let the browser do something else before the next piece of work. */
  const pause = () => new Promise((resolve) => { setTimeout(resolve); });

  /**
   * Finds pages by title and by words, as far as their data has come. `titles` and `parts` are keys of data scripts,
   * `scripts` the addresses of the full text's: nothing of that is fetched before somebody wants to search.
   */
  class Finder {
    constructor(titles, parts, scripts) {
      Object.assign(this, { titles, parts: parts.split(" ").filter(Boolean), scripts, shown: [], words: [] });
    }

    /** A promise of all data, fetched once; `arrived` is called when more can be found than before. */
    prepare(arrived) {
      this.ready ??= this.fetch(arrived).catch((error) => {
        this.ready = undefined;
        throw error;
      });
      return this.ready;
    }

    /** The most wanted pages come first. Each part is read in small pieces of work: nobody's typing waits for it. */
    async fetch(arrived) {
      this.index = Lyttevei.titleIndex(await Lyttevei.need(this.titles));
      await Lyttevei.loadScripts(this.scripts);
      while (this.words.length < this.parts.length) {
        const text = await Lyttevei.need(this.parts[this.words.length]);
        await pause();
        const { shown, words } = JSON.parse(text);
        await pause();
        this.words.push(lunr.Index.load(words));
        this.shown.push(...shown);
        arrived();
      }
    }

    get isEmpty() {
      return this.shown.length === 0;
    }

    /** The pages for a text, best first: {sure, hits: [{title, page, why, name}]}; `sure` is false where we only guess. */
    find(text, limit = Infinity) {
      if (this.isEmpty || !Lyttevei.typedLetters(text)) return { sure: true, hits: [] };
      const titles = titlesFor(this.index, text, limit).filter(({ number }) => number < this.shown.length);
      const inText = Lyttevei.findPages(this.words, text).map((number) => ({ number, inText: true }));
      const found = once(inOrder(titles.filter(({ sure }) => sure), inText));
      return { sure: found.length > 0, hits: (found.length ? found : titles).slice(0, limit).map((each) => this.hit(each, text)) };
    }

    /** What is shown of a page. Many are found and few are seen: where its words stand is looked up when it is shown. */
    hit({ number, name = "", inText = false }, text) {
      const page = this.shown[number];
      return { title: this.index.titles[number], page, name, get why() { return reason(page.lines, inText && text); } };
    }
  }

  Lyttevei.Finder = Finder;
}
