{
  /** Where this site begins, as seen from the page ("../../"). */
  const root = document.documentElement.dataset.root ?? "";

  /** Data by key, asked for or given: { promise, resolve, reject, asked, given }. */
  const wanted = new Map();

  /** The entry of a key, made when it is first spoken of. */
  const entry = (key) => {
    if (!wanted.has(key)) {
      const made = {};
      made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
      wanted.set(key, made);
    }
    return wanted.get(key);
  };

  /** Called by each data script: here is the value of `key`. */
  const put = (key, value) => {
    entry(key).given = true;
    entry(key).resolve(value);
  };

  /** A promise of the value of `key`, from data/<key>.js: a script, since `file://` lets a page load nothing else. */
  const need = (key) => {
    const known = entry(key);
    if (!known.asked && !known.given) load(key, known);
    return known.promise;
  };

  /** Put the data script into the page; one that failed may be asked for again. */
  const load = (key, known) => {
    const script = document.createElement("script");
    const done = () => {
      script.remove();
      if (known.given) return;
      wanted.delete(key);
      known.reject(new Error("Noe av siden ble ikke hentet. Sjekk at du er på nett, og prøv igjen."));
    };
    known.asked = true;
    script.src = `${root}data/${key}.js`;
    script.onload = script.onerror = done;
    document.head.append(script);
  };

  /** What this tab was told to remember under `name`, "" if nothing: gone when the tab is closed. */
  const recall = (name) => {
    try {
      return sessionStorage.getItem(`ly-${name}`) ?? "";
    } catch {
      return ""; // a browser that keeps nothing works all the same
    }
  };

  /** Remember a choice for as long as this tab lives. */
  const remember = (name, value) => {
    try {
      sessionStorage.setItem(`ly-${name}`, value);
    } catch {
      // as above
    }
  };

  /** From the disk, Firefox gives each page a memory of its own: there, what this tab remembers goes along in the address (first.js). */
  const apart = location.protocol === "file:" && "mozInnerScreenX" in globalThis;

  /** An address of ours as it is gone to. */
  const carried = (address) => {
    const goal = new URL(address, location.href);
    if (apart && goal.protocol === "file:") goal.searchParams.set("ly", JSON.stringify(Object.entries(sessionStorage)));
    return goal.href;
  };

  const go = (address) => location.assign(carried(address));

  const KEPT = "ly-settings";

  /** What the reader has chosen of settings: by name, or by custom property of CSS ("--size"). first.js has applied it. */
  const settings = globalThis.Lyttevei?.settings ?? {};

  /** Apply one setting and keep it for this tab, and on this machine where the reader asked for that; "" is as it was made. */
  const choose = (name, value) => {
    const { style, dataset } = document.documentElement;
    if (value === "") delete settings[name];
    else settings[name] = value;
    if (name.startsWith("--")) style.setProperty(name, value);
    else if (value === "") delete dataset[name];
    else dataset[name] = value;
    keep();
  };

  /** Keep the settings in this tab, and on this machine if `ever`; without a word where the browser keeps nothing. */
  const keep = (ever = isKept()) => {
    remember("settings", JSON.stringify(settings));
    try {
      if (ever) localStorage.setItem(KEPT, JSON.stringify(settings));
      else localStorage.removeItem(KEPT);
    } catch {
      // as above
    }
  };

  /** Whether this machine keeps the settings. */
  const isKept = () => {
    try {
      return localStorage.getItem(KEPT) !== null;
    } catch {
      return false;
    }
  };

  /** Addresses of scripts that come when they are wanted, by name, as the page's frame tells. */
  const later = { ...document.currentScript?.dataset };

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

  /** A promise of the scripts that the frame calls `name`. */
  const use = (name) => loadScripts(later[name]);

  Object.assign(globalThis.Lyttevei ??= {}, { root, put, need, recall, remember, apart, carried, go, loadScripts, use, settings, choose, keep, isKept });
}
