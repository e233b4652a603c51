"""When the process was closed, if it was: without this a report is an interim standing."""

from sqlalchemy import Connection

from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the moment of the closing."""
    return Blok([{"op": kader.uitkomst.op.isoformat()}] if kader.uitkomst else [])
