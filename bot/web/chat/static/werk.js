// A wide page of the team without reloading: after a tap in it, it is asked for again. What a tap does not do here
// stands in the chat. It parses no text of its own (Trusted Types): the browser gives it a document.
(function () {
  "use strict";
  var werk = document.getElementById("werk");
  var chat = document.querySelector(".chatkolom .gesprek");
  if (!werk || !chat || !window.URLSearchParams) return;

  function rest(data) { return data.slice(data.indexOf(":") + 1); }
  function ververs(data) {
    var adres = new URL(location.href), vraag = new XMLHttpRequest();
    adres.hash = "";
    if (data) adres.searchParams.set("net", rest(data));
    vraag.open("GET", adres.href);
    vraag.responseType = "document";
    vraag.onload = function () {
      var nieuw = vraag.status === 200 && vraag.response ? vraag.response.getElementById("werk") : null;
      if (nieuw) vervang(nieuw);
    };
    vraag.send();
  }

  // Who uses the keyboard goes on at the same button; what is said is said in a place that stays.
  function vervang(nieuw) {
    var actief = document.activeElement, knop = actief && actief.name === "data" ? rest(actief.value) : null;
    var oud = werk.querySelector("form.doen"), vers = nieuw.querySelector("form.doen");
    var gezegd = document.getElementById("net"), zegt = nieuw.querySelector("#net");
    var regels = werk.querySelectorAll("p:not(.net)"), verse = nieuw.querySelectorAll("p:not(.net)");
    if (!oud || !vers || !gezegd || !zegt) return;
    for (var i = 0; i < regels.length && i < verse.length; i++) regels[i].textContent = verse[i].textContent;
    oud.parentNode.replaceChild(document.importNode(vers, true), oud);
    if (zegt.textContent) gezegd.textContent = zegt.textContent;
    if (knop === null) return;
    var zelfde = Array.prototype.filter.call(werk.querySelectorAll("button[name=data]"), function (een) {
      return rest(een.value) === knop;
    })[0];
    if (zelfde) zelfde.focus({ preventScroll: true });
  }

  werk.addEventListener("submit", function (gebeurtenis) {
    var knop = gebeurtenis.submitter || gebeurtenis.target.querySelector("button[data-getikt]");
    if (!knop || knop.name !== "data") return;
    knop.classList.add("wacht");
    document.getElementById("net").textContent = document.getElementById("net").getAttribute("data-bezig");
  });
  document.addEventListener("gehoord-gestuurd", function (gebeurtenis) {
    var velden = new URLSearchParams(gebeurtenis.detail.wat), data = velden.get("data");
    if (gebeurtenis.detail.waar !== "/chat/werk/tik" || !data) return;
    var knop = Array.prototype.filter.call(werk.querySelectorAll("button[name=data]"), function (een) {
      return een.value === data;
    })[0];
    if (chat.offsetParent === null && (!knop || !knop.hasAttribute("data-blijf"))) location.assign("/chat/#laatste");
    else ververs(data);
  });
})();
