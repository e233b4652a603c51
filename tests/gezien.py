"""What people see in their chats, so that two networks can be compared: texts, files and buttons, in their order."""

import re
from typing import Any

from berichten import talen, vertaal
from bot.demo.telefoon import Bericht, knoppen, tekst_van
from bot.storage import accounts
from tests.wereld import Mens, Wereld, zin

Gezien = dict[str, dict[str, Any]]
"""Of each by name: the `berichten` in their chat, and whether they are `vergeten`, so that nothing is known of them."""
_EIGEN = (
    (r"https?://\S+", "<link>"),
    (r"(?<![\w-])(?=[\w-]*[0-9A-Z_])[\w-]{22}(?![\w-])", "<id>"),
    (r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4})?\b", "<code>"),
    (r"\b\d{3} ?\d{3}\b", "<cijfers>"),
    (r"\b[0-9a-f]{8,}\b", "<merk>"),
    (r"\bweb(chat)?:\d+", "<account>"),
    (r"((?:laan|pad|straat|weg)|[Nn]ummer|[Nn]umber) \d+", r"\1 <nummer>"),
    (r"\b[0-9A-Z]{4}\b|• \w{4}:", "<plek>"),
    (r"Binnen: \d+ \w+", "Binnen: <aantal>"),
)
"""What is another one in each world."""
_GEWIST = {zin("wissen.klaar"), zin("webkanaal.gewist")}
"""With which one hears to be erased: in the browser the chat goes as well."""
_LAATSTE_WOORD = {"", "<gewist>", zin("webkanaal.afgemeld")}
"""All that stands in a browser of who is not known any more."""
_VERLOOP = {zin(f"voortgang.kop.{hoe}") for hoe in ("klaar", "gestopt", "later")}
"""How the report on a broadcast begins. Where it stands among the other messages, the speed of sending says."""
_GING_NAAR = zin("oefenen.ging_naar")
"""Who practises reads it each time that the made-up messages went, in as many goes as that took."""
_MET_PAGINAS = {vertaal(taal).plat("knop.deur_groot") for taal in talen()}
"""Buttons of an installation that serves pages: without these nobody talks in a browser."""


async def lees(wereld: Wereld) -> Gezien:
    """Return what stands in the chat of everyone who took part."""
    gezien = {wie: await _van(wereld, mens) for wie, mens in sorted(wereld.mensen.items())}
    samen = [wie for wie in gezien if wie.rpartition(" ")[0] in wereld.door_elkaar]
    if samen:
        alles = sorted(een for wie in samen for een in gezien.pop(wie)["berichten"])
        gezien[" of ".join(samen)] = {"berichten": alles, "vergeten": False}
    return gezien


async def _van(wereld: Wereld, mens: Mens) -> dict[str, Any]:
    alle = [een for een in _aaneen(list(map(_zoals, await mens.berichten()))) if _GING_NAAR not in een[1]]
    wie = await wereld.database.read(accounts.wie, wereld.wijk, wereld.kanaal, str(mens.wie.id))
    berichten = sorted(alle, key=lambda een: any(kop in een[1] for kop in _VERLOOP))
    return {"berichten": berichten, "vergeten": wie is None}


def _aaneen(alle: list[list[str]]) -> list[list[str]]:
    """Put a text that is too long to stand under its picture on Telegram with that picture."""
    uit: list[list[str]] = []
    for een in alle:
        if uit and uit[-1] == ["photo", ""] and een[0] == "":
            uit[-1] = ["photo", *een[1:]]
        elif uit and uit[-1] == een == ["", "<gewist>"]:
            continue  # who taps it twice hears it twice, where there is still a chat to say it in
        else:
            uit.append(een)
    return uit


def _zoals(bericht: Bericht) -> list[str]:
    soort = next((een for een in ("photo", "voice", "video", "document", "venue", "location") if een in bericht), "")
    naam = str(bericht.get("document", {}).get("file_name", ""))
    rijen = [[_vast(een["text"]) for een in rij if een["text"] not in _MET_PAGINAS] for rij in knoppen(bericht)]
    labels = [" | ".join(rij) for rij in rijen if rij]
    return [
        " ".join(filter(None, ("plek" if soort in {"venue", "location"} else soort, naam))),
        _vast(tekst_van(bericht)),
        *labels,
    ]


def _vast(tekst: str) -> str:
    if any(woord in tekst for woord in _GEWIST):
        return "<gewist>"
    for wat, door in _EIGEN:
        tekst = re.sub(wat, door, tekst)
    return tekst.strip()


_NIEMAND = {"berichten": [], "vergeten": True}


def _is_leeg(berichten: list[list[str]]) -> bool:
    return [een for een in berichten if een[1:] not in [[woord] for woord in _LAATSTE_WOORD]] == []


def verschil(een: Gezien, ander: Any) -> list[str]:
    """Say how two differ. Of who is known on neither network any more, one has nothing left in the browser."""
    uit = []
    for wie in sorted({*een, *ander}):
        van = een.get(wie, _NIEMAND), ander.get(wie, _NIEMAND)
        links, rechts = (kant["berichten"] for kant in van)
        if all(kant["vergeten"] for kant in van) and any(_is_leeg(kant) for kant in (links, rechts)):
            continue
        for n in range(max(len(links), len(rechts))):
            a, b = (rij[n] if n < len(rij) else ["(niets)"] for rij in (links, rechts))
            if a != b:
                uit.append(f"{wie}, bericht {n + 1}:\n  {a}\n  {b}")
    return uit
