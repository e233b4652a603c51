"""The meetings that are for the whole wijk, those that were cancelled too: who reads it may have planned to come."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from bot.rules.agendapunten import Punt, begintijden
from bot.rules.deurcode import DEUR_DICHT
from bot.services.bijeenkomst import als_data
from bot.services.publiek import Blik, Deel, Gebeurtenis, Nieuws
from bot.storage import agendapunten, bijeenkomsten
from bot.storage.bijeenkomsten import Bijeenkomst

_OP_THUIS = 3
_MEEST = 100
_TERUG = timedelta(days=400)
"""The page of one stays so long after it."""
_IN_KALENDER = timedelta(days=100)


def _komend(tx: Connection, blik: Blik, hoeveel: int = _MEEST) -> dict[str, Any] | None:
    gevonden = bijeenkomsten.voor_iedereen(tx, blik.wijk, blik.now - DEUR_DICHT, hoeveel)
    return {"bijeenkomsten": [als_data(een) for een in gevonden]} if gevonden else None


def _op_thuis(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    return _komend(tx, blik, _OP_THUIS)


def _een(tx: Connection, blik: Blik, publiek_id: str) -> dict[str, Any] | None:
    een = bijeenkomsten.zoek(tx, blik.wijk, publiek_id=publiek_id)
    if een is None or een.doelgroep != "wijk" or een.begin < blik.now - _TERUG:
        return None
    punten = _punten(tx, blik, een)
    return {
        "titel": een.titel,
        "bijeenkomst": als_data(een),
        "punten": punten,
        "voorbij": een.begin < blik.now - DEUR_DICHT,
    }


def _punten(tx: Connection, blik: Blik, een: Bijeenkomst) -> list[dict[str, Any]]:
    """Return the points of the agenda of a meeting, each with when it begins, where that is known."""
    rijen = agendapunten.van(tx, een.id)
    tijden = begintijden(een.begin.astimezone(blik.zone), [Punt(*rij[:3]) for rij in rijen])
    return [{"tijd": tijd, "titel": rij[1], "vragen": rij[3]} for tijd, rij in zip(tijden, rijen, strict=True)]


def _voor_kalender(tx: Connection, blik: Blik) -> list[Gebeurtenis]:
    gevonden = bijeenkomsten.voor_iedereen(tx, blik.wijk, blik.now - _IN_KALENDER, _MEEST)
    return [_met_punten(tx, blik, een) for een in gevonden]


def als_gebeurtenis(een: Bijeenkomst) -> Gebeurtenis:
    """Return a meeting as it stands in a calendar."""
    noord, oost = een.breedtegraad, een.lengtegraad
    return Gebeurtenis(
        een.publiek_id,
        een.titel,
        een.begin,
        een.versie,
        f"agenda/{een.publiek_id}/",
        f"bijeenkomst.soort.{een.soort}",
        een.eind,
        een.plaats,
        None if noord is None or oost is None else (noord, oost),
        een.afgelast_op is not None,
    )


def lees_een(tx: Connection, blik: Blik, publiek_id: str) -> Gebeurtenis | None:
    """Return one meeting for a calendar, None when everybody may not know of it."""
    een = bijeenkomsten.zoek(tx, blik.wijk, publiek_id=publiek_id)
    return None if een is None or een.doelgroep != "wijk" else _met_punten(tx, blik, een)


def _met_punten(tx: Connection, blik: Blik, een: Bijeenkomst) -> Gebeurtenis:
    """Return a meeting as it stands in a calendar, with its agenda."""
    regels = (" ".join(deel for deel in (punt["tijd"], punt["titel"]) if deel) for punt in _punten(tx, blik, een))
    return replace(als_gebeurtenis(een), tekst="\n".join(["", *regels]).rstrip())


def _afgelast(tx: Connection, blik: Blik) -> list[Nieuws]:
    gevonden = bijeenkomsten.voor_iedereen(tx, blik.wijk, blik.now - _IN_KALENDER, _MEEST)
    return [
        Nieuws(een.publiek_id, een.afgelast_op, f"agenda/{een.publiek_id}/", {"titel": een.titel})
        for een in gevonden
        if een.afgelast_op is not None
    ]


DEEL = Deel(
    pagina=_komend,
    plek=10,
    een=_een,
    thuis=_op_thuis,
    plek_thuis=40,
    agenda=_voor_kalender,
    nieuws=_afgelast,
)
