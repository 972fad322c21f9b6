{
  /** So many words of what was typed are looked up, each to so many letters: a pasted page cannot stop the machine. */
  const MOST_WORDS = 8;
  const MOST_LETTERS = 40;
  /** A word this long may be the beginning of another. */
  const SHORTEST = 3;
  /** So many letters are taken off the end of a word that no page has: an ending that the index does not know. */
  const LONGEST_ENDING = 3;

  /** The pages with a word, or one that begins with it: [{ref, score}]. No query language: clauses only. */
  const lookUp = (indexes, word) => indexes.flatMap((index) => index.query((query) => {
    const add = (term, boost, wildcard = lunr.Query.wildcard.NONE) => query.term(term, { boost, wildcard, usePipeline: false });
    Lyttevei.stemsOfBeginning(word).forEach((stem, i) => add(stem, i ? 1 : 4));
    if (word.length >= SHORTEST) add(word, 1, lunr.Query.wildcard.TRAILING);
  }));

  /** The pages for one word; where there are none, for what is left of it without its last letters. */
  const pagesWith = (indexes, word) => {
    const tries = [word, ...Array.from({ length: LONGEST_ENDING }, (_, i) => word.slice(0, -1 - i))];
    for (const each of tries.filter((start, i) => !i || start.length >= SHORTEST)) {
      const found = lookUp(indexes, each);
      if (found.length) return found;
    }
    return [];
  };

  /** The words to look up, and two neighbours written as one ("e post" is also "epost"). */
  const wanted = (typed) => {
    const words = Lyttevei.tellingWords(typed.slice(0, MOST_WORDS * MOST_LETTERS)).slice(0, MOST_WORDS).map((word) => word.slice(0, MOST_LETTERS));
    return { words, joined: words.slice(1).map((word, i) => words[i] + word) };
  };

  /** The numbers of the pages with the words typed, those with most of them first. `indexes` are lunr's, each of some pages. */
  const findPages = (indexes, typed) => {
    const found = new Map();
    const count = (hits, words) => hits.forEach(({ ref, score }) => {
      if (!found.has(ref)) found.set(ref, { number: Number(ref), words: 0, score: 0 });
      const page = found.get(ref);
      Object.assign(page, { words: page.words + words, score: page.score + score });
    });
    const { words, joined } = wanted(typed);
    for (const word of words) count(pagesWith(indexes, word), 1);
    for (const word of joined) count(lookUp(indexes, word), 1);
    return [...found.values()].sort((a, b) => b.words - a.words || b.score - a.score).map(({ number }) => number);
  };

  Lyttevei.findPages = findPages;
}
