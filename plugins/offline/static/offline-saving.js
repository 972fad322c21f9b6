{
  const { cacheNames, cacheOf, putAnswer, references, route, storable, stored } = Lyttevei;

  /** Where an address of this site is stored: { name, key }, or null for what is left alone. */
  const placeOf = (url, scope) => {
    const found = route({ url }, scope);
    return found && { name: cacheOf(found.kind, cacheNames(scope)), key: found.key };
  };

  /** All that a stored page needs besides what every page has, [{ name, key }]. */
  const partsOf = (html, address, scope) =>
    [...references(html, address, scope)].map((each) => placeOf(each, scope)).filter((each) => each && each.name !== cacheNames(scope).files);

  /** Every stored page's address and HTML. */
  const storedTexts = async (scope) => {
    const { pages: name } = cacheNames(scope);
    if (!(await caches.has(name))) return []; // opening it would make it
    const pages = await caches.open(name);
    const addresses = (await pages.keys()).map(({ url }) => url).filter((url) => url.endsWith(".html"));
    return Promise.all(addresses.map(async (address) => ({ address, html: await (await pages.match(address)).text() })));
  };

  /** What of a page lies here: { parts, missing: [{ name, key }], bytes }. */
  const inspect = async ({ address, html }, scope) => {
    const parts = partsOf(html, address, scope);
    const found = await Promise.all(parts.map(({ name, key }) => stored(name, key)));
    const blobs = await Promise.all(found.filter(Boolean).map((response) => response.blob()));
    const bytes = blobs.reduce((sum, blob) => sum + blob.size, new Blob([html]).size);
    return { parts, missing: parts.filter((_, i) => !found[i]), bytes };
  };

  /**
   * Fetch pages and all they need, one file after another, past the service worker and its copies.
   *
   * `tell(done, all)` is called after each file. Gives { pages: whole pages, lost: addresses that could not be had, full: the
   * disk is, cancelled }. What was fetched stays, but of a save that was cancelled nothing new does.
   */
  const savePages = async (addresses, scope, { signal, tell }) => {
    const job = { scope, signal, lost: [], fresh: [], full: false, done: 0, all: addresses.length, tell };
    const texts = [];
    for (const address of addresses) if (goesOn(job)) texts.push(await savePage(address, job));
    const pages = texts.filter(Boolean);
    const parts = new Map(pages.flatMap(({ address, html }) => partsOf(html, address, scope)).map((part) => [part.key, part]));
    job.all += parts.size;
    for (const part of parts.values()) if (goesOn(job)) await savePart(part, job);
    if (signal.aborted) await undo(job);
    const whole = signal.aborted ? [] : await wholePages(pages, scope);
    return { pages: whole, lost: job.lost, full: job.full, cancelled: signal.aborted };
  };

  const goesOn = ({ full, signal }) => !full && !signal.aborted;

  const savePage = async (address, job) => {
    const { name, key } = placeOf(address, job.scope);
    const known = Boolean(await stored(name, key));
    const response = await ask(key, job);
    const html = await response?.clone().text();
    if (!response || !(await keep(name, key, response, job, known))) return undefined;
    return { address: key, html };
  };

  const savePart = async ({ name, key }, job) => {
    if (await stored(name, key)) return count(job);
    const response = await ask(key, job);
    return response && keep(name, key, response, job, false);
  };

  /** The network's answer, or nothing where it may not be stored: then the address is lost. */
  const ask = async (address, job) => {
    try {
      const response = await fetch(address, { cache: "no-store", signal: job.signal });
      if (storable(response)) return response;
    } catch {
      if (job.signal.aborted) return undefined;
    }
    job.lost.push(address);
    count(job);
    return undefined;
  };

  const keep = async (name, key, response, job, known) => {
    try {
      await putAnswer(name, key, response);
    } catch (error) {
      if (error.name === "QuotaExceededError") job.full = true;
      else if (!job.signal.aborted) job.lost.push(key);
      return false;
    }
    if (!known) job.fresh.push({ name, key });
    count(job);
    return true;
  };

  const count = (job) => job.tell((job.done += 1), job.all);

  const undo = async ({ fresh }) => {
    for (const { name, key } of fresh) await (await caches.open(name)).delete(key);
  };

  /** Those of the pages that miss nothing. */
  const wholePages = async (pages, scope) => {
    const looked = await Promise.all(pages.map(async (page) => ({ ...page, ...(await inspect(page, scope)) })));
    return looked.filter(({ missing }) => missing.length === 0);
  };

  /** Take stored pages away, and what no page that stays needs. */
  const removePages = async (addresses, scope) => {
    const { pages } = cacheNames(scope);
    const keys = new Set(addresses.map((address) => placeOf(address, scope).key));
    const texts = await storedTexts(scope);
    const of = (wanted) => texts.filter(({ address }) => keys.has(address) === wanted).flatMap(({ address, html }) => partsOf(html, address, scope));
    const needed = new Set(of(false).map(({ key }) => key));
    for (const key of keys) await (await caches.open(pages)).delete(key);
    for (const { name, key } of of(true)) if (!needed.has(key)) await (await caches.open(name)).delete(key);
  };

  Object.assign(Lyttevei, { inspect, storedTexts, savePages, removePages });
}
