{
  /** Files named by what is in them: the same name is always the same bytes. */
  const HASHED = /^(data|sound)\/[0-9a-f]{16,}\.(js|mp3)$/;
  /** Files that change under the same name, and are small enough to keep with a page. */
  const SMALL = /\.(svg|png|jpe?g|webp|avif|gif|ico|js|vtt)$/i;

  /** The names of this site's caches: another site on the same server has others. */
  const cacheNames = (scope) => {
    const start = `lyttevei ${new URL(scope).pathname} `;
    return { start, files: `${start}filer`, pages: `${start}sider`, hashed: `${start}lyd` };
  };

  /**
   * How to answer a request: { kind, key } where `key` is the address it is stored under, or null to leave it alone.
   * Kinds: page and fresh (the network first), file (theme, by version), data and sound (by hash, the cache first).
   * A query makes no second copy; only the version of a file counts.
   */
  const route = ({ url, method = "GET", mode = "" }, scope) => {
    if (method !== "GET" || !url.startsWith(scope)) return null;
    const { pathname, searchParams } = new URL(url);
    const path = pathname.slice(new URL(scope).pathname.length);
    if (mode === "navigate" || /(^|\/|\.html)$/.test(path)) return { kind: "page", key: scope + pageOf(path) };
    if (path.startsWith("theme/")) return { kind: "file", key: scope + path + version(searchParams) };
    if (HASHED.test(path)) return { kind: path.split("/")[0], key: scope + path };
    return SMALL.test(path) && path !== "sw.js" ? { kind: "fresh", key: scope + path } : null;
  };

  /** A folder's page is its index. */
  const pageOf = (path) => path + (/(^|\/)$/.test(path) ? "index.html" : /\.\w+$/.test(path) ? "" : "/index.html");

  const version = (parameters) => (parameters.has("v") ? `?v=${parameters.get("v")}` : "");

  /**
   * The addresses, whole, of all that a page shows, does and plays: a set. `html` is a page of this site; its data are
   * named by their keys, in any attribute data-*.
   */
  const references = (html, address, scope) => {
    const found = [...html.matchAll(/<(?:script|img|audio|link rel="stylesheet")(?:\s[^>]*?)?\s(?:src|href)="([^"]*)"/g)];
    const short = html.matchAll(/<ly-listen(?:\s[^>]*?)?\sdata-sound="([^"]*)"/g);
    const keys = [...html.matchAll(/\sdata-[\w-]+="([0-9a-f ]{16,})"/g)].flatMap(([, written]) => written.split(" ").filter(isKey));
    return new Set([
      ...[...found, ...short].map(([, written]) => new URL(written.replaceAll("&amp;", "&"), address).href),
      ...keys.map((key) => `${scope}data/${key}.js`),
    ]);
  };

  const isKey = (text) => /^[0-9a-f]{16,}$/.test(text);

  Object.assign(Lyttevei, { cacheNames, route, references });
}
