{
  /** What an address asks for behind "#" or "?" (q, marker); "" for nothing. Never throws, whatever stands there. */
  const asked = (name) => [location.hash, location.search].map((part) => new URLSearchParams(part.slice(1)).get(name)).find(Boolean) ?? "";

  /** A promise of one script of this room having run. */
  const loadScript = (name) => new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src: `${Lyttevei.root}theme/search-${name}.js` });
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(element.src));
    document.head.append(element);
  });

  /** A promise of scripts that most visitors never need, each fetched once, one after the other. */
  const loadScripts = async (names) => {
    for (const name of names) await (loading.get(name) ?? loading.set(name, loadScript(name)).get(name));
  };
  const loading = new Map();

  Object.assign(Lyttevei, { asked, loadScripts });
}
