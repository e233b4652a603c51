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
        pen.tekst("rapport.niet.steekproef"),
    ]
    if any(deel["met"]["bovengrens"] > deel["met"]["ondergrens"] for deel in data["delen"]["voorwaarden"]):
        punten.append(pen.tekst(f"stand.misschien.{data['tellingen']['spelregels']['eenheid']}"))
    return [kop(pen.tekst("rapport.niet.kop")), lijst(punten)]
