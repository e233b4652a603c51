// One message to one bubble: text, picture, document, place, buttons, time. Knows nothing of the server.

import { el, icoon } from "./element.js";
import { peiling } from "./peiling.js";
import { t, uur } from "./taal.js";
import { link, teken } from "./tekst.js";

/**
 * daden: {ik, schrijf(tekst), begin(code), tik(bericht, data, knop), stem(bericht, opties), mijnStem(bericht),
 * bestand(file_id), botnaam()}
 */
export function bel(bericht, daden) {
  if (bericht.group_chat_created) {
    return el("div", "dienst", el("span", "", t("webchat.groep_gemaakt", { naam: bericht.from.first_name })));
  }
  const vanMij = bericht.from.id === daden.ik;
  const ballon = el("div", "ballon");
  ballon.dir = loop(bericht.text ?? bericht.caption ?? "");
  const zichtbaar = bericht.chat.type !== "private" && !vanMij;
  if (zichtbaar) ballon.append(richting(el("p", "afzender", bericht.from.first_name)));
  if (bericht.reply_to_message) {
    const op = bericht.reply_to_message;
    const tekst = op.text ?? op.caption ?? op.poll?.question ?? t(op.photo ? "webchat.foto" : "webchat.bijlage");
    ballon.append(richting(el("p", "citaat", tekst)));
  }
  const onderschrift = bericht.caption ? tekstdeel(bericht.caption, bericht.caption_entities, daden) : null;
  if (onderschrift && bericht.show_caption_above_media) ballon.append(onderschrift);
  if (bericht.photo) ballon.append(foto(bericht, daden));
  if (bericht.video) ballon.append(film(bericht.video, daden));
  if (bericht.voice) ballon.append(spraak(bericht.voice, daden));
  if (bericht.document) ballon.append(richting(document_(bericht.document, daden)));
  if (bericht.poll) ballon.append(peiling(bericht, daden));
  if (bericht.location) ballon.append(richting(plek(bericht)));
  if (onderschrift && !bericht.show_caption_above_media) ballon.append(onderschrift);
  if (bericht.text) ballon.append(tekstdeel(bericht.text, bericht.entities, daden));
  ballon.append(voetje(bericht));
  const regel = el("div", vanMij ? "rij ik" : "rij");
  if (!zichtbaar) regel.append(el("span", "voorlezen", vanMij ? t("webchat.ik") : `${bericht.from.first_name}:`));
  regel.append(ballon);
  if (bericht.reply_markup?.inline_keyboard) regel.append(knoppen(bericht, daden));
  return regel;
}

/** The direction of the first letter outside isolates, as the apps take it; the browser's own `auto` looks inside them. */
export function loop(tekst) {
  let kaal = tekst;
  for (let was = ""; was !== kaal; ) [was, kaal] = [kaal, kaal.replace(/\u2068[^\u2068\u2069]*\u2069/g, "")];
  const letter = kaal.match(/\p{L}/u)?.[0];
  if (!letter) return "auto";
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(letter) ? "rtl" : "ltr";
}

/** Its own direction, and none of it for what follows: a name does not decide how the text runs. */
function richting(element) {
  element.dir = "auto";
  return element;
}

function tekstdeel(tekst, entiteiten, daden) {
  return el("div", "tekst", teken(tekst, entiteiten ?? [], daden));
}

function voetje(bericht) {
  const tijd = el("time", "", uur(new Date(bericht.date * 1000)));
  tijd.dateTime = new Date(bericht.date * 1000).toISOString();
  const voet = el("span", "voetje");
  if (bericht.edit_date) voet.append(el("span", "gewijzigd", t("webchat.gewijzigd")), " ");
  voet.append(tijd);
  return voet;
}

function foto(bericht, daden) {
  const grootste = bericht.photo.at(-1);
  const beeld = el("img");
  beeld.src = daden.bestand(grootste.file_id);
  beeld.width = grootste.width;
  beeld.height = grootste.height;
  beeld.alt = bericht.caption ?? t("webchat.foto");
  const a = el("a", "foto", beeld);
  a.href = beeld.src;
  a.target = "_blank";
  return a;
}

function film(bestand, daden) {
  const element = speler("video", bestand, daden, t("webchat.video"));
  element.className = "film";
  return element;
}

function spraak(bestand, daden) {
  const element = speler("audio", bestand, daden, t("webchat.spraak"));
  element.className = "spraak";
  return element;
}

function speler(soort, bestand, daden, naam) {
  const element = el(soort);
  element.src = daden.bestand(bestand.file_id);
  element.controls = true;
  element.preload = "metadata";
  element.setAttribute("aria-label", naam);
  return element;
}

function document_(bestand, daden) {
  const naam = bestand.file_name ?? "";
  const a = el("a", "document", el("span", "blad", naam.split(".").at(-1).slice(0, 4).toUpperCase()),
    el("span", "document-naam", naam, el("small", "", grootte(bestand.file_size))));
  a.href = daden.bestand(bestand.file_id);
  a.download = naam;
  a.setAttribute("aria-label", t("webchat.download", { naam }));
  return a;
}

/** No map of elsewhere is loaded: a link to one, followed by who wants it. */
function plek({ location: punt, venue }) {
  const getallen = [punt.latitude, punt.longitude].map((n) => n.toFixed(5));
  const naam = el("span", "document-naam", venue?.title ?? t("webchat.plek"), el("small", "", venue?.address ?? getallen.join(", ")));
  const a = el("a", "document", el("span", "blad", icoon("plek")), naam);
  naam.append(el("small", "als-link", t("webchat.op_de_kaart")));
  a.href = `https://www.openstreetmap.org/?mlat=${getallen[0]}&mlon=${getallen[1]}#map=17/${getallen.join("/")}`;
  a.target = "_blank";
  a.rel = "noopener noreferrer";
  return a;
}

const grootte = (bytes) => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

function knoppen(bericht, daden) {
  const veld = el("div", "knoppen");
  for (const rij of bericht.reply_markup.inline_keyboard) {
    const regel = el("div", "knoprij");
    for (const knop of rij) {
      let element;
      if (knop.callback_data === undefined) {
        element = link(knop.url ?? "", knop.text, daden);
        element.classList.add("knop", "naar");
      } else {
        element = el("button", `knop ${knop.style ?? ""}`, knop.text);
        element.type = "button";
        element.dataset.data = knop.callback_data;
        element.addEventListener("click", () => daden.tik(bericht, knop.callback_data, element));
      }
      element.dir = loop(knop.text);
      regel.append(element);
    }
    veld.append(regel);
  }
  return veld;
}
