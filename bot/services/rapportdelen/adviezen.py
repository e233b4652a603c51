"""What groups of residents advised, and what was answered: what still waits first."""

from sqlalchemy import Connection

from bot.services.advies import als_data
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import adviezen

_PER_KEER = 200


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the next ones, with those that were withdrawn."""
    gevonden = adviezen.alle(tx, kader.wijk, _PER_KEER, na)
    rijen = [{n: w for n, w in als_data(een).items() if n != "id"} for een in gevonden]
    return Blok(rijen, na + _PER_KEER if len(gevonden) == _PER_KEER else None)
