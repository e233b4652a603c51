"""The agenda of a meeting: staff type it in one message, a line per point, and say which point is for questions."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import agendapunten as regels
from bot.rules.agendapunten import Punt
from bot.services.bijeenkomst import MAKERS, eis_leidt, toon_aan
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling
from bot.storage import agendapunten, bijeenkomsten
from bot.storage.accounts import Wie


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for the agenda of a meeting, which takes the place of the one that is there."""
    _, bij = eis_leidt(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, FORMULIER, {"id": bij.publiek_id})


def wis(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Take the agenda away."""
    wie, bij = eis_leidt(tx, handeling, publiek_id)
    agendapunten.zet(tx, handeling.wijk, bij.id, [], None)
    return toon_aan(tx, handeling, wie, bij, melding="agendapunten.weg")


def _lees(tekst: str, handeling: Handeling) -> list[Punt]:
    punten = regels.lees(tekst)
    if punten is None:
        raise Geweigerd("agendapunten.onleesbaar", maximum=regels.MEESTE)
    return punten


def _punten(data: dict[str, Any]) -> list[Punt]:
    return [Punt(*punt) for punt in data["punten"]]


def _welke(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    return [(str(nummer), punt.titel) for nummer, punt in enumerate(_punten(data))]


def _vragenpunt(data: dict[str, Any]) -> int | None:
    gekozen = data.get("vragenpunt")
    return int(gekozen) if gekozen is not None and int(gekozen) < len(data["punten"]) else None


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    _, bij = eis_leidt(tx, handeling, data["id"])
    nummer = _vragenpunt(data)
    punten = [[*punt, plaats == nummer] for plaats, punt in enumerate(_punten(data))]
    return {"titel": bij.titel, "begin": bij.begin.isoformat(), "punten": punten}


def _plaats(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _, bij = eis_leidt(tx, handeling, data["id"])
    agendapunten.zet(tx, handeling.wijk, bij.id, _punten(data), _vragenpunt(data))
    bijeenkomsten.wijzig(tx, bij.id)
    nu = bijeenkomsten.zoek(tx, handeling.wijk, id=bij.id)
    return toon_aan(tx, handeling, wie, nu or bij, melding="agendapunten.geplaatst")


FORMULIER = Formulier(
    "agendapunten",
    (Veld("punten", _lees), Veld("vragenpunt", haal=_welke, mag_over=True)),
    MAKERS,
    _plaats,
    bekijk=_bekijk,
)
