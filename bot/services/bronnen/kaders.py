"""kaders: what holds of each kader of the gemeenteraad."""

from typing import cast

from sqlalchemy import Connection

from bot.rules.drempels.kaders import Oordeel
from bot.services.bronnen import Vraag
from bot.storage import kaders


def lees(tx: Connection, vraag: Vraag) -> dict[str, Oordeel]:
    """Return it by the text of the kader; the same with and without what staff recorded."""
    geldende = kaders.geldende(tx, vraag.wijk, vraag.vanaf_versie)
    return {tekst: cast(Oordeel, een.oordeel) for tekst, een in geldende.items()}
