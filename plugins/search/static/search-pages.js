{
  /** So many words of what was typed are looked up, each to so many letters: a pasted page cannot stop the machine. */
  const MOST_WORDS = 8;
  const MOST_LETTERS = 40;
  /** A word this long may be the beginning of another ... */
  const SHORTEST = 3;
  /** ... and so many letters more than any word begins with may be an ending that the index does not know. */
  const LONGEST_ENDING = 3;

  /** The pages with a word, or its stem, or a word that begins with `start`: [{ref, score}]. No query language: clauses only. */
  const lookUp = (index, word, start) => index.query((query) => {
    const add = (term, boost, wildcard = lunr.Query.wildcard.NONE) => query.term(term, { boost, wildcard, usePipeline: false });
    add(word, 4);
    add(Lyttevei.stem(word), 2);
    if (start.length >= SHORTEST) add(start, 1, lunr.Query.wildcard.TRAILING);
  });

  /** The pages for one word; letters are taken off its end until some page has it, so that typing on loses none. */
  const pagesWith = (index, word) => {
    for (let cut = 0; cut <= LONGEST_ENDING; cut += 1) {
      const start = word.slice(0, word.length - cut);
      const found = cut && start.length < SHORTEST ? [] : lookUp(index, word, start);
      if (found.length) return found;
    }
    return [];
  };

  /** The words to look up, and two neighbours written as one ("e post" is also "epost"). */
  const wanted = (typed) => {
    const words = Lyttevei.tellingWords(typed.slice(0, MOST_WORDS * MOST_LETTERS)).slice(0, MOST_WORDS).map((word) => word.slice(0, MOST_LETTERS));
    return { words, joined: words.slice(1).map((word, i) => words[i] + word) };
  };

  /** The numbers of the pages with the words typed, those with most of them first. */
  const findPages = (index, typed) => {
    const found = new Map();
    const count = (hits, words) => hits.forEach(({ ref, score }) => {
      const before = found.get(ref) ?? { number: Number(ref), words: 0, score: 0 };
      found.set(ref, { ...before, words: before.words + words, score: before.score + score });
    });
    const { words, joined } = wanted(typed);
    for (const word of words) count(pagesWith(index, word), 1);
    for (const word of joined) count(lookUp(index, word, ""), 1);
    return [...found.values()].sort((a, b) => b.words - a.words || b.score - a.score).map(({ number }) => number);
  };

  Lyttevei.findPages = findPages;
}
