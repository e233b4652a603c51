"""What people see in their chats, so that two networks can be compared: texts, files and buttons, in their order."""

import re
from typing import Any

from berichten import talen, vertaal
from bot.demo.telefoon import Bericht, knoppen, tekst_van
from tests.wereld import Wereld

Gezien = dict[str, list[list[str]]]
_EIGEN = (
    (r"https?://\S+", "<link>"),
    (r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4})?\b", "<code>"),
    (r"\b\d{3} ?\d{3}\b", "<cijfers>"),
    (r"\b[0-9a-f]{8,}\b", "<merk>"),
    (r"\bweb(chat)?:\d+", "<account>"),
    (r"((?:laan|pad|straat|weg)|[Nn]ummer|[Nn]umber) \d+", r"\1 <nummer>"),
    (r"\b[0-9A-Z]{4}\b|• \w{4}:", "<plek>"),
    (r"Binnen: \d+ \w+", "Binnen: <aantal>"),
)
"""What is another one in each world."""
_MET_PAGINAS = {vertaal(taal).plat("knop.deur_groot") for taal in talen()}
"""Buttons of an installation that serves pages: without these nobody talks in a browser."""


async def lees(wereld: Wereld) -> Gezien:
    """Return what stands in the chat of everyone who took part."""
    return {wie: _aaneen(list(map(_zoals, await mens.berichten()))) for wie, mens in sorted(wereld.mensen.items())}


def _aaneen(alle: list[list[str]]) -> list[list[str]]:
    """Put a text that is too long to stand under its picture on Telegram with that picture."""
    uit: list[list[str]] = []
    for een in alle:
        if uit and uit[-1] == ["photo", ""] and een[0] == "":
            uit[-1] = ["photo", *een[1:]]
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
    for wat, door in _EIGEN:
        tekst = re.sub(wat, door, tekst)
    return tekst.strip()


def verschil(een: Gezien, ander: Any) -> list[str]:
    """Say how two differ."""
    uit = []
    for wie in sorted({*een, *ander}):
        links, rechts = een.get(wie, []), ander.get(wie, [])
        for n in range(max(len(links), len(rechts))):
            a, b = (rij[n] if n < len(rij) else ["(niets)"] for rij in (links, rechts))
            if a != b:
                uit.append(f"{wie}, bericht {n + 1}:\n  {a}\n  {b}")
    return uit
