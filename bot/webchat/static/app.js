// Ties the page together: who is chosen, what is in the chat, what comes in, what goes out.

import * as balk from "./balk.js";
import { loop } from "./bericht.js";
import { el } from "./element.js";
import * as bijlage from "./bijlage.js";
import * as gesprek from "./gesprek.js";
import * as menu from "./menu.js";
import { opgemaakt } from "./opmaak.js";
import { t, telefoon, zetTeksten } from "./taal.js";
import { haal, luister, stuur } from "./verbinding.js";

const $ = (id) => document.getElementById(id);
const stand = { ik: null, chat: null, personen: [], bot: {}, start: null, stroom: null };
const stemmen = new Map(); // poll id -> options chosen by who is shown
const wachtend = new Map(); // tap id -> button that waits for an answer

const daden = {
  get ik() { return stand.ik; },
  botnaam: () => stand.bot.username ?? "",
  bestand: (id) => `/chat/api/personen/${stand.ik}/bestand/${encodeURIComponent(id)}`,
  schrijf,
  begin: vraagStart,
  tik,
  stem: (bericht, opties) => verstuur("stem", { bericht: bericht.message_id, opties }),
  mijnStem: (bericht) => stemmen.get(bericht.poll.id) ?? bericht.mijn_stem ?? [],
};
const ikZelf = () => stand.personen.find((p) => p.id === stand.ik);

// ---- who ----

async function laadPersonen() {
  stand.personen = await haal("personen");
  balk.tekenPersonen(stand.personen, stand.ik, (id) => kies(id));
  tekenVoet();
}

async function kies(id, { start = null } = {}) {
  stand.stroom?.close();
  stand.ik = id;
  stand.start = start;
  const persoon = ikZelf();
  if (persoon.taal !== telefoon) zetTeksten(persoon.taal, await haal(`teksten?taal=${persoon.taal}`));
  balk.sluitPaneel();
  balk.tekenPersonen(stand.personen, id, (ander) => kies(ander));
  balk.tekenKlok();
  zetAdres();
  await kiesChat(id);
  stand.stroom = luister(id, soorten, verbonden, () => toonVerbinding(false));
  naarBediening();
}

function zetAdres() {
  const vraag = new URLSearchParams({ als: stand.ik });
  if (stand.start) vraag.set("start", stand.start);
  history.replaceState(null, "", `/?${vraag}`);
}

// ---- which chat ----

async function kiesChat(id) {
  stand.chat = id;
  stemmen.clear();
  gesprek.leeg();
  toonTypt(false);
  $("toast").textContent = "";
  const [berichten] = await Promise.all([haalBerichten(), laadChats(), menu.laad(vraagMenu())]);
  if (stand.chat !== id) return;
  gesprek.vul(berichten);
  tekenVoet();
  gesprek.omlaag();
}

const toonVerbinding = (goed) => ($("verbinding").textContent = goed ? "" : t("webchat.verbinding_weg"));
const vraagMenu = () => `personen/${stand.ik}/menu?chat=${stand.chat}`;
const haalBerichten = (na) =>
  haal(`personen/${stand.ik}/berichten?chat=${stand.chat}${na === undefined ? "" : `&na=${na}`}`);

async function laadChats() {
  const chats = await haal(`personen/${stand.ik}/chats`);
  const keuze = $("chats");
  keuze.hidden = chats.length < 2;
  keuze.replaceChildren(...chats.map((c) => new Option(c.title ?? stand.bot.naam, c.id, false, c.id === stand.chat)));
  const groep = chats.find((c) => c.id === stand.chat && c.title);
  $("bot-naam").textContent = groep?.title ?? stand.bot.naam;
  $("bot-rondje").textContent = [...(groep?.title ?? stand.bot.naam)][0];
}

// ---- what comes in ----

let typtTot;
function toonTypt(aan) {
  clearTimeout(typtTot);
  if (aan) typtTot = setTimeout(() => toonTypt(false), 5000);
  $("stand").textContent = t(aan ? "webchat.typt" : "webchat.bot");
  $("stand").classList.toggle("typt", aan);
  gesprek.toonBezig(aan);
}

/** What an event asks for may fail with the connection: the next connection asks again. */
const later = (vraag) => vraag().catch(() => {});

let straks;
const soorten = {
  bericht(bericht) {
    if (bericht.chat.id === stand.chat) {
      if (bericht.from.is_bot) toonTypt(false);
      gesprek.zet(bericht);
      tekenVoet();
    } else later(laadChats);
    if (!ikZelf()?.gestart) soorten.elders();
  },
  verwijderd: (wat) => wat.chat === stand.chat && gesprek.zet({ ...wat, verwijderd: true }),
  typt: (wat) => wat.chat === stand.chat && toonTypt(true),
  stem: (wat) => stemmen.set(wat.poll, wat.opties),
  commandos: () => later(() => menu.laad(vraagMenu())),
  klok: (wat) => (balk.zetKlok(wat), gesprek.tekenDagen()),
  antwoord({ tik: id, tekst, alert }) {
    klaarMetWachten(id);
    if (!tekst) return;
    if (alert) {
      $("melding-tekst").dir = loop(tekst);
      $("melding-tekst").textContent = tekst;
      $("melding").showModal();
    } else toast(tekst);
  },
  elders() {
    clearTimeout(straks);
    straks = setTimeout(() => later(laadPersonen), 150);
  },
};

async function verbonden() {
  toonVerbinding(true);
  const chat = stand.chat;
  const gemist = await haalBerichten(gesprek.laatste()).catch(() => []);
  if (chat === stand.chat) gemist.forEach((bericht) => gesprek.zet(bericht));
  later(() => menu.laad(vraagMenu()));
  soorten.elders();
}

let toastTot;
function toast(tekst) {
  $("toast").dir = loop(tekst);
  $("toast").textContent = tekst;
  clearTimeout(toastTot);
  toastTot = setTimeout(() => ($("toast").textContent = ""), Math.max(3000, 60 * tekst.length));
}
const mislukt = () => toast(t("webchat.mislukt"));

// ---- what goes out ----

function schrijf(tekst) {
  return verstuur("tekst", opgemaakt(tekst));
}

async function verstuur(wat, inhoud) {
  try {
    const bericht = await stuur(`personen/${stand.ik}/${wat}`, { ...inhoud, chat: stand.chat });
    if (ikZelf()) ikZelf().gestart = true;
    tekenVoet();
    soorten.elders();
    return bericht;
  } catch {
    mislukt();
    return null;
  }
}

async function tik(bericht, data, knop) {
  knop.classList.add("wacht");
  try {
    const { tik: id } = await stuur(`personen/${stand.ik}/tik`, { bericht: bericht.message_id, data, chat: stand.chat });
    wachtend.set(id, knop);
    const nu = await haal(`personen/${stand.ik}/tik/${id}`); // the answer may have come before this page knew the id
    if (nu.beantwoord) klaarMetWachten(id);
    setTimeout(() => klaarMetWachten(id), 15000);
  } catch {
    knop.classList.remove("wacht");
    mislukt();
  }
}

function klaarMetWachten(id) {
  wachtend.get(id)?.classList.remove("wacht");
  wachtend.delete(id);
}

function vraagStart(code) {
  stand.start = code;
  zetAdres();
  tekenVoet();
  $("start").focus();
}

/** Below the messages stands one thing: Start, the way back from a block, or the composer. */
function tekenVoet() {
  const ik = ikZelf();
  if (!ik) return;
  const prive = stand.chat === stand.ik;
  const dicht = prive && ik.geblokkeerd;
  const brief = prive && !ik.gestart && ik.startcode && !stand.start;
  const start = !dicht && prive && !brief && (stand.start || !ik.gestart);
  $("dicht").hidden = !dicht;
  $("start").hidden = !start;
  $("opstel").hidden = dicht || Boolean(start);
  if ($("opstel").hidden) bijlage.toon(false);
  $("blokkeer").hidden = !prive || dicht || !ik.gestart;
  const leeg = gesprek.aantal() === 0;
  const gericht = document.activeElement?.closest(".welkom"); // drawn anew, it would lose the focus
  $("berichten").querySelector(".welkom")?.remove();
  if (leeg) $("berichten").replaceChildren(brief ? tekenBrief(ik) : el("div", "welkom", el("p", "", t("webchat.leeg"))));
  if (gericht) $("berichten").querySelector(".welkom button")?.focus();
}

/** Focus on what can be done now: the letter, Start, the way back, or the text field. Where fingers do the work it
 * would only open the keyboard of the screen. */
function naarBediening() {
  if (!matchMedia("(pointer: fine)").matches) return;
  const plekken = [$("berichten").querySelector(".welkom button"), $("start"), $("deblokkeer"), $("tekst")];
  plekken.find((plek) => plek?.checkVisibility())?.focus();
}

function tekenBrief(ik) {
  const knop = el("button", "groot", t("webchat.open_brief"));
  knop.type = "button";
  knop.addEventListener("click", () => vraagStart(ik.startcode));
  return el("div", "welkom brief", el("span", "envelop", "✉"), el("h2", "", t("webchat.brief")),
    el("p", "", t("webchat.brief_uitleg")), knop);
}

$("start").addEventListener("click", async () => {
  const code = stand.start;
  stand.start = null;
  zetAdres();
  if (await schrijf(code ? `/start ${code}` : "/start")) naarBediening();
  else vraagStart(code);
});
$("opstel").addEventListener("submit", async (e) => {
  e.preventDefault();
  const tekst = $("tekst").value.trim();
  if (!tekst) return;
  $("tekst").value = "";
  groei();
  if (!(await schrijf(tekst))) $("tekst").value = tekst;
});
const groei = () => {
  const veld = $("tekst");
  veld.style.height = "auto";
  veld.style.height = `${Math.min(veld.scrollHeight, 140)}px`;
};
$("tekst").addEventListener("input", groei);
$("tekst").addEventListener("keydown", (e) => {
  if (e.key === "Enter" && !e.shiftKey && !e.isComposing) {
    e.preventDefault();
    $("opstel").requestSubmit();
  }
});
document.addEventListener("keydown", (e) => {
  if (e.key !== "Escape") return;
  if (!$("menu").hidden) (menu.toon(false), $("menu-knop").focus());
  if (!$("bijlage").hidden) (bijlage.toon(false), $("bijlage-knop").focus());
  if (balk.sluitPaneel()) $("balk-knop").focus();
});
bijlage.begin({ verstuur, meld: toast });
menu.begin(schrijf);
$("chats").addEventListener("change", (e) => kiesChat(Number(e.target.value)));
gesprek.begin(daden, (bericht) => stuur(`personen/${stand.ik}/gelezen`, { bericht, chat: stand.chat }).catch(() => {}));
const blokkeer = (aan) => () =>
  stuur(`personen/${stand.ik}/blokkeer`, { aan }).then(laadPersonen, mislukt);
$("blokkeer").addEventListener("click", blokkeer(true));
$("deblokkeer").addEventListener("click", blokkeer(false));
document.addEventListener("click", (e) => !e.target.closest("#balk") && balk.sluitPaneel());

async function open() {
  const vraag = new URLSearchParams(location.search);
  const start = /^[A-Za-z0-9_-]{1,64}$/.test(vraag.get("start") ?? "") ? vraag.get("start") : null;
  [stand.personen, stand.bot] = await Promise.all([haal("personen"), haal("bot")]);
  zetTeksten("nl", await haal("teksten?taal=nl"));
  let wie = stand.personen.find((p) => String(p.id) === vraag.get("als"));
  if (!wie && start) wie = stand.personen.find((p) => p.startcode === start);
  if (!wie && (start || !stand.personen.length)) {
    wie = await stuur("personen", { naam: balk.nieuweNaam(stand.personen) });
    stand.personen.push(wie);
  }
  wie ??= stand.personen[0];
  balk.begin({ personen: () => stand.personen, bijFout: mislukt, bijNieuw: (p) => (stand.personen.push(p), kies(p.id)) });
  await kies(wie.id, { start });
  document.body.classList.add("klaar");
  naarBediening(); // what is hidden takes no focus
}
open();
