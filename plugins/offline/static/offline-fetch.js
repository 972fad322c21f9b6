{
  const { storable, putAnswer } = Lyttevei;

  /** Store an answer; false where it may not be, or where the disk is full: then every open page is told. */
  const store = async (name, key, response) => {
    if (!storable(response)) return false;
    try {
      await putAnswer(name, key, response);
      return true;
    } catch (error) {
      if (error.name === "QuotaExceededError") await tell({ full: true });
      return false;
    }
  };

  /** Say something to every page of the site that is open; one that is being opened cannot be spoken to before it is there. */
  const tell = async (news) => {
    await Lyttevei.opening;
    for (const page of await clients.matchAll({ type: "window" })) page.postMessage(news);
  };

  /** The first 64 bits of a file's SHA-256, in hexadecimal. */
  const digest = async (response) => {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
    return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  /** Fetch a file that must be just as when the site was built; one that an old cache gives is asked for again. */
  const fetchExact = async (address, version) => {
    for (const cache of ["default", "reload"]) {
      const response = await fetch(address, { cache });
      if (storable(response) && (await digest(response.clone())) === version) return response;
    }
    throw new Error(`${address}: ikke den filen som nettstedet ble bygget med`);
  };

  Object.assign(Lyttevei, { store, fetchExact });
}
