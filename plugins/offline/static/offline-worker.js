{
  /** Do a service worker's work for the site around it; `shell` is what the build wrote into sw.js. */
  const work = (shell) => {
    const { answer, install, keepPage, route, sweep } = Lyttevei;
    const { scope } = registration;
    addEventListener("install", (event) => event.waitUntil(install(shell, scope)));
    addEventListener("activate", (event) => event.waitUntil(sweep(shell, scope).then(() => clients.claim())));
    addEventListener("message", (event) => {
      if (event.data?.switch) event.waitUntil(skipWaiting());
      if (event.data?.keep) event.waitUntil(keepPage(event.data.keep, scope));
    });
    addEventListener("fetch", (event) => {
      const found = event.request.cache === "no-store" ? null : route(event.request, scope); // a page that saves asks the network itself
      if (event.resultingClientId) Lyttevei.opening = clients.get(event.resultingClientId).catch(() => {});
      const later = (promise) => event.waitUntil(promise);
      if (found) event.respondWith(answer(found, event.request, { shell, scope, later }));
    });
  };

  Object.assign(Lyttevei, { work });
}
