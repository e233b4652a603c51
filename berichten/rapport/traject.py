"""The steps of the traject as they went, with how each ended, its documents, and how much residents trusted it."""

from typing import Any

from berichten.evaluatie import cijfer
from berichten.fase import naam
from berichten.rapport.pen import Blok, Pen, afdruk, alinea, klein, kop, tabel


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part."""
    alle = data["delen"]["traject"]
    if not alle:
        return [kop(pen.tekst("rapport.traject.kop")), alinea(pen.tekst("rapport.traject.geen"))]
    blokken = [kop(pen.tekst("rapport.traject.kop")), alinea(pen.tekst("rapport.traject.uitleg"))]
    for een in alle:
        blokken += _stap(pen, een)
    return [*blokken, *_vertrouwen(pen, [een for een in alle if een["vertrouwen"]])]


def _stap(pen: Pen, een: dict[str, Any]) -> list[Blok]:
    beslist = pen.tekst(f"traject.beslist.{een['beslist']}")
    begon = pen.tekst("rapport.traject.begon", dag=pen.dag(een["begonnen_op"]))
    delen = [kop(naam(pen.toon, een), 2), klein(begon, pen.tekst("rapport.traject.beslist", wie=beslist))]
    balans = een["balans"]
    if balans is None:
        delen.append(alinea(pen.tekst("rapport.traject.loopt")))
    else:
        delen.append(alinea(pen.tekst(f"fase.eind.{balans['uitkomst']}", dag=pen.dag(balans["dag"]))))
        delen.append(alinea(pen.tekst("rapport.traject.balans", tekst=balans["toelichting"])))
        open_ = balans["open"]
        delen.append(klein(pen.tekst("rapport.traject.open", aantal=open_) if open_ else pen.tekst("fase.alles_af")))
    for stuk in een["stukken"]:
        delen.append(alinea(pen.tekst("rapport.traject.stuk", titel=stuk["titel"])))
        delen.append(afdruk(pen.tekst("rapport.stuk.hash", naam=stuk["stuknaam"]), stuk["sha256"]))
    return delen


def _vertrouwen(pen: Pen, punten: list[dict[str, Any]]) -> list[Blok]:
    """Return the course of the trust as a table; nothing before the first time that it may be shown."""
    if not punten:
        return []
    koppen = (
        pen.tekst("rapport.traject.stap"),
        pen.tekst("evaluatie.kort.proces"),
        pen.tekst("evaluatie.kort.inbreng"),
        pen.tekst("rapport.traject.antwoorden"),
    )
    rijen = []
    for een in punten:
        gemiddeld, hoeveel = een["vertrouwen"]["tienden"], een["vertrouwen"]["aantal"]
        cijfers = (cijfer(pen.toon, gemiddeld["proces"]), cijfer(pen.toon, gemiddeld["inbreng"]))
        rijen.append((naam(pen.toon, een), *cijfers, str(hoeveel)))
    uitleg = alinea(pen.tekst("rapport.traject.vertrouwen_uitleg"))
    return [kop(pen.tekst("rapport.traject.vertrouwen"), 2), uitleg, tabel(koppen, rijen, (4, 3, 3, 2))]
