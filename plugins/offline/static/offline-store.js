{
  /** An answer that may be stored: whole, from this site, and no error. */
  const storable = (response) => response.status === 200 && response.type === "basic";

  /** A redirected answer may not be given to a page that is opened: its contents may. */
  const clean = async (response) =>
    response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;

  /** Store an answer that is storable. Throws a QuotaExceededError where the disk is full. */
  const putAnswer = async (name, key, response) => (await caches.open(name)).put(key, await clean(response));

  /** What is stored under `key`. */
  const stored = async (name, key) => (await caches.open(name)).match(key);

  /** Which cache holds what is of that kind. */
  const cacheOf = (kind, names) => ({ page: names.pages, fresh: names.pages, file: names.files })[kind] ?? names.hashed;

  Object.assign(Lyttevei, { storable, putAnswer, stored, cacheOf });
}
