{
  /** A screen reader is told how many there are when the typing has paused for so many ms. */
  const PAUSE = 700;

  /** The address of a page with the word to mark on it behind "#": that part never leaves the machine. */
  const marked = (address, typed) => `${Lyttevei.root}${address}#marker=${encodeURIComponent(typed)}`;

  /**
   * A result as an element, from a <template>: texts go to [data-show=title|kind|why|name], the picture to its <img>, the
   * address to its link. Everything is set as text, nothing is read as HTML.
   */
  const showHit = (template, { title, page, why, name }, typed, kind) => {
    const element = template.content.firstElementChild.cloneNode(true);
    const texts = { title, why, kind, name };
    for (const place of element.querySelectorAll("[data-show]")) {
      place.textContent = texts[place.dataset.show];
      if (place.dataset.show !== "kind") place.lang = page.lang;
    }
    element.querySelector(".search-also").hidden = !name;
    const [image, link, listen] = ["img", "a", "ly-listen"].map((name) => element.querySelector(name));
    if (page.picture) image.src = `${Lyttevei.root}${page.picture}`;
    else image.remove();
    link.href = marked(page.address, typed);
    listen.querySelector("button").hidden = !page.heard;
    const [key, from, to] = page.heard ?? [];
    if (key) Object.assign(listen.dataset, { key, from, to });
    return element;
  };

  /** A result as a row of the <ly-search> `box`; its cells have ids for aria-activedescendant. */
  const row = (box, hit, i, typed) => {
    const element = showHit(box.template, hit, typed, box.kindName(hit.page.kind));
    [...element.children].forEach((cell, place) => { cell.id = `${box.grid.id}-${i}-${place}`; });
    return element;
  };

  /** Show what was found below the field of `box`, and say how much it is once the typing pauses. */
  const showFound = (box, { sure, hits }, typed) => {
    box.grid.replaceChildren(...hits.map((hit, i) => row(box, hit, i, typed)));
    box.grid.hidden = !hits.length;
    box.querySelector(".search-guess").hidden = sure || !hits.length;
    box.querySelector(".search-none").hidden = hits.length > 0;
    box.querySelector(".search-ask")?.toggleAttribute("hidden", sure && hits.length > 0);
    box.querySelector(".search-typed").textContent = typed.trim();
    box.combobox.open();
    clearTimeout(box.telling);
    const { one, many, none, guess } = box.dataset;
    const count = hits.length === 1 ? one : many.replace("%d", hits.length);
    box.telling = setTimeout(() => box.say(hits.length ? `${sure ? "" : guess} ${count}`.trim() : none), PAUSE);
  };

  Object.assign(Lyttevei, { showHit, showFound });
}
