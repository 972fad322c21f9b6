{
  /** A tap on these is never about the text. */
  const BUSY = "a, button, summary, label, input, select, textarea, audio, video, [contenteditable], [popover], ly-player";

  /** Whether a click may mean "read from here": one plain click on the page's text, with nothing selected. */
  const isTap = (event) => event.button === 0 && event.detail < 2 && !event.defaultPrevented
    && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
    && event.target.closest("main") !== null && !event.target.closest(BUSY) && getSelection().isCollapsed;

  Lyttevei.isTap = isTap;
}
