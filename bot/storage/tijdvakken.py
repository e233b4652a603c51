"""Epochs: from one restored backup to the next. A counter in the database tells whether it went back in time."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from bot.errors import InvoerFout
from bot.storage.tables import tijdvak


@dataclass(frozen=True)
class Stand:
    """How far sending came.

    Args:
        merk: random name of the epoch.
        teller: goes up with every claim of messages and every start.
    """

    merk: str
    teller: int


class TijdvakVoorbij(InvoerFout):
    """The database is not at or past the point where this process left it: it may send nothing."""


_LAATSTE = select(func.max(tijdvak.c.nr)).scalar_subquery()
_TEL = (
    update(tijdvak)
    .where(tijdvak.c.nr == _LAATSTE)
    .values(teller=tijdvak.c.teller + 1)
    .returning(tijdvak.c.merk, tijdvak.c.teller)
)


def laatste(tx: Connection) -> Stand | None:
    """Return where the last epoch stands, None before the first start."""
    rij = tx.execute(select(tijdvak.c.merk, tijdvak.c.teller).where(tijdvak.c.nr == _LAATSTE)).one_or_none()
    return None if rij is None else Stand(*rij)


def kent(tx: Connection, merk: str) -> bool:
    """Say whether this epoch is in the history of the database."""
    return tx.execute(select(tijdvak.c.nr).where(tijdvak.c.merk == merk)).first() is not None


def nieuw(tx: Connection, merk: str, now: datetime) -> int:
    """Begin an epoch and return its number."""
    nr = (tx.scalar(select(_LAATSTE)) or 0) + 1
    tx.execute(insert(tijdvak).values(nr=nr, merk=merk, teller=0, begonnen_op=now))
    return nr


def tel(tx: Connection, verwacht: Stand | None) -> Stand | None:
    """Count one on and return where it stands; None when there is no epoch and none was expected.

    Args:
        verwacht: where this process saw it last.

    Raises:
        TijdvakVoorbij: the database went back in time, or another process began a new epoch.
    """
    rij = tx.execute(_TEL).one_or_none()
    stand = None if rij is None else Stand(*rij)
    if verwacht is None:
        return stand
    if stand is None or stand.merk != verwacht.merk or stand.teller <= verwacht.teller:
        raise TijdvakVoorbij("de database is teruggezet terwijl de bot draaide; start de bot opnieuw")
    return stand
