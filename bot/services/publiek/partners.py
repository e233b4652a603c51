"""Organisations at the table, and what they tell. Their contact stays in the chat: it may be a person's number."""

import html
from typing import Any

from sqlalchemy import Connection

from bot.services.partner import als_data, nieuws_als_data
from bot.services.publiek import Blik, Deel, Nieuws
from bot.storage import partners

_MEEST = 50


def _pagina(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    alle = partners.alle(tx, blik.wijk)
    if not alle:
        return None
    nieuws = [nieuws_als_data(dit) for dit in partners.alle_nieuws(tx, blik.wijk, _MEEST)]
    return {"partners": [{**als_data(een), "contact": None} for een in alle], "nieuws": nieuws}


def _er_is(tx: Connection, blik: Blik) -> bool:
    return bool(partners.alle(tx, blik.wijk, 1))


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    return [
        Nieuws(
            dit.publiek_id, dit.op, "partners/", {"naam": dit.naam}, html={"nl": html.escape(dit.tekst, quote=False)}
        )
        for dit in partners.alle_nieuws(tx, blik.wijk, _MEEST)
    ]


DEEL = Deel(pagina=_pagina, plek=35, archief=True, er_is=_er_is, nieuws=_nieuws)
