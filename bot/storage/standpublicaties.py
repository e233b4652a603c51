"""What was published of how the conditions stand, one row a day. What may be: bot.services.standpublicatie."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.storage.tables import standpublicatie as tabel


def laatste(tx: Connection, wijk: int) -> tuple[date, datetime, dict[str, Any]] | None:
    """Return (day, moment, content) of the last publication."""
    vraag = select(tabel.c.dag, tabel.c.op, tabel.c.inhoud).where(tabel.c.wijk == wijk)
    rij = tx.execute(vraag.order_by(tabel.c.dag.desc()).limit(1)).one_or_none()
    return None if rij is None else (rij.dag, rij.op, rij.inhoud)


def zet(tx: Connection, wijk: int, dag: date, op: datetime, inhoud: dict[str, Any]) -> None:
    """Keep what is published for a day, in place of what was."""
    zelfde = update(tabel).where(tabel.c.wijk == wijk, tabel.c.dag == dag).values(op=op, inhoud=inhoud)
    if tx.execute(zelfde).rowcount == 0:
        tx.execute(insert(tabel).values(wijk=wijk, dag=dag, op=op, inhoud=inhoud))
