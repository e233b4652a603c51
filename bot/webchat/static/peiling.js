// A native poll: its options to choose from, or how the votes stand once this person voted or the poll is closed.

import { el } from "./element.js";
import { t } from "./taal.js";

export function peiling(bericht, daden) {
  const poll = bericht.poll;
  const mijn = daden.mijnStem(bericht);
  const soort = [t(poll.is_anonymous ? "webchat.peiling_anoniem" : "webchat.peiling_open")];
  if (poll.is_closed) soort.push(t("webchat.peiling_dicht"));
  const vraag = el("strong", "vraag", poll.question);
  vraag.id = `vraag-${poll.id}`;
  const klaar = poll.is_closed || mijn.length > 0;
  const opties = klaar ? uitslag(poll, mijn) : keuze(bericht, daden);
  opties.setAttribute("aria-labelledby", vraag.id);
  const veld = el("div", "peiling", vraag, el("small", "", soort.join(" · ")), opties,
    el("small", "", t("webchat.stemmen", { aantal: poll.total_voter_count })));
  if (mijn.length && !poll.is_closed && poll.allows_revoting) {
    veld.append(knop("als-link", t("webchat.trek_stem_in"), () => daden.stem(bericht, [])));
  }
  return veld;
}

function knop(klasse, tekst, doe) {
  const element = el("button", klasse, tekst);
  element.type = "button";
  element.addEventListener("click", doe);
  return element;
}

/** One answer: a tap is a vote. More answers: tick, then vote. */
function keuze(bericht, daden) {
  const { options: opties, allows_multiple_answers: meer } = bericht.poll;
  const lijst = el("div", "opties");
  lijst.setAttribute("role", "group");
  if (!meer) {
    lijst.append(...opties.map((optie, i) => knop("optie", optie.text, () => daden.stem(bericht, [i]))));
    return lijst;
  }
  const vakjes = opties.map((optie) => {
    const vakje = el("input");
    vakje.type = "checkbox";
    lijst.append(el("label", "optie", vakje, el("span", "", optie.text)));
    return vakje;
  });
  const gekozen = () => vakjes.flatMap((vakje, i) => (vakje.checked ? [i] : []));
  lijst.append(knop("groot", t("webchat.stem"), () => gekozen().length && daden.stem(bericht, gekozen())));
  return lijst;
}

function uitslag(poll, mijn) {
  const regels = poll.options.map((optie, i) => {
    const deel = poll.total_voter_count ? Math.round((100 * optie.voter_count) / poll.total_voter_count) : 0;
    const balk = el("span", "stembalk", el("span"));
    balk.firstChild.style.width = `${deel}%`;
    const eigen = mijn.includes(i);
    const naam = el("span", "", optie.text);
    if (eigen) {
      const vink = el("span", "vink", "✓");
      vink.setAttribute("role", "img");
      vink.setAttribute("aria-label", t("webchat.uw_stem"));
      naam.prepend(vink);
    }
    return el("li", eigen ? "uitslag eigen" : "uitslag", naam, el("span", "", `${deel}%`), balk);
  });
  return el("ul", "opties", ...regels);
}
