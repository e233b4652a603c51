"""What keeps watch over a wijk beside the one that is walked: nothing is written in it, and nothing of it is shown."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, select

from bot.storage import tables

VAN_EEN_WIJK = [tabel for tabel in tables.metadata.sorted_tables if "wijk" in tabel.c]
_WANNEER = {
    "INSERT": "NEW.wijk = (SELECT wijk FROM wijkwacht)",
    "UPDATE": "OLD.wijk = (SELECT wijk FROM wijkwacht) OR NEW.wijk = (SELECT wijk FROM wijkwacht)",
    "DELETE": "OLD.wijk = (SELECT wijk FROM wijkwacht)",
}


def bereid_voor(bestand: Path) -> None:
    """Let this be watched for, before the transaction that is walked in.

    After a change of the schema that is not committed, each ROLLBACK TO makes SQLite read all of the schema again.
    """
    with closing(sqlite3.connect(bestand)) as raw:
        raw.execute("CREATE TABLE wijkwacht (wijk INTEGER)")
        raw.execute("INSERT INTO wijkwacht VALUES (NULL)")
        for tabel in VAN_EEN_WIJK:
            for wat, wanneer in _WANNEER.items():
                raw.execute(
                    f"CREATE TRIGGER wacht_{tabel.name}_{wat} BEFORE {wat} ON {tabel.name} WHEN {wanneer} "
                    f"BEGIN SELECT RAISE(ABORT, '{wat} in another wijk: {tabel.name}'); END"
                )
        raw.commit()


def bewaak(tx: Connection, wijk: int) -> None:
    """From here on every row that is added, changed or deleted in this wijk is an error (SQLite)."""
    tx.exec_driver_sql("UPDATE wijkwacht SET wijk = ?", (wijk,))


@contextmanager
def even_niet(tx: Connection) -> Iterator[None]:
    """Let a test write there itself."""
    wijk = tx.exec_driver_sql("SELECT wijk FROM wijkwacht").scalar_one()
    stop(tx)
    yield
    bewaak(tx, wijk)


def stop(tx: Connection) -> None:
    """Watch no more."""
    tx.exec_driver_sql("UPDATE wijkwacht SET wijk = NULL")


def namen(tx: Connection, wijk: int) -> frozenset[str]:
    """Return the public ids of all that is there."""
    met_id = [tabel for tabel in VAN_EEN_WIJK if "publiek_id" in tabel.c]
    alle = (tx.scalars(select(tabel.c.publiek_id).where(tabel.c.wijk == wijk)) for tabel in met_id)
    return frozenset(naam for hun in alle for naam in hun if naam)
