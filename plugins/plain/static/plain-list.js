{
  /** Each word of the list gets a button that says it and its explanation, made of the one that comes with the page. */
  const template = document.getElementById("ly-hor");
  for (const text of document.querySelectorAll(".word-list dt + dd")) {
    const name = text.previousElementSibling;
    const heard = Object.assign(document.createElement("dd"), { className: "word-hear" });
    heard.append(Lyttevei.copyFor(template, name.id, text.id, name.textContent));
    text.after(heard);
  }
}
