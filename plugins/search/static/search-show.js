{
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

  Lyttevei.showHit = showHit;
}
