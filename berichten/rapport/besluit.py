"""The question that residents were asked, and what those chose who did not get their way."""

from typing import Any

from berichten.rapport import inbreng
from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, lijst, tabel


def vraag(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part about the question."""
    vragen = [peiling["vraag"] for peiling in data["delen"]["besluit"]]
    eerst = kop(pen.tekst("rapport.vraag.kop"))
    if not vragen:
        return [eerst, alinea(pen.tekst("rapport.vraag.geen"))]
    return [eerst, alinea(pen.tekst("rapport.vraag.kreeg")), lijst(vragen), alinea(pen.tekst("rapport.vraag.vooraf"))]


def minderheid(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part about the polls on the decision: each option in its order, and who lost."""
    opties: dict[str, list[dict[str, Any]]] = {}
    stemmers = {}
    for deel in data["tellingen"]["onderdelen"]:
        if deel["onderdeel"] == "optie":
            opties.setdefault(deel["id"], []).append(deel)
        elif deel["onderdeel"] == "peiling":
            stemmers[deel["id"]] = deel["metingen"]["stemmers"]
    eerst = kop(pen.tekst("rapport.minderheid.kop"))
    gesloten = [peiling for peiling in data["delen"]["besluit"] if peiling["publiek_id"] in opties]
    if not gesloten:
        return [eerst, alinea(pen.tekst("rapport.minderheid.geen"))]
    blokken = [eerst, alinea(pen.tekst("rapport.minderheid.uitleg"))]
    for peiling in gesloten:
        id_ = peiling["publiek_id"]
        koppen = (pen.tekst("rapport.minderheid.antwoord"), pen.tekst("rapport.minderheid.stemmen"))
        rijen = [(optie["naam"], optie["metingen"]["stemmen"]) for optie in opties[id_]]
        blokken += [kop(peiling["vraag"], 2), tabel(koppen, rijen, (5, 2))]
        noot = pen.tekst("rapport.minderheid.stemmers", stemmers=stemmers[id_])
        blokken.append(klein(noot, pen.tekst("rapport.minderheid.meer") if peiling["meer_keuzes"] else ""))
        blokken += inbreng.blokken(pen, peiling, data["tellingen"]["onderdelen"])
    return blokken
