"""The polls of the whole wijk that closed, each with its result as everyone in the wijk reads it."""

from typing import Any

from sqlalchemy import Connection

from bot.rules.doelgroep import WIJK
from bot.services import stemresultaat
from bot.services.publiek import Blik, Deel, Nieuws
from bot.storage import openbaar, peilingen
from bot.storage.peilingen import Peiling

_MEEST = 200


def is_openbaar(een: Peiling) -> bool:
    """Say whether everyone in the wijk may read the result of a poll that closed, and that nobody is named in it."""
    voor_allen = een.uitslag_naar == "wijk" or (een.uitslag_naar == "doelgroep" and een.voor == WIJK)
    return een.gesloten_op is not None and voor_allen and not een.met_naam


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    gevonden = openbaar.gesloten(tx, blik.wijk, _MEEST)
    return {"peilingen": [_kop(een) for een in gevonden]} if gevonden else None


def _kop(een: Peiling) -> dict[str, Any]:
    return {
        "id": een.publiek_id,
        "vraag": een.vraag,
        "op": stemresultaat.einde(een),
        "over_besluit": een.over_besluit,
        "ingetrokken": een.ingetrokken,
    }


def _een(tx: Connection, blik: Blik, publiek_id: str) -> dict[str, Any] | None:
    een = peilingen.zoek(tx, blik.wijk, publiek_id=publiek_id)
    if een is None or een.naast is not None or not is_openbaar(een):
        return None
    uitslag = stemresultaat.uitslag(tx, een, lid=False)
    return {"titel": een.vraag, **_kop(een), "uitslag": None if een.ingetrokken else uitslag.data}


def _er_is(tx: Connection, blik: Blik) -> bool:
    return bool(openbaar.gesloten(tx, blik.wijk, 1))


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    return [
        Nieuws(een.publiek_id, stemresultaat.einde(een), f"uitslagen/{een.publiek_id}/", {"titel": een.vraag})
        for een in openbaar.gesloten(tx, blik.wijk, _MEEST)
        if not een.ingetrokken
    ]


DEEL = Deel(pagina=_lijst, plek=20, archief=True, een=_een, er_is=_er_is, nieuws=_nieuws)
