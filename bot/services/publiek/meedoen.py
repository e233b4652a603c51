"""How to join: with the code of the letter. No code ever comes here: the form leads to the bot, past this site."""

from typing import Any

from sqlalchemy import Connection

from bot.rules.toestemming import SINDS, VERSIE
from bot.services.publiek import Blik, Deel


def _pagina(tx: Connection, blik: Blik) -> dict[str, Any]:
    return {"sinds": SINDS[VERSIE].isoformat()}


DEEL = Deel(pagina=_pagina, plek=40, thuis=_pagina, plek_thuis=60, er_is=lambda tx, blik: True)
