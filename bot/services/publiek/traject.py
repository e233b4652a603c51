"""Where we are on the road to the gemeenteraad: the stages in order, with what each is for."""

from typing import Any

from sqlalchemy import Connection

from bot.services import trajectstand
from bot.services.publiek import Blik, Deel
from bot.services.trajectstand import fase_data
from bot.storage import trajecten


def _pagina(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    loopt = trajecten.laatste(tx, blik.wijk)
    if loopt is None:
        return None
    stand = trajectstand.van(tx, loopt)
    nu = {fase.naam for fase in stand.nu}
    fasen = [
        {
            **fase_data(stand.traject.naam, fase),
            "staat": "klaar" if fase.naam in stand.geeindigd else "nu" if fase.naam in nu else "straks",
        }
        for fase in stand.traject.fasen
    ]
    return {"fasen": fasen, "besluitdatum": loopt.besluitdatum.isoformat(), "loopt": loopt.gestopt_op is None}


def _op_thuis(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    return _pagina(tx, blik) if trajecten.loopt(tx, blik.wijk) else None


def _er_is(tx: Connection, blik: Blik) -> bool:
    return trajecten.laatste(tx, blik.wijk) is not None


DEEL = Deel(pagina=_pagina, plek=15, thuis=_op_thuis, plek_thuis=20, er_is=_er_is)
