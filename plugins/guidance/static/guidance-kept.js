{
  /** The sound of each page that can be kept: a Map from address to key. */
  const keys = () => {
    const text = document.querySelector(".guidance-keys")?.content.textContent ?? "";
    return new Map(text.trim().split("\n").map((line) => line.split(" ")));
  };

  /** The rows of the kept pages that are on this site: [[address, row]]; the table of all pages is only fetched where there are any. */
  const keptPages = async (key) => {
    const { list } = Lyttevei.mine;
    const table = list.length ? await Lyttevei.need(key) : {};
    return list.filter((address) => Object.hasOwn(table, address)).map((address) => [address, table[address]]);
  };

  /** An element of a list for a kept page, from a template: its link, and its sound where it has one. */
  const keptItem = (template, [address, row], sounds = keys()) => {
    const item = template.content.firstElementChild.cloneNode(true);
    const link = item.querySelector("a");
    Object.assign(link, { href: `${Lyttevei.root}${address}`, textContent: row.title, lang: row.lang });
    const listen = item.querySelector("ly-listen");
    if (sounds.has(address)) listen?.setAttribute("data-key", sounds.get(address));
    else listen?.remove();
    listen?.querySelectorAll(".unseen").forEach((each) => each.remove());
    listen?.querySelector("button")?.setAttribute("aria-label", `${template.dataset.hear} ${row.title}`);
    item.dataset.address = address;
    return item;
  };

  Object.assign(Lyttevei, { keptPages, keptItem });
}
