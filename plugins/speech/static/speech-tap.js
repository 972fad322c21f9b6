{
  /** A tap on these is never about the text. */
  const BUSY = "a, button, summary, label, input, select, textarea, audio, video, [contenteditable], [popover], ly-player";
  /** Lines of text have gaps between them, in px: a tap in one belongs to the line. */
  const SLACK = 3;

  /** Whether a sentence of `times` is drawn at the point (x, y) of the window. */
  const drawnAt = (sentence, element, x, y) => {
    const found = Lyttevei.textRange(element, sentence.start, sentence.end);
    return [...(found?.getClientRects() ?? [])].some((rect) =>
      x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK);
  };

  /** Whether a click may mean "read from here": one plain click on the page's text, with nothing selected. */
  const isTap = (event) => event.button === 0 && event.detail < 2 && !event.defaultPrevented
    && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
    && event.target.closest("main") !== null && !event.target.closest(BUSY) && getSelection().isCollapsed;

  /** Index of the sentence that a click hit, or -1. */
  const tapped = (times, event) => {
    const onPicture = event.target.localName === "img";
    return times.sentences.findIndex((sentence) => {
      const element = document.getElementById(sentence.block);
      if (!element?.contains(event.target)) return false;
      return onPicture ? sentence.words[0]?.length === 0 : drawnAt(sentence, element, event.clientX, event.clientY);
    });
  };

  Lyttevei.isTap = isTap;
  Lyttevei.tapped = tapped;
}
