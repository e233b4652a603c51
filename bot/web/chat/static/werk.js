// A wide page of the team without reloading: after a tap in it, it is asked for again. What a tap does not do here
// stands in the chat. It parses no text of its own (Trusted Types): the browser gives it a document.
(function () {
  "use strict";
  var werk = document.getElementById("werk");
  var chat = document.querySelector(".chatkolom .gesprek");
  if (!werk || !chat || !window.URLSearchParams) return;

  function knoppen(klopt) {
    return Array.prototype.filter.call(werk.querySelectorAll("button[name=data]"), klopt);
  }
  function ververs(over) {
    var adres = new URL(location.href), vraag = new XMLHttpRequest();
    adres.hash = "";
    adres.searchParams.set("net", over);
    vraag.open("GET", adres.href);
    vraag.responseType = "document";
    vraag.onload = function () {
      if (vraag.status === 200 && vraag.response && vraag.response.getElementById("blad")) vervang(vraag.response);
    };
    vraag.send();
  }

  // Who uses the keyboard goes on at the same button. What is said is said in a place that stays: then it is read out.
  function vervang(nieuw) {
    var actief = document.activeElement, hier = actief && actief.getAttribute("data-over"), tekst = hier && actief.textContent;
    var oud = document.getElementById("blad");
    oud.parentNode.replaceChild(document.importNode(nieuw.getElementById("blad"), true), oud);
    gezegd.textContent = nieuw.getElementById("net").textContent;
    if (!hier) return;
    var zelfde = knoppen(function (een) { return een.getAttribute("data-over") === hier; });
    var doel = zelfde.filter(function (een) { return een.textContent === tekst; })[0] || zelfde[0];
    if (doel) doel.focus({ preventScroll: true });
  }

  var gezegd = document.getElementById("net");
  werk.addEventListener("submit", function (gebeurtenis) {
    var knop = gebeurtenis.submitter || gebeurtenis.target.querySelector("button[data-getikt]");
    if (!knop || knop.name !== "data") return;
    knop.classList.add("wacht");
    gezegd.textContent = gezegd.getAttribute("data-bezig");
  });
  document.addEventListener("gehoord-nieuws", function () {
    if (document.querySelector("#blad[data-volgt]")) ververs("");
  });
  document.addEventListener("gehoord-gestuurd", function (gebeurtenis) {
    var data = new URLSearchParams(gebeurtenis.detail.wat).get("data");
    if (gebeurtenis.detail.waar !== "/chat/werk/tik" || !data) return;
    var knop = knoppen(function (een) { return een.value === data; })[0], over = knop ? knop.getAttribute("data-over") : "";
    if (chat.offsetParent === null && knop && !over) location.assign("/chat/#laatste");
    else ververs(over || "");
  });
})();
