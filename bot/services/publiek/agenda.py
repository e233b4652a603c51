"""The meetings that are for the whole wijk, those that were cancelled too: who reads it may have planned to come."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from bot.rules.deurcode import DEUR_DICHT
from bot.services.bijeenkomst import als_data
from bot.services.publiek import Blik, Deel
from bot.storage import bijeenkomsten

_OP_THUIS = 3
_MEEST = 100
_TERUG = timedelta(days=400)
"""The page of one stays so long after it."""


def _komend(tx: Connection, blik: Blik, hoeveel: int = _MEEST) -> dict[str, Any] | None:
    gevonden = bijeenkomsten.voor_iedereen(tx, blik.wijk, blik.now - DEUR_DICHT, hoeveel)
    return {"bijeenkomsten": [als_data(een) for een in gevonden]} if gevonden else None


def _op_thuis(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    return _komend(tx, blik, _OP_THUIS)


def _een(tx: Connection, blik: Blik, publiek_id: str) -> dict[str, Any] | None:
    een = bijeenkomsten.zoek(tx, blik.wijk, publiek_id=publiek_id)
    if een is None or een.doelgroep != "wijk" or een.begin < blik.now - _TERUG:
        return None
    return {"titel": een.titel, "bijeenkomst": als_data(een), "voorbij": een.begin < blik.now - DEUR_DICHT}


DEEL = Deel(pagina=_komend, plek=10, een=_een, thuis=_op_thuis, plek_thuis=40)
