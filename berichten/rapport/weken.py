"""How the conditions grew per week, drawn and as a table."""

from fractions import Fraction
from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, kop, tabel
from berichten.rapport.voorwaarden import naam
from bot.rules.kleine_cellen import EXACT_VANAF
from bot.rules.wegen import Aandeel

_IN_BEELD = 26
"""So many weeks are drawn; the table has them all."""


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; the last week is the one that goes on."""
    eerst, rijen = kop(pen.tekst("rapport.weken.kop")), data["delen"]["weken"]
    if not any(len(rij["weken"]) > 1 for rij in rijen):
        return [eerst, alinea(pen.tekst("rapport.weken.geen"))]
    standen = {rij["met"]["soort"]: rij["met"] for rij in data["delen"]["voorwaarden"]}
    koppen = (pen.tekst("rapport.weken.tot"), *(naam(pen, rij["soort"]) for rij in rijen))
    dagen = [pen.dag(dag) for dag, _ in rijen[0]["weken"]]
    kolommen = [[_getal(pen, teller) for _, teller in rij["weken"]] for rij in rijen]
    return [
        eerst,
        alinea(pen.tekst("rapport.weken.uitleg")),
        *(_beeld(pen, rij, standen[rij["soort"]]) for rij in rijen if any(teller for _, teller in rij["weken"])),
        tabel(koppen, list(zip(dagen, *kolommen, strict=True)), (3, *(2,) * len(rijen))),
    ]


def _getal(pen: Pen, teller: int | None) -> str:
    return pen.tekst("rapport.weken.weinig", vanaf=EXACT_VANAF) if teller is None else str(teller)


def _beeld(pen: Pen, rij: dict[str, Any], stand: dict[str, Any]) -> Blok:
    nodig = Aandeel(Fraction(stand["drempel"]), stand["operator"]).minimum(stand["noemer"]) if stand["noemer"] else 0
    weken = rij["weken"][-_IN_BEELD:]
    return {
        "soort": "verloop",
        "tekst": naam(pen, rij["soort"]),
        "weken": [teller or 0 for _, teller in weken],
        "van": pen.dag(weken[0][0]),
        "tot": pen.dag(weken[-1][0]),
        "nodig": nodig,
        "grens": pen.tekst("rapport.weken.nodig", nodig=nodig),
        "alt": pen.tekst("rapport.weken.alt", wat=naam(pen, rij["soort"])),
    }
