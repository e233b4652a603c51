"""What residents wrote with their vote in a poll, and what the team answered."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop


def blokken(pen: Pen, peiling: dict[str, Any], onderdelen: list[dict[str, Any]]) -> list[Blok]:
    """Return what there is to read of a poll in which voters write; nothing of another."""
    if "inbreng" not in peiling:
        return []
    van_peiling = [deel for deel in onderdelen if deel["id"] == peiling["publiek_id"]]
    teksten = [deel for deel in van_peiling if deel["onderdeel"] == "inbreng"]
    if not teksten:
        return [klein(pen.tekst("rapport.inbreng.geen"))]
    groepen = any(deel["metingen"]["groep"] for deel in teksten)
    uitleg = pen.tekst("rapport.inbreng.uitleg"), pen.tekst("rapport.inbreng.groepen") if groepen else ""
    punten = [_tekst(pen, deel) for deel in teksten]
    return [kop(pen.tekst("rapport.inbreng.kop"), 3), alinea(*uitleg), {"soort": "lijst", "punten": punten}]


def _tekst(pen: Pen, deel: dict[str, Any]) -> dict[str, Any]:
    """Return one text, with its group and its answer under it."""
    m = deel["metingen"]
    groep = pen.tekst("rapport.inbreng.groep", groep=m["groep"]) if m["groep"] else ""
    antwoord = pen.tekst("rapport.inbreng.antwoord", antwoord=m["antwoord"]) if m["antwoord"] else ""
    blijft = pen.tekst("rapport.inbreng.blijft") if m["blijft"] == "ja" else ""
    later = pen.tekst("rapport.inbreng.later") if m["later"] == "ja" else ""
    eronder = " ".join(een for een in (antwoord, blijft, later) if een)
    onder = [een for een in (groep, eronder) if een] or [pen.tekst("rapport.inbreng.zonder")]
    return {"vet": "", "tekst": pen.tekst("rapport.inbreng.tekst", tekst=deel["naam"]), "punten": onder}
