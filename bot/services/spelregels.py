"""Which spelregels hold."""

from sqlalchemy import Connection

from bot.rules.spelregels import Spelregels, uit_json
from bot.storage import spelregels


def geldend(tx: Connection, wijk: int) -> Spelregels:
    """Return the rules that were fixed last; before that the concept, and before that what is usual."""
    inhoud = spelregels.geldend(tx, wijk)
    return Spelregels() if inhoud is None else uit_json(inhoud)
