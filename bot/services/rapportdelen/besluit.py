"""Which polls were about the decision; their counts are those of the export."""

from sqlalchemy import Connection

from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import rapporten


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the polls about the decision."""
    return Blok([peiling._asdict() for peiling in rapporten.over_besluit(tx, kader.wijk)])
