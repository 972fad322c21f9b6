{
  /** What an address asks for behind "#" or "?" (q, marker); "" for nothing. Never throws, whatever stands there. */
  const asked = (name) => [location.hash, location.search].map((part) => new URLSearchParams(part.slice(1)).get(name)).find(Boolean) ?? "";

  /** A promise of one script having run; `address` as seen from the page. */
  const loadScript = (address) => new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address });
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });

  const loading = new Map();

  /** A promise of scripts that most visitors never need, each fetched once, one after the other; `addresses` as "a.js b.js". */
  const loadScripts = async (addresses) => {
    for (const address of addresses.split(" ")) {
      if (!loading.has(address)) loading.set(address, loadScript(address));
      await loading.get(address).catch((error) => {
        loading.delete(address);
        throw error;
      });
    }
  };

  Object.assign(Lyttevei, { asked, loadScripts });
}
