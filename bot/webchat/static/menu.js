// The menu with the commands of the bot that this person has here.

import { el } from "./element.js";
import { haal } from "./verbinding.js";

const $ = (id) => document.getElementById(id);
let schrijf;

export function begin(mijnSchrijf) {
  schrijf = mijnSchrijf;
  $("menu-knop").addEventListener("click", () => toon($("menu").hidden));
}

export async function laad(pad) {
  const opdrachten = await haal(pad);
  $("menu-knop").hidden = opdrachten.length === 0;
  if (!opdrachten.length) toon(false);
  $("opdrachten").replaceChildren(
    ...opdrachten.map((o) => {
      const knop = el("button", "opdracht", el("span", "", o.description), el("code", "", `/${o.command}`));
      knop.type = "button";
      knop.addEventListener("click", () => (toon(false), $("tekst").focus(), schrijf(`/${o.command}`)));
      return el("li", "", knop);
    }),
  );
}

export function toon(open) {
  $("menu").hidden = !open;
  $("menu-knop").setAttribute("aria-expanded", String(open));
  if (open) $("opdrachten").querySelector("button")?.focus();
}
