"""What each heat solution means: per solution the costs for all types of home with their sources, and the rest."""

from typing import Any

from sqlalchemy import Connection

from bot.services.publiek import Blik, Deel
from bot.services.warmtekaart import als_data
from bot.storage import warmtekaarten


def _oplossingen(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    per: dict[str, list[dict[str, Any]]] = {}
    for kaart in warmtekaarten.geldend(tx, blik.wijk):
        per.setdefault(kaart.oplossing.casefold(), []).append(als_data(kaart))
    oplossingen = [{"naam": kaarten[0]["oplossing"], "kaarten": kaarten} for kaarten in per.values()]
    return {"oplossingen": oplossingen} if oplossingen else None


DEEL = Deel(pagina=_oplossingen, plek=44, er_is=lambda tx, blik: warmtekaarten.zijn_er(tx, blik.wijk))
