"""The milestones: what comes and how one may speak there, and what has been with what came out of it."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from bot.services.mijlpaal import als_data
from bot.services.mijlpaaluitslag import uitslag_als_data
from bot.services.publiek import Blik, Deel, Gebeurtenis, Nieuws
from bot.storage import openbaar, uitslagen
from bot.storage.mijlpalen import Mijlpaal

_MEEST = 200
_IN_KALENDER = timedelta(days=100)


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    alle = _staand(tx, blik)
    if not alle:
        return None
    komend = [als_data(een) for een in alle if een.moment >= blik.now]
    voorbij = [een for een in reversed(alle) if een.moment < blik.now]
    gezegd = uitslagen.alle(tx, blik.wijk, [een.id for een in voorbij])
    geweest = [{**als_data(een), "uitslag": uitslag_als_data(gezegd.get(een.id, []))} for een in voorbij]
    return {"komend": komend, "geweest": geweest}


def _er_is(tx: Connection, blik: Blik) -> bool:
    return bool(_staand(tx, blik))


def _op_thuis(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    komend = next((een for een in _staand(tx, blik) if een.moment >= blik.now), None)
    return {"mijlpaal": als_data(komend)} if komend else None


def _staand(tx: Connection, blik: Blik) -> list[Mijlpaal]:
    return [een for een in openbaar.mijlpalen(tx, blik.wijk, _MEEST) if een.ingetrokken_op is None]


def _voor_kalender(tx: Connection, blik: Blik) -> list[Gebeurtenis]:
    keren = openbaar.keren_gewijzigd(tx, blik.wijk)
    return [
        Gebeurtenis(
            een.publiek_id,
            een.titel,
            een.moment,
            keren.get(een.id, 0),
            "mijlpalen/",
            f"mijlpaal.bij.{een.bij}",
            plaats=een.plaats or "",
            tekst=een.uitleg,
            afgelast=een.ingetrokken_op is not None,
        )
        for een in openbaar.mijlpalen(tx, blik.wijk, _MEEST)
        if een.moment >= blik.now - _IN_KALENDER
    ]


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    """Return what came out of each; a correction takes the place of what was said before."""
    staand = {een.id: een for een in _staand(tx, blik)}
    return [
        Nieuws(een.publiek_id, gezegd[-1].op, "mijlpalen/", {"titel": een.titel})
        for nummer, gezegd in uitslagen.alle(tx, blik.wijk, list(staand)).items()
        if (een := staand[nummer])
    ]


DEEL = Deel(pagina=_lijst, plek=20, thuis=_op_thuis, plek_thuis=50, er_is=_er_is, agenda=_voor_kalender, nieuws=_nieuws)
