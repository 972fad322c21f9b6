/* Only in pages that `lyttevei serve` answers with: opens the page again when the site is built again, and shows what stopped a build. */
{
  const LOOK = {
    position: "fixed", inset: "auto 0 0 0", zIndex: 2147483647, maxHeight: "60vh", overflow: "auto", margin: 0, padding: "1rem",
    boxSizing: "border-box", background: "#fff4f2", color: "#3a0a00", borderTop: "4px solid #b3261e", font: "1rem/1.5 system-ui, sans-serif",
  };
  const news = new EventSource("/.lyttevei/events");

  /** An element with a text. */
  const make = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  /** The box with the problems, a line each; it takes the place of the one before. */
  const show = (problems) => {
    const box = make("section", ""), list = document.createElement("ul"), close = make("button", "Lukk");
    document.getElementById("lyttevei-feil")?.remove();
    box.id = "lyttevei-feil";
    box.lang = "nb";
    box.setAttribute("role", "alert");
    Object.assign(box.style, LOOK);
    for (const problem of problems) {
      const item = make("li", problem);
      item.style.overflowWrap = "anywhere";
      list.append(item);
    }
    Object.assign(close.style, { font: "inherit", minHeight: "44px", padding: "0 1rem", color: "inherit" });
    close.type = "button";
    close.addEventListener("click", () => box.remove());
    box.append(make("strong", "Byggingen stoppet. Siden her er slik den var før:"), list, close);
    document.body.append(box);
  };

  news.addEventListener("message", () => location.reload());
  news.addEventListener("problems", (event) => show(JSON.parse(event.data)));
}
