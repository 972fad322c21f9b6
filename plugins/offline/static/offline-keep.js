{
  const { cacheNames, cacheOf, references, route, store, stored, fetchExact } = Lyttevei;

  /** Store the shell: every file of it, or it fails and the old one stays. `shell` is written by the build. */
  const install = async (shell, scope) => {
    const { files } = cacheNames(scope);
    await Promise.all(shell.files.map(async ([path, version]) => {
      const key = `${scope}${path}?v=${version}`;
      if (await stored(files, key)) return;
      if (!(await store(files, key, await fetchExact(key, version)))) throw new Error(`${path}: ikke plass`);
    }));
    if (shell.offline && !(await keepPage(scope + shell.offline, scope))) throw new Error(shell.offline);
    for (const path of shell.pages) await keep(scope + path, scope).catch(() => false);
  };

  /** Fetch one address and store it, a page each time and all else once; is it stored now? */
  const keep = async (address, scope) => {
    const found = route({ url: address }, scope);
    if (!found) return false;
    const name = cacheOf(found.kind, cacheNames(scope));
    if (found.kind !== "page" && (await stored(name, found.key))) return true;
    return store(name, found.key, await fetch(address));
  };

  /** Fetch a page and all it needs; was the page itself stored? */
  const keepPage = async (address, scope) => {
    const kept = await keep(address, scope).catch(() => false);
    if (kept) await keepParts(address, scope);
    return kept;
  };

  /**
   * Fetch what a stored page needs, the sound last and no film, which is kept only where someone asks for it; what fails is
   * left out, and the page is there all the same.
   */
  const keepParts = async (address, scope) => {
    const { key } = route({ url: address, mode: "navigate" }, scope);
    const html = await (await stored(cacheNames(scope).pages, key)).text();
    const parts = [...references(html, key, scope)].filter((each) => route({ url: each }, scope)?.kind !== "film").sort((one, other) => isSound(one) - isSound(other));
    for (const part of parts) {
      if (!isSound(part) || !navigator.connection?.saveData) await keep(part, scope).catch(() => false);
    }
  };

  const isSound = (address) => address.endsWith(".mp3");

  /**
   * Take away what no stored page and no file of the shell needs, and caches of earlier kinds.
   *
   * What lies here is listed before pages are asked what they need: a page is stored before its parts, so that nothing of
   * one that is being stored just now is taken.
   */
  const sweep = async (shell, scope) => {
    const names = cacheNames(scope);
    const lying = await Promise.all([names.files, names.hashed, names.pages].map(async (name) => [name, await (await caches.open(name)).keys()]));
    const needed = new Set(shell.files.map(([path, version]) => `${scope}${path}?v=${version}`));
    const pages = await caches.open(names.pages);
    for (const { url } of await pages.keys()) {
      if (!url.endsWith(".html")) continue;
      needed.add(url);
      for (const address of references(await (await pages.match(url)).text(), url, scope)) needed.add(route({ url: address }, scope)?.key);
    }
    for (const [name, requests] of lying) await remove(name, requests.filter(({ url }) => !needed.has(url)));
    for (const name of await caches.keys()) {
      if (name.startsWith(names.start) && !Object.values(names).includes(name)) await caches.delete(name);
    }
  };

  const remove = async (name, requests) => {
    const cache = await caches.open(name);
    for (const request of requests) await cache.delete(request);
  };

  Object.assign(Lyttevei, { install, keep, keepPage, keepParts, sweep });
}
