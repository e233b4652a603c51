"""Of each condition how it stands, with and without what staff recorded. One condition per read.

Once the process was closed: how it stood then, and what would be otherwise since.
"""

from dataclasses import asdict

from sqlalchemy import Connection

from bot.services import uitkomst
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader, gewogen, vertrokken


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Weigh the next condition."""
    drempels = kader.spelregels.drempels[na : na + 1]
    if not drempels:
        return Blok([])
    met, zonder = gewogen(tx, kader, na)
    weg = vertrokken(tx, kader, met.soort) if drempels[0].TELT else 0
    sinds = uitkomst.sinds(tx, kader.wijk, kader.uitkomst, na) if kader.uitkomst else None
    return Blok([{"met": asdict(met), "zonder": asdict(zonder), "vertrokken": weg, "sinds": sinds}], na + 1)
