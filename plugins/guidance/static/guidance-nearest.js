{
  const listed = (text) => (text ? text.split("|") : []);

  /** Whether a contact is for somebody called by one of `words`; one without an audience is for all. */
  const isFor = (contact, words) => !contact.audience.length || !words.length || contact.audience.some((each) => words.includes(each));

  /** How near a contact is, small is near: in the county, then for just this audience, then the others. */
  const distance = (contact, { words, county }) => {
    const near = county && contact.county === county ? 0 : 4;
    const meant = words.length && contact.audience.some((each) => words.includes(each)) ? 0 : 1;
    return near + meant;
  };

  /**
   * The contacts that fit, the nearest first, and whether the wish for a channel had to be dropped.
   *
   * A contact is { id, channels, audience, county }; `wish` is { channel, words, county }, "" and [] for what is not answered.
   * One that belongs to a county fits only those who live there. Gives { found, wider }.
   */
  const nearest = (contacts, wish) => {
    const here = contacts.filter((each) => (!each.county || each.county === wish.county) && isFor(each, wish.words));
    const exact = here.filter((each) => !wish.channel || each.channels.includes(wish.channel));
    const found = exact.length ? exact : here;
    return { found: [...found].sort((a, b) => distance(a, wish) - distance(b, wish)), wider: !exact.length };
  };

  /** A contact as its element tells; its id is its place. */
  const contact = ({ dataset: { channels, audience, county = "" } }, id) => ({ id, channels: listed(channels), audience: listed(audience), county });

  Object.assign(Lyttevei, { nearest, contact });
}
