"""Who sits where, by name only where that person chose it; what is asked for a vacant seat; and each draw."""

from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from bot.services import loting, vacature
from bot.services.publiek import Blik, Deel
from bot.storage import lotingen, zetels
from bot.storage.zetels import Zetel


def _pagina(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    alle = zetels.lijst(tx, blik.wijk)
    if not alle:
        return None
    organen = [
        {"orgaan": orgaan, "plekken": [_plek(van, list(zij)) for van, zij in groupby(hier, lambda een: een.van)]}
        for orgaan, hier in groupby(alle, lambda een: een.orgaan)
    ]
    gezocht = [
        vacature.als_data(een, plek)
        for plek in alle
        if plek.vacature and (een := zetels.zoek_vacature(tx, blik.wijk, publiek_id=plek.vacature))
    ]
    getrokken = [loting.als_data(deze) for deze in lotingen.lijst(tx, blik.wijk)]
    return {"organen": organen, "vacatures": gezocht, "lotingen": getrokken}


def _plek(van: str, zij: list[Zetel]) -> dict[str, Any]:
    return {"van": van, "wie": [{"naam": een.naam, "bezet": een.account is not None} for een in zij]}


DEEL = Deel(pagina=_pagina, plek=46, archief=True, er_is=lambda tx, blik: zetels.er_zijn(tx, blik.wijk))
