// The page's words and the way it writes times. Texts come from the server, by key.

let woorden = {};
let taal = "nl";
export let telefoon = null; // the language of the phone, for which there may be no texts
const ZONE = "Europe/Amsterdam";

/** The texts come in the language that is nearest; the page runs in the direction of the phone's own. */
export function zetTeksten(vanTelefoon, antwoord) {
  telefoon = vanTelefoon;
  taal = antwoord.taal;
  woorden = antwoord.teksten;
  document.documentElement.lang = taal;
  document.documentElement.dir = antwoord.richting;
  for (const el of document.querySelectorAll("[data-openbaar]")) el.href = `/${taal}/`;
  document.title = t("webchat.titel");
  for (const el of document.querySelectorAll("[data-tekst]")) el.textContent = t(el.dataset.tekst);
  for (const el of document.querySelectorAll("[data-naam]")) {
    el.setAttribute("aria-label", t(el.dataset.naam));
    if (el.tagName === "BUTTON") el.title = t(el.dataset.naam);
  }
  for (const el of document.querySelectorAll("[data-hint]")) el.placeholder = t(el.dataset.hint);
}

export function t(sleutel, velden = {}) {
  return (woorden[sleutel] ?? sleutel).replace(/\{(\w+)\}/g, (_, veld) => apart(velden[veld] ?? ""));
}

/** A name keeps its own order in a text that runs the other way. */
function apart(waarde) {
  return document.documentElement.dir === "rtl" ? `\u2068${waarde}\u2069` : waarde;
}

const maak = (opties) => (datum) => new Intl.DateTimeFormat(`${taal === "en" ? "en-GB" : taal}-u-nu-latn`, { timeZone: ZONE, ...opties }).format(datum);
export const uur = maak({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const dag = maak({ weekday: "long", day: "numeric", month: "long" });
export const kort = maak({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const lang = maak({ weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
