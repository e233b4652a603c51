"""The works in the street that are coming: what, where, when and by whom. What residents plan stands nowhere here."""

from typing import Any

from sqlalchemy import Connection

from bot.services.koppelkans import als_data
from bot.services.publiek import Blik, Deel
from bot.storage import natuurlijkmomenten


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    gevonden = natuurlijkmomenten.kansen(tx, blik.wijk, blik.now.astimezone(blik.zone).date())
    return {"kansen": [als_data(een) for een in gevonden]} if gevonden else None


DEEL = Deel(pagina=_lijst, plek=45, archief=True)
