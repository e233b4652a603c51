"""The spelregels: the version that holds beside each that was, who confirmed it, when and why."""

from typing import Any

from sqlalchemy import Connection

from bot.services.publiek import Blik, Deel, Nieuws
from bot.services.spelregels import als_data
from bot.storage import spelregelreacties
from bot.storage import spelregels as opslag

_MEEST = 500


def _pagina(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    vast, nieuw = opslag.vastgestelde(tx, blik.wijk), opslag.concept(tx, blik.wijk)
    versies = [als_data(tx, blik.wijk, een) | {"inhoud": een.inhoud} for een in reversed(vast)]
    antwoorden = spelregelreacties.antwoorden(tx, blik.wijk, _MEEST)
    concept = als_data(tx, blik.wijk, nieuw) if nieuw else None
    if not versies and concept is None:
        return None
    vragen = [{"vraag": een.vraag, "antwoord": een.antwoord} for een in antwoorden]
    return {"versies": versies, "concept": concept, "vragen": vragen}


def _er_is(tx: Connection, blik: Blik) -> bool:
    return opslag.geldend(tx, blik.wijk) is not None


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    return [
        Nieuws(str(een.versie), een.vastgesteld_op, "spelregels/", {"versie": een.versie})
        for een in opslag.vastgestelde(tx, blik.wijk)
        if een.vastgesteld_op is not None
    ]


DEEL = Deel(pagina=_pagina, plek=30, archief=True, er_is=_er_is, nieuws=_nieuws)
