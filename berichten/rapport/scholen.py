"""What schools and verenigingen answered by their links: apart from the wijk, and no ground for anything."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, tabel
from bot.rules.peilingen import METHODEN


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; nothing when no school took part."""
    onderdelen = data["tellingen"]["onderdelen"]
    scholen = [d for d in onderdelen if d["onderdeel"] == "school" and d["metingen"]["ingetrokken"] == "nee"]
    if not scholen:
        return []
    blokken = [kop(pen.tekst("rapport.scholen.kop")), alinea(pen.tekst("rapport.scholen.uitleg"))]
    for school in scholen:
        antwoorden = [d for d in onderdelen if d["onderdeel"] == "schoolantwoord" and d["id"] == school["id"]]
        wie = pen.tekst("rapport.scholen.wie", hoeveel=school["metingen"]["deelnemers"])
        geteld = _geteld(pen, antwoorden) if antwoorden else alinea(pen.tekst("rapport.scholen.open"))
        blokken += [kop(school["naam"], 2), geteld, klein(wie)]
    return blokken


def _geteld(pen: Pen, antwoorden: list[dict[str, Any]]) -> Blok:
    """Return a row per statement, with a column per answer; the counts have one part for each of both."""
    kolommen = {kolom: naam for naam, een in METHODEN.items() if een.MET_LINK for kolom in een.KOLOMMEN}
    per_stelling: dict[str, dict[str, Any]] = {}
    for deel in antwoorden:
        stelling, _, kolom = deel["naam"].rpartition(": ")
        per_stelling.setdefault(stelling, {})[kolom] = deel["metingen"]["antwoorden"]
    koppen = [pen.tekst(f"methode.{naam}.kolom.{kolom}") for kolom, naam in kolommen.items()]
    rijen = [(stelling, *(gaf[kolom] for kolom in kolommen)) for stelling, gaf in per_stelling.items()]
    return tabel((pen.tekst("rapport.scholen.stelling"), *koppen), rijen, (5, *(2 for _ in koppen)))
