{
  const element = (sentence) => document.getElementById(sentence.block);

  /** Whether a sentence can be seen: not in a closed fold, not hidden. */
  const isShown = (sentence) => {
    const found = element(sentence);
    return found !== null && !found.closest("details:not([open]) > :not(summary)") && (found.checkVisibility?.() ?? true);
  };

  const isHeading = (sentence) => /^h[1-6]$/.test(element(sentence)?.localName ?? "");

  /** Whether a sentence is a picture's text, which has a place and no letters. */
  const isPicture = (sentence) => sentence.start === sentence.end;

  Object.assign(Lyttevei, { isHeading, isPicture, isShown });
}
