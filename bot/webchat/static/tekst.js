// Text with entities to elements. User text only ever becomes text nodes.

import { t } from "./taal.js";

const ELEMENT = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const EIGEN = new Set(["localhost", "127.0.0.1", "[::1]", location.hostname]);
const CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** The code of a link that starts the bot, or null. */
export function startcode(adres, botnaam) {
  let url;
  try {
    url = new URL(adres, location.origin);
  } catch {
    return null;
  }
  const eigen = EIGEN.has(url.hostname) && url.pathname === "/";
  const telegram = url.hostname === "t.me" && url.pathname.toLowerCase() === `/${botnaam.toLowerCase()}`;
  const code = url.searchParams.get("start");
  return (eigen || telegram) && code && CODE.test(code) ? code : null;
}

/** Cut at every edge of an entity (UTF-16 offsets, as JavaScript counts), so that any overlap can be drawn. */
export function teken(tekst, entiteiten, daden) {
  const doel = document.createDocumentFragment();
  const randen = new Set([0, tekst.length]);
  for (const e of entiteiten) randen.add(e.offset).add(e.offset + e.length);
  const op = [...randen].filter((n) => n <= tekst.length).sort((a, b) => a - b);
  let open = []; // [{entiteit, element}], outer first
  for (let i = 0; i + 1 < op.length; i++) {
    const hier = entiteiten.filter((e) => e.offset <= op[i] && e.offset + e.length >= op[i + 1]);
    let gelijk = 0;
    while (gelijk < open.length && open[gelijk].entiteit === hier[gelijk]) gelijk++;
    open = open.slice(0, gelijk);
    for (const entiteit of hier.slice(gelijk)) {
      const element = maak(entiteit, tekst.slice(entiteit.offset, entiteit.offset + entiteit.length), daden);
      (open.at(-1)?.element ?? doel).append(element);
      open.push({ entiteit, element });
    }
    const stuk = tekst.slice(op[i], op[i + 1]);
    const ouder = open.at(-1)?.element ?? doel;
    if (open.length) ouder.append(stuk);
    else losseLinks(stuk, ouder, daden);
  }
  return doel;
}

function losseLinks(tekst, ouder, daden) {
  for (const [i, stuk] of tekst.split(/(\/\?start=[A-Za-z0-9_-]{1,64})/).entries()) {
    if (i % 2) ouder.append(link(stuk, stuk, daden));
    else ouder.append(stuk);
  }
}

function maak(entiteit, stuk, daden) {
  if (entiteit.type === "text_link") return link(entiteit.url, "", daden);
  if (entiteit.type === "url") return link(stuk, "", daden);
  if (entiteit.type === "email") return link(`mailto:${stuk}`, "", daden);
  if (entiteit.type === "bot_command") {
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "als-link";
    knop.addEventListener("click", () => daden.schrijf(stuk));
    return knop;
  }
  if (entiteit.type === "spoiler") {
    const verborgen = document.createElement("span");
    verborgen.className = "verborgen";
    verborgen.tabIndex = 0;
    verborgen.setAttribute("role", "button");
    verborgen.setAttribute("aria-label", t("webchat.verborgen"));
    const toon = () => {
      verborgen.className = "getoond";
      verborgen.removeAttribute("aria-label");
      verborgen.removeAttribute("role");
    };
    verborgen.addEventListener("click", toon);
    verborgen.addEventListener("keydown", (e) => ["Enter", " "].includes(e.key) && (e.preventDefault(), toon()));
    return verborgen;
  }
  return document.createElement(ELEMENT[entiteit.type] ?? "span");
}

export function link(adres, tekst, daden) {
  const a = document.createElement("a");
  a.append(tekst);
  const code = startcode(adres, daden.botnaam());
  if (code) {
    a.href = `/?start=${code}`;
    a.addEventListener("click", (e) => (e.preventDefault(), daden.begin(code)));
  } else if (/^(https?|mailto|tel):/i.test(adres)) {
    a.href = adres;
    a.target = "_blank";
    a.rel = "noopener noreferrer";
  }
  return a;
}
