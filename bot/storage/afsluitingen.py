"""The closing of the process of a wijk, once: when, and the record of the outcome that stands in the log."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, exists, insert, select, update

from bot.storage.tables import afsluiting, uitslag


class Afsluiting(NamedTuple):
    """A process that was closed.

    Args:
        bewijs: row of the leaf with the outcome.
        record: the whole outcome, as canonical JSON.
    """

    op: datetime
    bewijs: int
    record: str


def voeg_toe(tx: Connection, wijk: int, bewijs: int, op: datetime) -> None:
    """Close it; a second time is refused by the database."""
    tx.execute(insert(afsluiting).values(wijk=wijk, bewijs=bewijs, op=op))


def zoek(tx: Connection, wijk: int) -> Afsluiting | None:
    """Return how it was closed, None as long as it goes on."""
    vraag = select(afsluiting.c.op, afsluiting.c.bewijs, uitslag.c.record)
    vraag = vraag.join_from(afsluiting, uitslag, uitslag.c.bewijs == afsluiting.c.bewijs)
    rij = tx.execute(vraag.where(afsluiting.c.wijk == wijk)).one_or_none()
    return None if rij is None else Afsluiting(*rij)


def is_afgesloten(tx: Connection, wijk: int) -> bool:
    """Say whether it was closed: from then on the outcome stands, and a second person looks along at corrections."""
    return bool(tx.scalar(select(exists().where(afsluiting.c.wijk == wijk))))


class Opruiming(NamedTuple):
    """When what is personal goes after the closing of a process: as planned and told, and when it did."""

    gesloten_op: datetime
    gepland: datetime | None
    gedaan: datetime | None


def opruiming(tx: Connection, wijk: int) -> Opruiming | None:
    """Return how it stands with that, None as long as the process goes on."""
    vraag = select(afsluiting.c.op, afsluiting.c.opruimen_op, afsluiting.c.opgeruimd_op)
    rij = tx.execute(vraag.where(afsluiting.c.wijk == wijk)).one_or_none()
    return None if rij is None else Opruiming(*rij)


def zet_opruiming(tx: Connection, wijk: int, **velden: datetime) -> None:
    """Set `opruimen_op` or `opgeruimd_op`."""
    tx.execute(update(afsluiting).where(afsluiting.c.wijk == wijk).values(**velden))
