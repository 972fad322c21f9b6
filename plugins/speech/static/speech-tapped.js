{
  /** Lines of text have gaps between them, in px: a tap in one belongs to the line. */
  const SLACK = 3;

  /** Whether a sentence of `times` is drawn at the point (x, y) of the window. */
  const drawnAt = (sentence, element, x, y) => {
    const found = Lyttevei.textRange(element, sentence.start, sentence.end);
    return [...(found?.getClientRects() ?? [])].some((rect) =>
      x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK);
  };

  /** Index of the sentence that a click hit, or -1. */
  const tapped = (times, event) => {
    const onPicture = event.target.localName === "img";
    return times.sentences.findIndex((sentence) => {
      const element = document.getElementById(sentence.block);
      if (!element?.contains(event.target)) return false;
      return onPicture ? sentence.words[0]?.length === 0 : drawnAt(sentence, element, event.clientX, event.clientY);
    });
  };

  Lyttevei.tapped = tapped;
}
