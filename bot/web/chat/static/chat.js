// The chat without reloading: sends forms by itself, shows what is new, and keeps what could not be sent until it can.
(function () {
  "use strict";
  var blad = document.documentElement;
  var lijst = document.getElementById("berichten");
  var staat = document.getElementById("staat");
  var melding = document.getElementById("melding");
  var WACHTRIJ = "gehoord-wacht:", BEWAARD = "gehoord-chat", LETTERS = "gehoord-letters", WERKER = "/chat/werker.js";

  // What this browser keeps, or else this page for as long as it is open.
  var geheugen = {};
  function kast(wat) {
    try { return wat(window.localStorage); } catch (fout) { return null; }
  }
  function zet(naam, waarde) {
    if (!kast(function (k) { k.setItem(naam, waarde); return true; })) geheugen[naam] = waarde;
  }
  function pak(naam) {
    var waarde = kast(function (k) { return k.getItem(naam); });
    return waarde === null && geheugen.hasOwnProperty(naam) ? geheugen[naam] : waarde;
  }
  function gooi(naam) {
    delete geheugen[naam];
    kast(function (k) { k.removeItem(naam); });
  }

  var knop_letters = document.getElementById("letters");
  function letters(stap) {
    var maat = ((Number(pak(LETTERS)) || 0) + stap) % 3;
    if (stap) zet(LETTERS, String(maat));
    blad.setAttribute("data-letters", maat);
  }
  letters(0);
  if (knop_letters) {
    knop_letters.hidden = false;
    knop_letters.addEventListener("click", function () { letters(1); });
  }

  // Each thing that waits lies by itself, named by when it was tapped: two pages of one browser do not lose each other's.
  function namen() {
    var alle = Object.keys(geheugen);
    kast(function (k) { for (var i = 0; i < k.length; i++) if (alle.indexOf(k.key(i)) < 0) alle.push(k.key(i)); });
    return alle.filter(function (naam) { return naam.indexOf(WACHTRIJ) === 0; }).sort();
  }
  function lees() {
    var rij = [];
    namen().forEach(function (naam) {
      try {
        var een = JSON.parse(pak(naam));
        if (een) rij.push({ naam: naam, waar: een.waar, wat: een.wat, toont: een.toont });
      } catch (fout) { gooi(naam); }
    });
    return rij;
  }
  function leg_erbij(waar, wat, toont) {
    var rij = lees(), keer = nieuwe_keer();
    for (var i = 0; i < rij.length; i++) {
      if (/tik$/.test(waar) && rij[i].wat.replace(/&keer=.*$/, "") === wat) return;  // that tap waits already
    }
    var laatste = rij.length ? Number(rij[rij.length - 1].naam.slice(WACHTRIJ.length, WACHTRIJ.length + 14)) : 0;
    var moment = ("0" + Math.max(Date.now(), laatste + 1)).slice(-14);
    zet(WACHTRIJ + moment + ":" + keer, JSON.stringify({ waar: waar, wat: wat + "&keer=" + keer, toont: toont }));
  }

  var opslag = Promise.resolve(), straks = 0, weg = !lijst;
  function vergeet_scherm() {
    weg = true;
    clearTimeout(straks);
    if (!window.caches) return Promise.resolve();
    opslag = opslag.then(function () { return caches.delete(BEWAARD); }).catch(function () {});
    return opslag;
  }
  function verlaat(alles, gewist) {
    if (alles) namen().forEach(gooi);
    var waar = "/chat/" + (gewist ? "?gewist=1&taal=" + blad.lang : "");
    vergeet_scherm().then(function () { location.assign(waar); });
  }

  if (!lijst) {  // nobody is signed in here (any more): nothing of whoever was stays
    namen().forEach(gooi);
    vergeet_scherm();
    return;
  }
  if (!window.EventSource || !window.fetch || !window.URLSearchParams) return;

  function zelf(tekst) { return tekst; }
  function van_ons(adres) {
    if (adres !== WERKER) throw new TypeError(adres);
    return adres;
  }
  var beleid = window.trustedTypes
    ? window.trustedTypes.createPolicy("gehoord", { createHTML: zelf, createScriptURL: van_ons })
    : { createHTML: zelf, createScriptURL: van_ons };
  // what goes in here comes from our own server alone, which lets through a short list of tags (bot/web/chat/opmaak.py)

  var bezig = false, later = 0, verbonden = true, getikt = false;
  var wachtend = document.getElementById("wachtend");

  function nieuwe_keer() {
    var getallen = new Uint32Array(4);
    crypto.getRandomValues(getallen);
    return Array.prototype.map.call(getallen, function (getal) { return getal.toString(36); }).join("");
  }
  function zeg(wat) {
    var tekst = wat ? staat.getAttribute("data-" + wat) : "";
    verbonden = wat !== "weg";
    if (staat.textContent !== tekst) staat.textContent = tekst;  // what is said again is read out again
    toon_wachtend();
  }

  // What waits stands below the chat: what was typed at once, a tap only when it cannot go.
  function toon_wachtend() {
    wachtend.textContent = "";
    lees().forEach(function (een) {
      if (!een.toont || (verbonden && een.waar !== "/chat/typ")) return;
      var regel = document.createElement("li"), tekst = document.createElement("div"), klein = document.createElement("small");
      regel.className = "bericht ik wacht";
      tekst.className = "tekst";
      tekst.dir = "auto";
      tekst.textContent = een.toont;
      klein.textContent = wachtend.getAttribute("data-wacht");
      regel.appendChild(tekst);
      regel.appendChild(klein);
      wachtend.appendChild(regel);
    });
  }

  // The page as it stands now, for when there is no network; with the headers of our own style, so with its policy.
  var stijl = document.querySelector("link[rel=stylesheet]").href;
  var delen = [stijl].concat(Array.prototype.map.call(document.querySelectorAll("script[src]"), function (s) { return s.src; }));
  function bewaar_scherm() {
    if (weg || kolom || lijst.hasAttribute("data-team") || !window.caches || !navigator.serviceWorker || document.querySelector(".start")) return;
    clearTimeout(straks);
    straks = setTimeout(function () {
      var kopie = blad.cloneNode(true);
      kopie.querySelector("#staat").textContent = "";
      kopie.querySelector("#wachtend").textContent = "";
      kopie.querySelector("#melding").hidden = true;
      var seintje = kopie.querySelector("#seintje");
      if (seintje) seintje.hidden = true;
      kopie.setAttribute("data-oud", "");  // by which a script knows that nothing here is of now
      var oud = kopie.querySelectorAll("#berichten > li");
      for (var i = 0; i < oud.length - 60; i++) oud[i].parentNode.removeChild(oud[i]);
      var inhoud = "<!doctype html>" + kopie.outerHTML;
      opslag = opslag.then(function () { return caches.open(BEWAARD); }).then(function (bak) {
        return bak.keys().then(function (er) {
          var adressen = er.map(function (vraag) { return vraag.url; });
          return Promise.all(adressen.filter(function (adres) {
            return delen.indexOf(adres) < 0 && !/\/chat\/$/.test(adres);
          }).map(function (adres) { return bak.delete(adres); }).concat(delen.filter(function (adres) {
            return adressen.indexOf(adres) < 0;
          }).map(function (adres) { return bak.add(adres); })));
        }).then(function () { return bak.match(stijl); }).then(function (van) {
          var koppen = new Headers(van.headers);
          koppen.set("Content-Type", "text/html; charset=utf-8");
          koppen.set("Cache-Control", "no-store");
          ["Content-Length", "Content-Encoding"].forEach(function (kop) { koppen.delete(kop); });
          return weg ? null : bak.put("/chat/", new Response(inhoud, { headers: koppen }));
        });
      }).catch(function () { /* no room, or not allowed to keep anything: the page works without */ });
    }, 400);
  }

  // Beside a wide page of the team the chat scrolls in a column of its own, or is not to be seen. Such a page is not kept.
  var kolom = document.querySelector(".chatkolom");
  function onderaan() {
    if (kolom) return kolom.clientHeight + kolom.scrollTop > kolom.scrollHeight - 240;
    return window.innerHeight + window.pageYOffset > blad.scrollHeight - 240;
  }
  function naar_onder() {
    if (kolom) kolom.scrollTop = kolom.scrollHeight;
    else window.scrollTo(0, blad.scrollHeight);
  }

  function schuif(hoever) {
    if (kolom) kolom.scrollTop += hoever;
    else window.scrollBy(0, hoever);
  }
  // Of what is longer than the screen one reads the beginning first.
  function naar_begin_van(waar) {
    if (!waar) return;
    var boven = waar.getBoundingClientRect().top - document.querySelector("header").offsetHeight - 8;
    if (boven < 0) schuif(boven);
  }

  // After a tap the keyboard goes on at what came of it; who types stays where they type. A reader hears it by the
  // focus then, so not by the log as well.
  function ga_naar(waar) {
    if (!waar) return;
    if (waar.tagName === "LI") waar.setAttribute("tabindex", "-1");
    waar.focus({ preventScroll: true });
  }
  // What must be read stays until it is tapped, or something else is.
  var voorbij = 0;
  function merk_op(tekst, venster) {
    clearTimeout(voorbij);
    melding.textContent = tekst;
    melding.className = venster ? "melding venster" : "melding";
    melding.hidden = false;
    if (!venster) voorbij = setTimeout(klaar_gelezen, 6000);
  }
  function klaar_gelezen() { melding.hidden = true; }
  melding.addEventListener("click", klaar_gelezen);
  function toon(nieuws) {
    var volgen = onderaan();
    var eerste = null, doel = null;
    var actief = document.activeElement;
    var in_lijst = lijst.contains(actief);
    var geraakt = in_lijst ? actief : getikt ? lijst.querySelector("button[data-getikt]") : null;  // a tap may give no focus
    var stond = geraakt ? geraakt.getBoundingClientRect().top : 0, zelfde = null;
    var verplaats = in_lijst || (getikt && actief === document.body);
    if (verplaats) lijst.parentNode.setAttribute("aria-live", "off");
    nieuws.berichten.forEach(function (een) {
      var oud = document.getElementById("b" + een.id);
      var vorm = document.createElement("template");
      vorm.innerHTML = beleid.createHTML(een.html);
      var nieuw = vorm.content.firstElementChild;
      if (oud && nieuw) {
        if (oud.contains(geraakt)) {  // the same button stands there still, or what it said is new
          zelfde = Array.prototype.filter.call(nieuw.querySelectorAll("button"), function (knop) {
            return knop.value === geraakt.value;
          })[0];
          doel = zelfde || nieuw;
        }
        lijst.replaceChild(nieuw, oud);
      } else if (oud) {
        if (oud.contains(geraakt)) doel = doel || lijst;
        lijst.removeChild(oud);
      } else if (nieuw) {
        lijst.appendChild(nieuw);
        eerste = eerste || nieuw;
      }
    });
    if (verplaats) {
      if (getikt && eerste) doel = eerste;
      if (doel === lijst) doel = lijst.lastElementChild;
      ga_naar(doel);
      setTimeout(function () { lijst.parentNode.setAttribute("aria-live", "polite"); }, 500);
    }
    volgen = volgen || (getikt && eerste);  // what came of a tap is gone to from wherever that was
    if (eerste || doel) getikt = false;
    if (nieuws.opmerking) merk_op(nieuws.opmerking.tekst, nieuws.opmerking.venster);
    if (zelfde && !eerste) schuif(zelfde.getBoundingClientRect().top - stond);  // no other button comes under the finger
    else if (volgen) {
      naar_onder();
      naar_begin_van(eerste || (doel && doel.closest("li")));
    }
    bewaar_scherm();
  }

  var stroom = null, weer = 0, slaap = 0;
  function luister() {
    stroom = new EventSource("/chat/stroom?na=" + lijst.getAttribute("data-versie"));
    var stil = 0;
    stroom.onopen = function () {
      clearTimeout(stil);
      stil = 0;
      zeg(lees().length ? "wacht" : "");
      stuur_wachtrij();
    };
    stroom.onmessage = function (gebeurtenis) {
      lijst.setAttribute("data-versie", gebeurtenis.lastEventId);
      toon(JSON.parse(gebeurtenis.data));
      document.dispatchEvent(new CustomEvent("gehoord-nieuws"));
    };
    stroom.addEventListener("uit", function (gebeurtenis) {
      stroom.close();
      verlaat(true, JSON.parse(gebeurtenis.data).gewist);
    });
    stroom.addEventListener("anders", function () { stroom.close(); verlaat(false); });
    stroom.onerror = function () {
      if (!stil) stil = setTimeout(function () { zeg("weg"); }, 1500);  // a stream that is back at once says nothing
      if (!stroom || stroom.readyState !== 2) return;
      clearTimeout(stil);
      zeg("weg");
      weer = setTimeout(luister, 3000);
    };
  }
  // A page that nobody looks at shows nothing: what comes then is told otherwise, and stands there when they are back.
  function kijkt() {
    clearTimeout(slaap);
    if (!document.hidden) { if (!stroom) luister(); return; }
    slaap = setTimeout(function () {
      clearTimeout(weer);
      if (stroom) stroom.close();
      stroom = null;
    }, 30000);
  }
  document.addEventListener("visibilitychange", kijkt);

  function straks_weer() {
    clearTimeout(later);
    later = setTimeout(stuur_wachtrij, 3000);
  }

  // One after the other, in the order of tapping. What the server may have had already goes again under the same name.
  function stuur_wachtrij() {
    var eerste = lees()[0];
    if (bezig || !eerste) return;
    bezig = true;
    var stop = window.AbortController ? new AbortController() : null;
    var wekker = setTimeout(function () { if (stop) stop.abort(); }, 30000);
    fetch(eerste.waar, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Gehoord": "script" },
      body: eerste.wat,
      signal: stop ? stop.signal : undefined
    }).then(function (antwoord) {
      clearTimeout(wekker);
      bezig = false;
      if (antwoord.status === 429 || antwoord.status >= 500) {
        zeg("wacht");
        straks_weer();
        return;
      }
      gooi(eerste.naam);
      if (antwoord.status === 401 || (antwoord.ok && eerste.waar === "/chat/uit")) verlaat(true);
      else if (!antwoord.ok) location.reload();
      else {
        zeg(lees().length ? "wacht" : "");
        document.dispatchEvent(new CustomEvent("gehoord-gestuurd", { detail: eerste }));
        stuur_wachtrij();
      }
    }, function () {
      clearTimeout(wekker);
      bezig = false;
      zeg("weg");
      straks_weer();
    });
  }

  document.addEventListener("submit", function (gebeurtenis) {
    var form = gebeurtenis.target;
    if (form.enctype === "multipart/form-data" || form.method === "get") return;  // a file goes as without script: the queue keeps only text
    if (form.id === "plek" && !form.elements.latitude.value) {
      gebeurtenis.preventDefault();
      zoek_plek(form);
      return;
    }
    var knop = gebeurtenis.submitter || form.querySelector("button[data-getikt]");
    var velden = new URLSearchParams();
    Array.prototype.forEach.call(form.elements, function (veld) {
      if (veld.name && veld.tagName !== "BUTTON" && veld.name !== "keer") velden.append(veld.name, veld.value);
    });
    if (knop && knop.name) velden.append(knop.name, knop.value);
    gebeurtenis.preventDefault();
    var tekst = form.querySelector("textarea");
    leg_erbij(form.getAttribute("action"), velden.toString(), tekst ? tekst.value : knop ? knop.textContent : "");
    toon_wachtend();
    if (tekst) { tekst.value = ""; naar_onder(); }
    else getikt = true;
    if (form.querySelector(".start")) location.replace("/chat/#laatste");
    melding.hidden = true;
    if (form.id === "plek") form.elements.latitude.value = form.elements.longitude.value = "";
    stuur_wachtrij();
  });

  // Where somebody is: asked only when they tap for it, kept only when it goes.
  var plek = document.getElementById("plek");
  if (plek && navigator.geolocation) plek.hidden = false;
  function zoek_plek(form) {
    var knop = form.querySelector("button");
    knop.disabled = true;
    navigator.geolocation.getCurrentPosition(function (waar) {
      knop.disabled = false;
      form.elements.latitude.value = waar.coords.latitude.toFixed(6);
      form.elements.longitude.value = waar.coords.longitude.toFixed(6);
      knop.click();
    }, function () {
      knop.disabled = false;
      merk_op(knop.getAttribute("data-weet-niet"), true);
    }, { timeout: 20000, maximumAge: 60000 });
  }
  // Browsers of before 2021 do not say which button sent a form.
  document.addEventListener("click", function (gebeurtenis) {
    var knop = gebeurtenis.target.closest ? gebeurtenis.target.closest("button") : null;
    if (!knop || !knop.form) return;
    var ander = knop.form.querySelector("button[data-getikt]");
    if (ander) ander.removeAttribute("data-getikt");
    knop.setAttribute("data-getikt", "");
  });
  document.addEventListener("keydown", function (gebeurtenis) {
    var veld = gebeurtenis.target;
    if (gebeurtenis.key !== "Enter" || gebeurtenis.shiftKey || gebeurtenis.isComposing || veld.id !== "typ") return;
    gebeurtenis.preventDefault();
    if (veld.value.trim()) veld.form.querySelector("button").click();
  });
  window.addEventListener("online", stuur_wachtrij);
  window.addEventListener("offline", function () { zeg("weg"); });

  // What waits under another signing in is not of who is here now.
  var formulier = document.querySelector("input[name=csrf]").value;
  lees().forEach(function (een) {
    if (new URLSearchParams(een.wat).get("csrf") !== formulier) gooi(een.naam);
  });
  if (navigator.serviceWorker) {
    navigator.serviceWorker.register(beleid.createScriptURL(WERKER)).catch(function () {});
  }
  if ("scrollRestoration" in history) history.scrollRestoration = "manual";
  toon_wachtend();
  naar_onder();
  naar_begin_van(lijst.lastElementChild);
  bewaar_scherm();
  luister();
  kijkt();
})();
