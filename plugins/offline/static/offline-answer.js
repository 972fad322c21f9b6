{
  const { answerPart, cacheNames, keepParts, store, stored, sweep } = Lyttevei;

  /** How long a page that is stored may wait for the network, ms: a bus shelter's network answers late or never. */
  const PATIENCE = 4000;

  /** Answer a request that `route` has found; `site` is { shell, scope, later }: `later` takes what the worker must live for. */
  const answer = ({ kind, key }, request, site) => ({ page: newest, fresh: newest, file, data, sound })[kind](key, request, site);

  /** The network's answer, stored for later; what is stored where the network fails, is slow, or the server is in trouble. */
  const newest = async (key, request, site) => {
    const before = await stored(cacheNames(site.scope).pages, key);
    const asked = fetch(request);
    site.later(asked.then((response) => keepNew(key, response.clone(), before?.clone(), site)).catch(() => {}));
    try {
      const response = await (before ? Promise.race([asked, late()]) : asked);
      return before && response.status >= 500 ? before : response;
    } catch {
      return before ? found(key, request, before) : lost(key, request, site);
    }
  };

  const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));

  /** What is stored; but a page called without its last slash must get it, or its own links lead astray. */
  const found = (key, { url, mode }, before) => {
    const { pathname, search } = new URL(url);
    return mode === "navigate" && key.endsWith(`${pathname}/index.html`) ? Response.redirect(`${pathname}/${search}`) : before;
  };

  /** Nothing is to be had: of a page, the page that says so. */
  const lost = (key, { mode }, { shell, scope }) => {
    if (mode !== "navigate") return Response.error();
    const path = key.slice(scope.length);
    if (shell.offline && path !== shell.offline) return Response.redirect(`${scope}${shell.offline}?side=${encodeURIComponent(path)}`);
    return new Response(shell.plain, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  };

  /** Store a new answer; a page brings what it needs, and where it has changed, what only the old one needed goes. */
  const keepNew = async (key, response, before, { shell, scope }) => {
    const copy = response.clone();
    if (!(await store(cacheNames(scope).pages, key, response)) || !key.endsWith(".html")) return;
    await keepParts(key, scope);
    if (before && (await before.text()) !== (await copy.text())) await sweep(shell, scope);
  };

  /** A file of the theme in just the version asked for; where none is named, the shell's. */
  const file = (key, request, site) => {
    const [path, version] = site.shell.files.find(([path]) => site.scope + path === key) ?? [];
    return once(cacheNames(site.scope).files, path ? `${key}?v=${version}` : key, request, site);
  };

  const data = (key, request, site) => once(cacheNames(site.scope).hashed, key, request, site);

  /** What is stored, else the network's answer, which is then stored. */
  const once = async (name, key, request, { later }) => {
    const found = await stored(name, key);
    if (found) return found;
    const response = await fetch(request);
    if (/\?v=|\.woff2$/.test(key) || !key.includes("/theme/")) later(store(name, key, response.clone()));
    return response;
  };

  /** Sound: parts of the whole that is stored; else the whole is fetched, played as it comes, and stored. */
  const sound = async (key, request, { scope, later }) => {
    const { hashed } = cacheNames(scope);
    const header = request.headers.get("Range");
    const found = await stored(hashed, key);
    if (found) return answerPart(await found.blob(), header, found.headers.get("Content-Type") ?? "audio/mpeg");
    if (header && header !== "bytes=0-") return fetch(request);
    const whole = await fetch(key);
    later(store(hashed, key, whole.clone()));
    return header && whole.status === 200 ? opened(whole) : whole;
  };

  /** The whole as the answer to "bytes=0-", while it still comes. */
  const opened = (whole) => {
    const size = Number(whole.headers.get("Content-Length"));
    if (!size || whole.headers.has("Content-Encoding")) return whole;
    const headers = new Headers(whole.headers);
    headers.set("Content-Range", `bytes 0-${size - 1}/${size}`);
    return new Response(whole.body, { status: 206, headers });
  };

  Object.assign(Lyttevei, { answer });
}
