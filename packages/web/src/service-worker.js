/**
 * Serves the app without a network. It holds the app's own files and nothing that a person wrote.
 *
 * Its text names nobody and nothing: notifications of every kind read the same.
 */
const version = "__VERSION__";
const files = [] /* __FILES__ */;
/** What every notification says. From the message file of the page that explains it. */
const notice = {} /* __NOTICE__ */;
/** The addresses that the app's page answers; everything else is the server's. */
const appAddress = /^\/(?:(?:today|together|notes|talk|reading|i)(?:\/.*)?)?$/;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(version)
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: "reload" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== version).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

/** Exit without a network: a blank page. It says nothing and holds nothing. */
const blank = () =>
  new Response("<!doctype html><title>New tab</title>", {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'",
    },
  });

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin || address.pathname.startsWith("/api/"))
    return;
  if (address.pathname === "/leave") {
    // A network that answers nobody must not keep anyone here: the page is blank after two seconds at the latest.
    const left = fetch(request, { redirect: "manual" }).catch(blank);
    event.waitUntil(left);
    event.respondWith(Promise.race([left, later(2_000).then(blank)]));
    return;
  }
  const wanted =
    request.mode === "navigate" ? (appAddress.test(address.pathname) ? "/" : undefined) : address.pathname;
  if (wanted === undefined || !files.includes(wanted)) return;
  event.respondWith(
    caches
      .open(version)
      .then((cache) => cache.match(wanted))
      .then((held) => held ?? fetch(request)),
  );
});

/** Whatever a push carries, and whoever sent it, one line is shown, and never a second one beside it. */
self.addEventListener("push", (event) => {
  const { title, body } = notice;
  const icon = "/icon-192.png";
  event.waitUntil(self.registration.showNotification(title, { body, icon, tag: "reminder" }));
});

/** To the app as it stands, if it is open: a tap says nothing about where its person was. */
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const focus = async () => {
    const [open] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    return open === undefined ? self.clients.openWindow("/today") : open.focus();
  };
  event.waitUntil(focus());
});
