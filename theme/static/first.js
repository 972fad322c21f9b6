// Applies what the reader has chosen before anything is painted. The only script that a page waits for.
{
  const { style, dataset } = document.documentElement;
  const settings = {};
  for (const store of ["localStorage", "sessionStorage"]) {
    try {
      Object.assign(settings, JSON.parse(globalThis[store].getItem("ly-settings")));
    } catch {
      // a browser that keeps nothing, or something that is not ours
    }
  }
  for (const [name, value] of Object.entries(settings)) {
    if (name.startsWith("--")) style.setProperty(name, value);
    else dataset[name] = value;
  }
  // Pages can be stored here: what needs that is there before the first paint, so that nothing moves.
  if (location.protocol !== "file:" && globalThis.caches) dataset.saves = "";
  globalThis.Lyttevei = { settings };
}
