"""The series of figures that staff made public, each with its chart, its figures and their sources."""

from typing import Any

from sqlalchemy import Connection

from bot.services.indicator import als_data
from bot.services.publiek import Blik, Deel
from bot.storage import indicatoren


def _reeksen(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    alle = indicatoren.alle(tx, blik.wijk, openbaar=True)
    punten = indicatoren.punten(tx, [een.id for een in alle])
    reeksen = [data for een in alle if (data := als_data(een, punten[een.id]))["cijfers"]]
    return {"reeksen": reeksen} if reeksen else None


DEEL = Deel(pagina=_reeksen, plek=46, archief=True)
