"""What residents brought in and the team let through, with what became of it. No names, no photos, no map."""

from typing import Any

from sqlalchemy import Connection

from bot.rules.kleine_cellen import KLEINSTE
from bot.services.idee import als_data
from bot.services.publiek import Blik, Deel
from bot.storage import ideeen

_MEESTE = 100
_VOOR_ALLEN = ("tekst", "taal", "plek", "staat", "reden", "groep", "steun")


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    gevonden = [als_data(een) for een in ideeen.openbaar(tx, blik.wijk, _MEESTE, 0)]
    ideeen_ = [{naam: een[naam] for naam in _VOOR_ALLEN} for een in gevonden]
    return {"ideeen": ideeen_, "vanaf": KLEINSTE} if gevonden else None


DEEL = Deel(pagina=_lijst, plek=47, archief=True, er_is=lambda tx, blik: bool(ideeen.openbaar(tx, blik.wijk, 1, 0)))
