{
  /** What an address asks for behind "#" or "?" (q, marker); "" for nothing. Never throws, whatever stands there. */
  const asked = (name) => [location.hash, location.search].map((part) => new URLSearchParams(part.slice(1)).get(name)).find(Boolean) ?? "";

  Lyttevei.asked = asked;
}
