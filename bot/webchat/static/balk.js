// The demo bar: who you are, who else there is, and what time it is. Not part of the imitated phone.

import { haal, stuur } from "./verbinding.js";
import { el } from "./element.js";
import { kort, lang, t } from "./taal.js";

const $ = (id) => document.getElementById(id);
const KLEUREN = 6;

export function rondje(element, persoon) {
  element.textContent = [...persoon.naam][0]?.toUpperCase() ?? "?";
  element.dataset.kleur = persoon.id % KLEUREN;
}

const rolVan = (persoon) => persoon.rol || (persoon.startcode ? "" : t("webchat.nieuw"));

/** A name for who has none yet: the second is called "… 2". */
export function nieuweNaam(personen) {
  const naam = t("webchat.nieuwe_bewoner");
  const zelfde = personen.filter((p) => p.naam.startsWith(naam)).length;
  return zelfde ? `${naam} ${zelfde + 1}` : naam;
}

/** Close the panel of a small screen; tell whether it was open. */
export function sluitPaneel() {
  const open = $("balk").classList.contains("open");
  $("balk").classList.remove("open");
  $("balk-knop").setAttribute("aria-expanded", "false");
  return open;
}

let getekend = "";

export function tekenPersonen(personen, ik, kies) {
  const stand = JSON.stringify([personen, ik, t("webchat.brief")]);
  if (stand === getekend) return; // a button that is replaced under a finger misses its click
  getekend = stand;
  const nu = personen.find((p) => p.id === ik);
  if (nu) {
    $("ik-naam").textContent = nu.naam;
    $("ik-rol").textContent = rolVan(nu);
    rondje($("ik-rondje"), nu);
  }
  const gericht = document.activeElement?.dataset?.persoon;
  $("personen").replaceChildren(
    ...personen.map((p) => {
      const knop = el("button", "persoon", el("span", "rondje"),
        el("span", "persoon-wie", el("strong", "", p.naam), el("small", "", rolVan(p))));
      rondje(knop.firstChild, p);
      knop.firstChild.setAttribute("aria-hidden", "true");
      if (p.startcode && !p.gestart) {
        const brief = el("span", "brief-teken", "✉");
        brief.setAttribute("role", "img");
        brief.setAttribute("aria-label", t("webchat.brief"));
        brief.title = t("webchat.brief");
        knop.append(brief);
      }
      if (p.ongelezen && p.id !== ik) {
        const aantal = el("span", "aantal", String(p.ongelezen));
        aantal.setAttribute("aria-label", t("webchat.ongelezen", { aantal: p.ongelezen }));
        knop.append(aantal);
      }
      knop.type = "button";
      knop.dataset.persoon = p.id;
      if (p.id === ik) knop.setAttribute("aria-current", "true");
      knop.addEventListener("click", () => kies(p.id));
      return el("li", "", knop);
    }),
  );
  if (gericht) document.querySelector(`[data-persoon="${gericht}"]`)?.focus();
}

let verschil = 0; // demo's now minus this machine's now, in milliseconds

export function zetKlok({ nu }) {
  verschil = new Date(nu) - Date.now();
  tekenKlok();
}

export const nu = () => new Date(Date.now() + verschil);

export function tekenKlok() {
  $("tijd").textContent = lang(nu());
  $("tijd-kort").textContent = kort(nu());
}

export function begin({ personen, bijNieuw, bijFout }) {
  $("balk-knop").addEventListener("click", () => {
    const open = $("balk").classList.toggle("open");
    $("balk-knop").setAttribute("aria-expanded", String(open));
  });
  const verzet = (inhoud) => () => stuur("klok", inhoud).then(zetKlok, bijFout);
  $("uur").addEventListener("click", verzet({ seconden: 3600 }));
  $("morgen").addEventListener("click", verzet({ naar: "morgen" }));
  $("nieuw").addEventListener("submit", (e) => {
    e.preventDefault();
    const naam = $("nieuw-naam").value.trim() || nieuweNaam(personen());
    stuur("personen", { naam }).then((p) => (($("nieuw-naam").value = ""), bijNieuw(p)), bijFout);
  });
  haal("klok").then(zetKlok, bijFout);
  setInterval(tekenKlok, 5000);
}
