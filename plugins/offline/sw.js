/* The service worker of this site. Its work is in the scripts below; the build writes what the shell is. */
self.Lyttevei = {};
importScripts({{ scripts }});
Lyttevei.work({{ shell }});
