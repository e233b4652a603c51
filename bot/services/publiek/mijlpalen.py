"""The milestones at the gemeenteraad, the college and a commissie: what comes, and what has been."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from bot.services.mijlpaal import als_data
from bot.services.publiek import Blik, Deel, Gebeurtenis
from bot.storage import openbaar
from bot.storage.mijlpalen import Mijlpaal

_MEEST = 200
_IN_KALENDER = timedelta(days=100)


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    alle = _staand(tx, blik)
    if not alle:
        return None
    komend = [als_data(een) for een in alle if een.moment >= blik.now]
    geweest = [als_data(een) for een in reversed(alle) if een.moment < blik.now]
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
            tekst=een.uitleg,
            afgelast=een.ingetrokken_op is not None,
        )
        for een in openbaar.mijlpalen(tx, blik.wijk, _MEEST)
        if een.moment >= blik.now - _IN_KALENDER
    ]


DEEL = Deel(pagina=_lijst, plek=20, thuis=_op_thuis, plek_thuis=50, er_is=_er_is, agenda=_voor_kalender)
