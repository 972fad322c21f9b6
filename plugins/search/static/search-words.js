{
  /** Signs that join two words into one: hyphens, dashes, slashes. */
  const JOINTS = /[-/\\\u2010-\u2014\u2212]+/u;
  const NO_LETTERS = /[^\p{L}\p{N}\-/\\\u2010-\u2014\u2212]+/u;
  /** A word this long may be the beginning of another. */
  const SHORTEST = 3;
  /** Words that say nothing of what is looked for, unless nothing else is typed. */
  const SMALL = new Set((
    "a an at av bli blir da de den det dette du eg ei ein eit en er et for fra ha har hva hvem hvor hvordan hvorfor i "
    + "ikke ikkje jeg jobb jobbe kan med meg min og om på skal som til vil være å"
  ).split(" "));

  /** The words of a text, each run of letters and digits; of joined ones the whole too: "e-post" gives e, post, epost. */
  const words = (text) => Lyttevei.lower(text).split(NO_LETTERS).flatMap((chunk) => {
    const parts = chunk.split(JOINTS).filter(Boolean);
    return parts.length > 1 ? [...parts, parts.join("")] : parts;
  });

  /** The words that say what is looked for; all of them where none does. */
  const tellingWords = (text) => {
    const all = words(text);
    const telling = all.filter((word) => !SMALL.has(word));
    return telling.length ? telling : all;
  };

  /** A test of words: is it one that was typed, an inflection of it, or begins with it? */
  const matcher = (typed) => {
    const wanted = tellingWords(typed).map((word) => ({ word, stem: Lyttevei.stem(word) }));
    return (word) => wanted.some((each) => (
      word === each.word || Lyttevei.stem(word) === each.stem || (each.word.length >= SHORTEST && word.startsWith(each.word))
    ));
  };

  Object.assign(Lyttevei, { words, tellingWords, matcher });
}
