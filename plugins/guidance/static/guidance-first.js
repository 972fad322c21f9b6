{
  /** What the reader has answered. */
  const wishOf = (form) => {
    const who = form.querySelector("[name=who]:checked");
    return { channel: form.elements.channel.value, words: who ? who.dataset.words.split("|") : [], county: form.elements.county.value };
  };

  const sort = (section, wish) => {
    const list = section.querySelector(".contacts");
    const elements = [...list.children];
    const { found, wider } = Lyttevei.nearest(elements.map(Lyttevei.contact), wish);
    for (const each of elements) each.hidden = true;
    for (const { id } of found) {
      elements[id].hidden = false;
      list.append(elements[id]);
    }
    return wider;
  };

  /** Those who fit what is answered in `talk` come first, and the others are hidden; who is first is told if `aloud`. */
  const putNearestFirst = (talk, aloud) => {
    const wish = wishOf(talk.form);
    const wider = {};
    for (const section of talk.querySelectorAll("[data-group=nett], [data-group=veiledning]")) wider[section.dataset.group] = sort(section, wish);
    const name = wish.channel === "nett" ? "nett" : "veiledning"; // alone means to read: then the list of web pages is the one to look in
    const section = talk.querySelector(`[data-group=${name}]`);
    section?.parentElement.prepend(section);
    const first = section?.querySelector(".contact:not([hidden]) h3");
    if (aloud && first) talk.querySelector("[role=status]").textContent = talk.dataset[wider[name] ? "wider" : "best"].replace("{}", first.textContent);
  };

  Lyttevei.putNearestFirst = putNearestFirst;
}
