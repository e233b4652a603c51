"""What cannot be read in the report, and why."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, kop, lijst
from bot.rules.kleine_cellen import KLEINSTE


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part."""
    punten = [
        pen.tekst("rapport.niet.klein", kleinste=KLEINSTE),
        pen.tekst("rapport.niet.namen"),
        pen.tekst("rapport.niet.keuze"),
        pen.tekst("rapport.niet.gesprekken"),
        pen.tekst("rapport.niet.steekproef"),
    ]
    if any(deel["met"]["bovengrens"] > deel["met"]["ondergrens"] for deel in data["delen"]["voorwaarden"]):
        punten.append(pen.tekst(f"stand.misschien.{data['tellingen']['spelregels']['eenheid']}"))
    return [kop(pen.tekst("rapport.niet.kop")), lijst([*punten, *_kenmerken(pen, data)])]


def _kenmerken(pen: Pen, data: dict[str, Any]) -> list[str]:
    """Name each characteristic of which the distance is not shown."""
    standen = [rij["met"] for rij in data["delen"]["voorwaarden"] if rij["met"]["soort"] == "afspiegeling"]
    punten = []
    for deel in (deel for stand in standen for deel in stand["delen"] if deel["genoeg"]):
        naam = pen.tekst(f"afspiegeling.kenmerk.{deel['kenmerk']}")
        if not deel["beslist"]:
            punten.append(pen.tekst("rapport.niet.kenmerk", kenmerk=naam[:1].lower() + naam[1:]))
        elif deel["laag"] is None:
            punten.append(pen.tekst("rapport.niet.kenmerk_klein", kenmerk=naam[:1].lower() + naam[1:]))
    return punten
