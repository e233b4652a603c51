"""What groups of residents advise, with the answers: what waits for one first."""

from typing import Any

from sqlalchemy import Connection

from bot.services.advies import als_data
from bot.services.publiek import Blik, Deel, Nieuws
from bot.storage import adviezen

_MEEST = 200


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    alle = adviezen.alle(tx, blik.wijk, _MEEST)
    return {"adviezen": [als_data(een) for een in alle], "open": sum(een.open for een in alle)} if alle else None


def _er_is(tx: Connection, blik: Blik) -> bool:
    return bool(adviezen.alle(tx, blik.wijk, 1))


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    return [
        Nieuws(f"{een.publiek_id}-{len(een.antwoorden)}", een.antwoord.op, "adviezen/", {"titel": een.titel})
        for een in adviezen.alle(tx, blik.wijk, _MEEST)
        if een.antwoord and een.ingetrokken_op is None
    ]


DEEL = Deel(pagina=_lijst, plek=25, archief=True, er_is=_er_is, nieuws=_nieuws)
"""In the archive, and in the news when one is answered."""
