{
  /** Take away all that this site has put on this machine: its files, this tab's choices, and those that were to be remembered. */
  const emptyAll = async (scope) => {
    const { start } = Lyttevei.cacheNames(scope);
    for (const name of await caches.keys()) if (name.startsWith(start)) await caches.delete(name);
    for (const storage of [sessionStorage, localStorage]) {
      for (const name of Object.keys(storage)) if (name.startsWith("ly-")) storage.removeItem(name);
    }
    const registration = await navigator.serviceWorker?.getRegistration(scope);
    if (registration?.scope === scope) await registration.unregister();
  };

  Object.assign(Lyttevei, { emptyAll });
}
