"""What residents asked and was answered, as staff published it. Who asked stands nowhere."""

import html
from typing import Any

from sqlalchemy import Connection

from bot.services.publiek import Blik, Deel, Nieuws
from bot.services.vraagbaak import als_data
from bot.storage import vraagbaak

_MEEST = 200
_IN_NIEUWS = 20


def _pagina(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    alle = vraagbaak.openbaar(tx, blik.wijk, _MEEST)
    return {"antwoorden": [als_data(een) for een in alle]} if alle else None


def _er_is(tx: Connection, blik: Blik) -> bool:
    return bool(vraagbaak.openbaar(tx, blik.wijk, 1))


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    return [
        Nieuws(
            een.publiek_id,
            een.gepubliceerd_op,
            "vraagbaak/",
            {"vraag": een.vraag},
            html={"nl": html.escape(een.antwoord, quote=False)},
        )
        for een in vraagbaak.openbaar(tx, blik.wijk, _IN_NIEUWS)
        if een.gepubliceerd_op is not None
    ]


DEEL = Deel(pagina=_pagina, plek=15, archief=True, er_is=_er_is, nieuws=_nieuws)
