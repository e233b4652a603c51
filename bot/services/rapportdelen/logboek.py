"""The newest head of the log of evidence, which the report prints."""

from sqlalchemy import Connection

from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import rapporten


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the newest head, if there is one."""
    kop = rapporten.kop(tx, kader.wijk)
    if kop is None:
        return Blok([])
    return Blok([kop._asdict() | {"wortel": kop.wortel.hex(), "dag": kop.dag.isoformat()}])
