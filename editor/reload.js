/* Only in pages that `lyttevei serve` answers with: opens the page again when the site is built again, and shows what stopped a build
   and what it remarked. It stands last in the body, outside of what the voice reads and marks, and above the player. */
{
  const LOOK = {
    position: "fixed", inset: "auto 0 var(--player, 0px) 0", zIndex: 2147483647, maxHeight: "60vh", overflow: "auto", margin: 0,
    padding: ".5rem 1rem", boxSizing: "border-box", font: "1rem/1.5 system-ui, sans-serif",
  };
  const GRAVE = { background: "#fff4f2", color: "#3a0a00", borderTop: "4px solid #b3261e" };
  const CALM = { background: "#fffbe6", color: "#2b2300", borderTop: "4px solid #8a6d00" };
  /** A problem as the terminal has it: file, line, what and what to do, code. */
  const PROBLEM = /^(.*):(\d+): (?:feil|merknad): (.*) \[[a-z0-9-]+\]$/;
  /** The remarks that were closed: the same are not shown again. */
  const CLOSED = "lyttevei-lukket";
  const news = new EventSource("/.lyttevei/events");

  /** An element with a text or with others in it. */
  const make = (name, style, ...inside) => {
    const made = document.createElement(name);
    Object.assign(made.style, style);
    made.append(...inside);
    return made;
  };

  /** Problems as a list: where in bold, then what and what to do. */
  const list = (problems) => make("ul", { margin: ".25rem 0" }, ...problems.map((problem) => {
    const found = PROBLEM.exec(problem);
    const inside = found ? [make("strong", {}, `${found[1]}, linje ${found[2]}:`), ` ${found[3]}`] : [problem];
    return make("li", { overflowWrap: "anywhere" }, ...inside);
  }));

  /** The remarks, folded: they stop nothing. */
  const fold = (remarks) => {
    const count = `${remarks.length} ${remarks.length === 1 ? "merknad" : "merknader"}`;
    const summary = make("summary", { cursor: "pointer", lineHeight: "44px", padding: 0, margin: 0 }, count);
    return make("details", { border: 0, margin: 0, padding: 0, maxWidth: "none" }, summary, list(remarks));
  };

  /** The box with what stopped the build and what was remarked; it takes the place of the one before. */
  const show = ({ errors, remarks }) => {
    document.getElementById("lyttevei-feil")?.remove();
    if (!errors.length && (!remarks.length || sessionStorage[CLOSED] === JSON.stringify(remarks))) return;
    const close = make("button", { float: "right", font: "inherit", minHeight: "44px", padding: "0 1rem", color: "inherit" }, "Lukk");
    const box = make("section", { ...LOOK, ...(errors.length ? GRAVE : CALM) });
    Object.assign(box, { id: "lyttevei-feil", lang: "nb", ariaLabel: "Fra lyttevei serve" });
    const shut = () => {
      if (!errors.length) sessionStorage[CLOSED] = JSON.stringify(remarks);
      box.remove();
    };
    close.type = "button";
    close.addEventListener("click", shut);
    box.addEventListener("keydown", (event) => event.key === "Escape" && shut());
    box.append(close, ...(remarks.length ? [fold(remarks)] : []));
    document.body.append(box);
    if (!errors.length) return;
    const alert = make("div", {}, make("strong", {}, "Byggingen stoppet. Siden her er slik den var før:"), list(errors));
    alert.setAttribute("role", "alert");
    close.after(alert);
  };

  news.addEventListener("message", () => location.reload());
  news.addEventListener("problems", (event) => show(JSON.parse(event.data)));
}
