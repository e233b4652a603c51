"""What was proposed in a poll, what residents wrote with their vote, and what the team answered and added."""

from typing import Any

from berichten.bericht import zonder_opmaak
from berichten.peilingwoorden import zin
from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, lijst


def blokken(pen: Pen, peiling: dict[str, Any], onderdelen: list[dict[str, Any]]) -> list[Blok]:
    """Return what there is to read of a poll in which voters write; nothing of another."""
    if "methode" not in peiling:
        return []
    van_peiling = [deel for deel in onderdelen if deel["id"] == peiling["publiek_id"]]
    teksten = [deel for deel in van_peiling if deel["onderdeel"] == "inbreng"]
    gezegd = [
        zonder_opmaak(zin(pen.toon, peiling["methode"], een)).strip() for een in [*peiling["zinnen"], *peiling["nieuw"]]
    ]
    delen = [alinea(pen.tekst("rapport.inbreng.voorstel", voorstel=peiling["voorstel"]))]
    if gezegd:
        delen.append(lijst(gezegd))
    delen.append(kop(pen.tekst("rapport.inbreng.kop"), 3) if teksten else klein(pen.tekst("rapport.inbreng.geen")))
    for deel in teksten:
        delen += _tekst(pen, deel)
    return delen


def _tekst(pen: Pen, deel: dict[str, Any]) -> list[Blok]:
    """Return one text, with its group and its answer."""
    m = deel["metingen"]
    groep = pen.tekst("rapport.inbreng.groep", groep=m["groep"]) if m["groep"] else ""
    antwoord = pen.tekst("rapport.inbreng.antwoord", antwoord=m["antwoord"]) if m["antwoord"] else ""
    blijft = pen.tekst("rapport.inbreng.blijft") if m["blijft"] == "ja" else ""
    later = pen.tekst("rapport.inbreng.later") if m["later"] == "ja" else ""
    onder = klein(groep, antwoord, blijft, later) if groep or antwoord else klein(pen.tekst("rapport.inbreng.zonder"))
    return [alinea(pen.tekst("rapport.inbreng.tekst", tekst=deel["naam"])), onder]
