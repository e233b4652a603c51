// The chat without reloading: sends forms by itself, shows what is new, and keeps what could not be sent until it can.
(function () {
  "use strict";
  var lijst = document.getElementById("berichten");
  var staat = document.getElementById("staat");
  var melding = document.getElementById("melding");
  if (!lijst || !window.EventSource || !window.fetch || !window.URLSearchParams) return;

  var beleid = window.trustedTypes
    ? window.trustedTypes.createPolicy("gehoord", { createHTML: function (html) { return html; } })
    : { createHTML: function (html) { return html; } };
  // what goes in here comes from our own server alone, which lets through a short list of tags (bot/web/chat/opmaak.py)

  var WACHTRIJ = "gehoord-wachtrij";
  var bezig = false;

  function lees() {
    try { return JSON.parse(localStorage.getItem(WACHTRIJ)) || []; } catch (fout) { return []; }
  }
  function bewaar(rij) {
    try { localStorage.setItem(WACHTRIJ, JSON.stringify(rij)); } catch (fout) { /* a full or closed store: it goes now */ }
  }
  function nieuwe_keer() {
    var getallen = new Uint32Array(4);
    crypto.getRandomValues(getallen);
    return Array.prototype.map.call(getallen, function (getal) { return getal.toString(36); }).join("");
  }
  function zeg(wat) {
    staat.textContent = wat ? staat.getAttribute("data-" + wat) : "";
  }

  function onderaan() {
    return window.innerHeight + window.pageYOffset > document.documentElement.scrollHeight - 240;
  }
  function naar_onder() {
    window.scrollTo(0, document.documentElement.scrollHeight);
  }

  function toon(nieuws) {
    var volgen = onderaan();
    var eerste = null;
    nieuws.berichten.forEach(function (een) {
      var oud = document.getElementById("b" + een.id);
      var vorm = document.createElement("template");
      vorm.innerHTML = beleid.createHTML(een.html);
      var nieuw = vorm.content.firstElementChild;
      if (oud && nieuw) lijst.replaceChild(nieuw, oud);
      else if (oud) lijst.removeChild(oud);
      else if (nieuw) {
        lijst.appendChild(nieuw);
        eerste = eerste || nieuw;
      }
    });
    if (nieuws.opmerking) {
      melding.textContent = nieuws.opmerking.tekst;
      melding.hidden = false;
      melding.className = nieuws.opmerking.venster ? "melding venster" : "melding";
      if (!nieuws.opmerking.venster) setTimeout(function () { melding.hidden = true; }, 6000);
    }
    if (volgen) naar_onder();
    if (volgen && eerste) {  // of what is longer than the screen one reads the beginning first
      var boven = eerste.getBoundingClientRect().top - document.querySelector("header").offsetHeight - 8;
      if (boven < 0) window.scrollBy(0, boven);
    }
  }

  function luister() {
    var stroom = new EventSource("/chat/stroom?na=" + lijst.getAttribute("data-versie"));
    stroom.onopen = function () { zeg(lees().length ? "wacht" : ""); stuur_wachtrij(); };
    stroom.onmessage = function (gebeurtenis) {
      lijst.setAttribute("data-versie", gebeurtenis.lastEventId);
      toon(JSON.parse(gebeurtenis.data));
    };
    stroom.addEventListener("uit", function () { stroom.close(); bewaar([]); location.assign("/chat/"); });
    stroom.addEventListener("anders", function () { stroom.close(); location.assign("/chat/"); });
    stroom.onerror = function () {
      zeg("weg");
      if (stroom.readyState === 2) setTimeout(luister, 3000);
    };
  }

  // One after the other, in the order of tapping. What the server may have had already goes again under the same name.
  function stuur_wachtrij() {
    var rij = lees();
    if (bezig || !rij.length) return;
    bezig = true;
    fetch(rij[0].waar, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Gehoord": "script" },
      body: rij[0].wat
    }).then(function (antwoord) {
      bezig = false;
      if (antwoord.status === 429 || antwoord.status >= 500) {
        zeg("wacht");
        setTimeout(stuur_wachtrij, 3000);
        return;
      }
      bewaar(lees().slice(1));
      if (antwoord.status === 401) location.assign("/chat/");
      else if (!antwoord.ok) location.reload();
      else if (lees().length) stuur_wachtrij();
      else zeg("");
    }, function () {
      bezig = false;
      zeg("weg");
    });
  }

  document.addEventListener("submit", function (gebeurtenis) {
    var form = gebeurtenis.target;
    if (form.enctype === "multipart/form-data") return;  // a file goes as without script: the queue keeps only text
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
    velden.append("keer", nieuwe_keer());
    gebeurtenis.preventDefault();
    bewaar(lees().concat([{ waar: form.getAttribute("action"), wat: velden.toString() }]));
    var tekst = form.querySelector("textarea");
    if (tekst) { tekst.value = ""; naar_onder(); }
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
      melding.textContent = knop.getAttribute("data-weet-niet");
      melding.hidden = false;
      melding.className = "melding venster";
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

  naar_onder();
  luister();
})();
