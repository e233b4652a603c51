// The messages of the chosen chat: each in its place, edits in place, days between them, and the scroll position.

import { nu } from "./balk.js";
import { bel } from "./bericht.js";
import { el } from "./element.js";
import { dag, t } from "./taal.js";

const lijst = document.getElementById("berichten");
const knopOmlaag = document.getElementById("omlaag");
let daden;
let bijGelezen;
let gezien = new Map(); // message_id -> {volgnr, element}
let hoogsteId = 0;
let hoogsteVolgnr = 0;
let stondOnderaan = true;

export const aantal = () => gezien.size;
/** The highest change counter seen: ask the server for what came after it. */
export const laatste = () => hoogsteVolgnr;

/** `bijGelezen(message_id)` is called when the newest message is in sight. */
export function begin(mijnDaden, mijnBijGelezen) {
  daden = mijnDaden;
  bijGelezen = mijnBijGelezen;
  knopOmlaag.addEventListener("click", omlaag);
  lijst.addEventListener("scroll", () => {
    stondOnderaan = bijOnderkant();
    if (!knopOmlaag.hidden && stondOnderaan) omlaag();
  });
  new ResizeObserver(() => stondOnderaan && omlaag()).observe(lijst); // a keyboard on the screen, a turned phone
  document.addEventListener("visibilitychange", () => bijOnderkant() && omlaag());
}

export function leeg() {
  gezien = new Map();
  hoogsteId = hoogsteVolgnr = 0;
}

export function vul(berichten) {
  lijst.setAttribute("aria-busy", "true"); // a screen reader reads what comes in from now on, not the whole past
  lijst.replaceChildren();
  for (const bericht of berichten) plaats(bericht);
  tekenDagen();
  requestAnimationFrame(() => lijst.removeAttribute("aria-busy"));
}

/** Show a message that is new, changed or deleted; older news about it is ignored. */
export function zet(bericht) {
  const onderaan = bijOnderkant();
  const nieuw = plaats(bericht);
  tekenDagen();
  const bel = gezien.get(bericht.message_id)?.element;
  if (onderaan && bel && bel === lijst.lastElementChild && bel.offsetHeight > lijst.clientHeight) {
    bel.scrollIntoView({ block: "start" }); // a long message is read from its beginning
  } else if (onderaan || (nieuw && bericht.from.id === daden.ik)) omlaag();
  else if (nieuw) knopOmlaag.hidden = false;
}

/** Put the bubble in its place; tell whether it was not there before. */
function plaats(bericht) {
  const id = bericht.message_id;
  const oud = gezien.get(id);
  hoogsteVolgnr = Math.max(hoogsteVolgnr, bericht.volgnr);
  if (oud && oud.volgnr >= bericht.volgnr) return false;
  if (bericht.verwijderd) {
    oud?.element.remove();
    gezien.delete(id);
    return false;
  }
  const element = bel(bericht, daden);
  const einde = bezig.isConnected ? bezig : null;
  element.dataset.bericht = id;
  element.dataset.dag = dag(new Date(bericht.date * 1000));
  if (oud) vervang(oud.element, element);
  else {
    const na = id > hoogsteId ? [] : [...gezien.keys()].filter((ander) => ander > id);
    lijst.insertBefore(element, na.length ? gezien.get(Math.min(...na)).element : einde);
  }
  hoogsteId = Math.max(hoogsteId, id);
  gezien.set(id, { volgnr: bericht.volgnr, element });
  return !oud;
}

/** Who was on a control of the message with the keyboard stays on the one in its place, or on the nearest before it. */
function vervang(oud, nieuw) {
  const bedienbaar = (element) => [...element.querySelectorAll(".knop, .optie, button, input, a")];
  const plek = bedienbaar(oud).indexOf(document.activeElement);
  oud.replaceWith(nieuw);
  nieuw.classList.add("ververst");
  if (plek < 0) return;
  const daar = bedienbaar(nieuw).slice(0, plek + 1).at(-1) ?? document.getElementById("tekst");
  daar.focus({ preventScroll: true });
}

const bezig = el("div", "rij bezig", el("div", "ballon", el("span"), el("span"), el("span")));
bezig.setAttribute("aria-hidden", "true"); // the line under the bot's name says it in words

/** Three dots as the last bubble. */
export function toonBezig(aan) {
  const onderaan = bijOnderkant();
  if (aan) lijst.append(bezig);
  else bezig.remove();
  if (aan && onderaan) lijst.scrollTop = lijst.scrollHeight;
}

/** What stands right is left alone: a screen reader would read it again. */
export function tekenDagen() {
  const vandaag = dag(nu());
  let vorige = null;
  for (const element of [...lijst.children]) {
    const streep = element.previousElementSibling?.classList.contains("dag") ? element.previousElementSibling : null;
    if (!element.dataset.dag) continue;
    if (element.dataset.dag === vorige) {
      streep?.remove();
      continue;
    }
    vorige = element.dataset.dag;
    const tekst = vorige === vandaag ? t("webchat.vandaag") : vorige;
    if (!streep) element.before(el("div", "dag", el("span", "", tekst)));
    else if (streep.textContent !== tekst) streep.firstChild.textContent = tekst;
  }
  for (const streep of lijst.querySelectorAll(".dag")) if (!streep.nextElementSibling?.dataset.dag) streep.remove();
}

const bijOnderkant = () => lijst.scrollHeight - lijst.scrollTop - lijst.clientHeight < 120;

export function omlaag() {
  lijst.scrollTop = lijst.scrollHeight;
  knopOmlaag.hidden = true;
  if (hoogsteId && document.visibilityState === "visible") bijGelezen(hoogsteId);
}
