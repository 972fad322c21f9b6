{
  const VOWELS = "aeiouyæåø";
  const letters = (text) => new Set(text.split(" "));
  const INFLECTIONS = letters(
    "a e ede ande ende ane ene hetene en heten ar er heter as es edes endes enes hetenes ens hetens ers ets et het ast s erte ert",
  );
  const PAIRS = letters("dt vt");
  const DERIVED = letters("leg eleg ig eig lig elig els lov elov slov hetslov");
  /** A word to the letter after its first vowels: nothing of that is an ending, nor of its first three letters. */
  const HEAD = new RegExp(`^[^${VOWELS}]*[${VOWELS}]+[^${VOWELS}]`, "u");
  const THREE = /^.{3}/su;
  /** An "s" is an ending only after these. */
  const BEFORE_S = new RegExp(`([bcdfghjlmnoprtvyz]|[^${VOWELS}]k)$`, "u");

  /** The longest of the known endings that a word has from `from` on; "" for none. */
  const ending = (word, from, known) => {
    for (let at = from; at < word.length; at += 1) if (known.has(word.slice(at))) return word.slice(at);
    return "";
  };

  const without = (word, end) => word.slice(0, word.length - end.length);

  const withoutInflection = (word, from) => {
    const end = ending(word, from, INFLECTIONS);
    if (end === "s") return BEFORE_S.test(without(word, end)) ? without(word, end) : word;
    return without(word, end) + (end === "ert" || end === "erte" ? "er" : "");
  };

  /** The stem of a word in lower case, by the Norwegian algorithm of Snowball 2 (snowballstem.org), which the index was built with. */
  const stem = (word) => {
    const [head, three] = [word.match(HEAD), word.match(THREE)];
    if (!head || !three) return word;
    const from = Math.max(head[0].length, three[0].length);
    const plain = withoutInflection(word, from);
    const single = ending(plain, from, PAIRS) ? plain.slice(0, -1) : plain;
    return without(single, ending(single, from, DERIVED));
  };

  /** Every beginning of an ending: "ende" gives e, en, end, ende. */
  const BEGUN = new Set([...INFLECTIONS, ...DERIVED].flatMap((end) => Array.from(end, (_, i) => end.slice(0, i + 1))));

  /**
   * The stems that a word may have when more of it is typed: "rørlegge" may become "rørleggeren", whose stem is "rørlegg".
   * One ending goes and no second: "morgene" may become "morgenen", whose stem is "morgen", while "morgen" alone has "morg".
   */
  const stemsOfBeginning = (word) => {
    const cuts = Array.from(word, (_, i) => word.slice(0, i)).filter((cut) => cut.length > 2 && BEGUN.has(word.slice(cut.length)));
    return [...new Set([stem(word), ...cuts.flatMap((cut) => [cut, stem(cut)])])];
  };

  Object.assign(Lyttevei, { stem, stemsOfBeginning });
}
