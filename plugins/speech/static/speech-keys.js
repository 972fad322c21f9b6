{
  /** What has a meaning of its own for Space and Enter. */
  const NATIVE = "a[href], button, input:not([type=range]), select, textarea, summary, audio, video, [contenteditable]";
  /** Where letters are written, or choose. */
  const WRITING = "input:not([type=range], [type=checkbox], [type=radio]), select, textarea, [contenteditable]";
  const LETTERS = { k: "toggle", j: "back", l: "on" };
  const SHIFTED = { j: "headingBack", l: "headingOn" };

  /** What a key asks of the player: toggle, back, on, headingBack, headingOn or start; "" when it is not for the player. */
  const command = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return "";
    if (event.target.closest(WRITING)) return "";
    const letter = (event.shiftKey ? SHIFTED : LETTERS)[event.key.toLowerCase()];
    if (letter) return letter === "toggle" && event.repeat ? "" : letter;
    if (event.shiftKey || event.repeat || event.target.closest(NATIVE)) return "";
    return { " ": "toggle", Enter: "start" }[event.key] ?? "";
  };

  Lyttevei.keyCommand = command;
}
