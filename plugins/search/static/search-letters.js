{
  /** Long enough for any title, short enough that no query can keep the machine busy. */
  const LONGEST = 40;
  const ALIKE = [["aa", "å"], ["ö", "ø"], ["ä", "æ"], ["é", "e"]];

  /** A text written one way: NFC, lower case, without invisible signs and loose accents, aa as å, ö as ø, ä as æ, é as e. */
  const lower = (text) => ALIKE.reduce(
    (kept, [seen, meant]) => kept.replaceAll(seen, meant),
    text.normalize("NFC").toLowerCase().replace(/[\p{Cf}\p{M}]/gu, ""),
  );

  /** A text as titles are compared: its letters and digits, with nothing between them. */
  const normalise = (text) => lower(text).replace(/[^\p{L}\p{N}]/gu, "");

  /** What a person typed, normalised; a pasted page is cut before any work is done on it. */
  const typedLetters = (text) => normalise(text.trimStart().slice(0, 4 * LONGEST)).slice(0, LONGEST);

  Object.assign(Lyttevei, { lower, normalise, typedLetters });
}
