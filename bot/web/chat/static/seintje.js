// The line by which somebody asks for a sign on this device when there is a message. Nothing is asked before they tap it.
(function () {
  "use strict";
  var plek = document.getElementById("seintje"), werkers = navigator.serviceWorker;
  if (!werkers || !window.fetch || document.documentElement.hasAttribute("data-oud")) return;

  function registratie() { return werkers.getRegistration("/chat/"); }
  function abonnement() {
    return registratie().then(function (er) { return er && er.pushManager ? er.pushManager.getSubscription() : null; });
  }
  function stop() {
    return abonnement().then(function (er) { return er ? er.unsubscribe() : false; }).catch(function () {});
  }
  registratie().then(function (er) {  // who is here has seen it
    return er && er.getNotifications ? er.getNotifications({ tag: "bericht" }) : [];
  }).then(function (er) { er.forEach(function (een) { een.close(); }); }).catch(function () {});
  if (!plek) {  // nobody is signed in here (any more), or it cannot be: nothing reaches this device
    if (document.querySelector("main.begin, #berichten")) stop();
    return;
  }

  var kop = plek.querySelector("summary"), tekst = plek.querySelector("p"), knop = plek.querySelector("button");
  function zeg(wat, met_knop) {
    var aan = plek.hasAttribute("data-aan");
    kop.textContent = kop.getAttribute(aan ? "data-wel" : "data-niet");
    tekst.textContent = tekst.getAttribute("data-" + wat);
    knop.textContent = knop.getAttribute(aan ? "data-wel" : "data-niet");
    knop.hidden = !met_knop;
    knop.disabled = false;
    plek.hidden = false;
  }
  // A tab of an iPhone or iPad cannot, what stands on its home screen can, from iOS 16.4 on.
  function zegt_apple() {
    var wie = navigator.userAgent, versie = /(?:OS |Version\/)(\d+)[_.](\d+)/.exec(wie);
    var tik = /iPhone|iPad/.test(wie) || (/Macintosh/.test(wie) && navigator.maxTouchPoints > 1);
    return tik && versie && !navigator.standalone && versie[1] * 100 + Number(versie[2]) >= 1604;
  }
  if (!window.PushManager || !window.Notification) {
    if (zegt_apple()) zeg("iphone", false);
    return;
  }

  function post(velden) {
    var form = new URLSearchParams();
    form.append("csrf", document.querySelector("input[name=csrf]").value);
    Object.keys(velden).forEach(function (naam) { form.append(naam, velden[naam]); });
    return fetch("/chat/seintje", {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Gehoord": "script" },
      body: form.toString()
    }).then(function (antwoord) { if (!antwoord.ok) throw new Error(antwoord.status); });
  }
  function sleutel() {
    var ruw = atob(plek.getAttribute("data-sleutel").replace(/-/g, "+").replace(/_/g, "/")), uit = new Uint8Array(ruw.length);
    for (var i = 0; i < ruw.length; i++) uit[i] = ruw.charCodeAt(i);
    return uit;
  }
  function van_ons(er) {
    var met = er.options && er.options.applicationServerKey;
    return !met || String(new Uint8Array(met)) === String(sleutel());
  }
  function meld_aan() {
    return werkers.ready.then(function (er) {
      return er.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: sleutel() });
    }).then(geef);
  }
  function geef(er) {
    var is = er.toJSON();
    return post({ adres: is.endpoint, punt: is.keys.p256dh, geheim: is.keys.auth });
  }
  function staat(aan) {
    if (aan) plek.setAttribute("data-aan", "");
    else plek.removeAttribute("data-aan");
  }
  function mag() {
    return new Promise(function (klaar) {
      var later = Notification.requestPermission(klaar);  // old Safari only calls back
      if (later) later.then(klaar);
    });
  }
  function zet_uit() {
    return stop().then(function () { return post({}); }).then(function () { staat(false); });
  }

  knop.addEventListener("click", function () {
    knop.disabled = true;
    if (plek.hasAttribute("data-aan")) {
      zet_uit().then(function () { zeg("uitleg", true); }, function () { zeg("mislukt", true); });
      return;
    }
    mag().then(function (antwoord) {
      if (antwoord !== "granted") { zeg(antwoord === "denied" ? "nee" : "uitleg", antwoord !== "denied"); return null; }
      return meld_aan().then(function () { staat(true); zeg("uitleg", true); });
    }).catch(function () { stop(); zeg("mislukt", true); });
  });

  // What the browser has and what we know of it must be the same; who asked for nothing here gets nothing.
  if (Notification.permission === "denied") {
    if (plek.hasAttribute("data-aan")) post({}).catch(function () {});
    staat(false);
    zeg("nee", false);
  } else if (plek.hasAttribute("data-aan")) {
    zeg("uitleg", true);
    abonnement().then(function (er) {
      if (!er) return zet_uit();
      return van_ons(er) ? geef(er) : stop().then(meld_aan);
    }).then(function () { zeg("uitleg", true); }, function () { /* no network: it stays as it is */ });
  } else {
    stop();
    zeg("uitleg", true);
  }
})();
