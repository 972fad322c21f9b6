{
  /** How much of a line names its button. */
  const SHORT = 40;

  /** Each line of a transcript gets a button by which it is heard, made of the one that came with the page. */
  const giveListen = (transcript) => {
    const made = transcript.querySelector("template");
    if (!made) return;
    made.remove();
    for (const line of transcript.querySelectorAll("li")) {
      const { textContent: text, id } = line;
      line.append(Lyttevei.copyFor(made, id, id, text.length > SHORT ? `${text.slice(0, SHORT).trim()} …` : text));
    }
  };

  Lyttevei.giveListen = giveListen;
}
