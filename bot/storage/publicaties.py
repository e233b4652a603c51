"""What was published of each table, and when. Not here: what may be (bot.rules.publicatie)."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from bot.rules.publicatie import Uitgave
from bot.storage.tables import publicatie as tabel


def laatste(tx: Connection, wijk: int) -> dict[str, tuple[datetime, Uitgave]]:
    """Return the last publication of each table."""
    nieuwste = select(func.max(tabel.c.id)).where(tabel.c.wijk == wijk).group_by(tabel.c.tabel)
    rijen = tx.execute(select(tabel.c.tabel, tabel.c.moment, tabel.c.inhoud).where(tabel.c.id.in_(nieuwste)))
    return {naam: (moment, Uitgave.uit_json(inhoud)) for naam, moment, inhoud in rijen}


def voeg_toe(tx: Connection, wijk: int, naam: str, moment: datetime, uitgave: Uitgave) -> None:
    """Keep that a table was published."""
    tx.execute(insert(tabel).values(wijk=wijk, tabel=naam, moment=moment, inhoud=uitgave.als_json()))
