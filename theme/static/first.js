// Applies what the reader has chosen before the first paint, the only script that a page waits for. Browsers that keep nothing throw.
{
  // Firefox, from the disk: what the page before remembered (Lyttevei.carried); who comes back has a later memory.
  const kept = location.protocol === "file:" && new URLSearchParams(location.search).get("ly");
  try {
    const [{ type }] = performance.getEntriesByType("navigation");
    if (kept && type === "navigate") for (const each of JSON.parse(kept)) sessionStorage.setItem(...each);
  } catch {}
  const { style, dataset } = document.documentElement;
  const settings = {};
  for (const store of ["localStorage", "sessionStorage"]) {
    try {
      Object.assign(settings, JSON.parse(globalThis[store].getItem("ly-settings")));
    } catch {}
  }
  for (const [name, value] of Object.entries(settings)) {
    if (name.startsWith("--")) style.setProperty(name, value);
    else dataset[name] = value;
  }
  // Pages can be stored here: what needs that is there before the first paint, so that nothing moves.
  if (location.protocol !== "file:" && globalThis.caches) dataset.saves = "";
  globalThis.Lyttevei = { settings };
}
