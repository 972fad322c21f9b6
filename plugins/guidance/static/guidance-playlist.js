{
  const here = () => location.href.split("#")[0];

  /** The list that is being heard: { home, addresses, and the data attributes of its button, our words for the line }; undefined for none. */
  const current = () => {
    try {
      return JSON.parse(Lyttevei.recall("playlist")) || undefined;
    } catch {
      return undefined;
    }
  };

  /** Go to the page at a place in the list, and read it. */
  const go = (list, place) => {
    Lyttevei.remember("go-on", "on"); // the next page's player begins by itself
    location.assign(list.addresses[place]);
  };

  /** Begin with the first page; addresses as links have them. */
  const start = (list) => {
    const playlist = { ...list, addresses: list.addresses.map((address) => address.split("#")[0]) };
    Lyttevei.remember("playlist", JSON.stringify(playlist));
    go(playlist, 0);
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  /** A line above the page: which list this is, where in it we are, and how to leave it. */
  const line = (list, place) => {
    const end = () => {
      Lyttevei.remember("playlist", "");
      bar.remove();
    };
    const button = (text, act) => {
      const made = element("button", { type: "button", className: "button quiet", textContent: text });
      made.addEventListener("click", act);
      return made;
    };
    const bar = element("nav", { className: "wrap playlist", ariaLabel: list.name, lang: list.lang });
    const where = list.place.replace("{}", place + 1).replace("{}", list.addresses.length);
    const text = element("p", {}, `${list.hear} `, element("a", { href: list.home, textContent: list.title }), `: ${where}`);
    bar.append(text);
    if (place > 0) bar.append(button(list.back, () => go(list, place - 1)));
    if (place + 1 < list.addresses.length) bar.append(button(list.on, () => go(list, place + 1)));
    bar.append(button(list.end, end));
    return bar;
  };

  /** This page is in the list: say so, and go on to the next when it has been heard. */
  const goOn = () => {
    const list = current();
    const place = list?.addresses?.indexOf(here()) ?? -1;
    if (place < 0) return;
    document.querySelector("main").before(line(list, place));
    const player = document.querySelector("ly-player");
    if (player && place + 1 < list.addresses.length) player.dataset.next = list.addresses[place + 1];
    player?.addEventListener("ly-ended", () => {
      if (!Lyttevei.recall("playlist")) return;
      if (place + 1 < list.addresses.length) go(list, place + 1);
      else Lyttevei.remember("playlist", "");
    });
  };

  Object.assign(Lyttevei, { startPlaylist: start, goOnPlaylist: goOn });
}
