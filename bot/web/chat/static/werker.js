// Shows the chat that its page kept on this device when there is no network, and the sign that there is a message.
// The page sends what waits; this does not.
(function () {
  "use strict";
  var BEWAARD = "gehoord-chat";
  var GEDULD = 6000;

  // Looks without making the place where it looks: after signing out nothing may be there.
  function bewaard(vraag) {
    return caches.match(vraag, { cacheName: BEWAARD }).catch(function () {});
  }

  // What answers first: the network, or after a while what was kept. A server that is gone is no network.
  function pagina(vraag) {
    var net = fetch(vraag).then(function (antwoord) {
      if (antwoord.status < 502 || antwoord.status > 504) return antwoord;
      return bewaard("/chat/").then(function (oud) { return oud || antwoord; });
    }, function (fout) {
      return bewaard("/chat/").then(function (oud) { if (oud) return oud; throw fout; });
    });
    var lang = new Promise(function (klaar) {
      setTimeout(function () { bewaard("/chat/").then(function (oud) { if (oud) klaar(oud); }); }, GEDULD);
    });
    return Promise.race([net, lang]);
  }

  // What somebody asked for: a sign that there is a message. It says nothing of what stands in it.
  self.addEventListener("push", function (gebeurtenis) {
    var wat = {};
    try { wat = gebeurtenis.data.json(); } catch (fout) { /* a sign without words is one too */ }
    gebeurtenis.waitUntil(self.registration.showNotification(wat.titel || "Gehoord", {
      body: wat.tekst || "", lang: wat.taal || "", dir: wat.richting || "auto", icon: wat.icoon, badge: wat.icoon,
      tag: "bericht", renotify: true
    }));
  });
  self.addEventListener("notificationclick", function (gebeurtenis) {
    gebeurtenis.notification.close();
    var alle = self.clients.matchAll({ type: "window", includeUncontrolled: true });
    gebeurtenis.waitUntil(alle.then(function (er) {
      var open = er.filter(function (een) { return /^\/chat\/(werk\/.*)?$/.test(new URL(een.url).pathname); })[0];
      return open ? open.focus() : self.clients.openWindow("/chat/");
    }));
  });

  self.addEventListener("install", function () { self.skipWaiting(); });
  self.addEventListener("activate", function (gebeurtenis) { gebeurtenis.waitUntil(self.clients.claim()); });
  self.addEventListener("fetch", function (gebeurtenis) {
    var vraag = gebeurtenis.request;
    var pad = new URL(vraag.url).pathname;
    if (vraag.method !== "GET") return;
    if (vraag.mode === "navigate" && pad === "/chat/") gebeurtenis.respondWith(pagina(vraag));
    else if (/^\/chat\/\w+-[0-9a-f]{12}\.(css|js)$/.test(pad)) {
      gebeurtenis.respondWith(bewaard(vraag).then(function (oud) { return oud || fetch(vraag); }));
    }
  });
})();
