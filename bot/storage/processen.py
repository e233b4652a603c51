"""The processes that work side by side on one PostgreSQL database: which live, and what each alone may do.

A process lives while its row is there. Who is late with saying that it lives is deleted by another, and is dead from
then on, whatever it thinks itself: so nobody is taken for dead who renews at that very moment. All times are those of
the database's clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, delete, exists, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_of

from bot.storage.tables import alleenrecht, proces

LEASE = timedelta(seconds=6)
"""So long a process counts as living after it said so. What a killed one had in hand waits no longer than this."""
PLOEG = -1
"""The key under which processes say that they live; see `Database.write`."""


@dataclass(frozen=True)
class Stand:
    """What a process hears when it says that it lives.

    Args:
        leeft: whether it still counted; else it is dead, and must begin under a new number.
        samen: how many live, itself too.
        rechten: what it alone may do now.
    """

    leeft: bool
    samen: int = 0
    rechten: frozenset[str] = frozenset()


def begin(tx: Connection) -> int:
    """Let a process live, and return its number: no other ever gets the same."""
    tot = func.clock_timestamp() + LEASE
    nr: int = tx.scalars(insert(proces).values(leeft_tot=tot).returning(proces.c.id)).one()
    return nr


def leef(tx: Connection, nr: int, wil: Sequence[str]) -> Stand:
    """Say that a process lives, delete who did not say so in time, and take what no living one has. Under `PLOEG`.

    Args:
        wil: names of what it would do alone.
    """
    verleng = update(proces).where(proces.c.id == nr).values(leeft_tot=func.clock_timestamp() + LEASE)
    if not tx.execute(verleng).rowcount:
        return Stand(leeft=False)
    tx.execute(delete(proces).where(proces.c.leeft_tot < func.clock_timestamp()))
    levend = exists().where(proces.c.id == alleenrecht.c.proces)
    gezocht = select(alleenrecht.c.naam, alleenrecht.c.proces).where(alleenrecht.c.naam.in_(wil), levend)
    bezet = dict(iter(tx.execute(gezocht)))
    if vrij := sorted(set(wil) - bezet.keys()):
        neem = insert_of(alleenrecht).values([{"naam": naam, "proces": nr, "nr": 1} for naam in vrij])
        zo = {"proces": nr, "nr": alleenrecht.c.nr + 1}
        tx.execute(neem.on_conflict_do_update(index_elements=["naam"], set_=zo))
    rechten = frozenset(naam for naam in wil if bezet.get(naam, nr) == nr)
    samen = tx.scalar(select(func.count()).select_from(proces)) or 0
    return Stand(leeft=True, samen=samen, rechten=rechten)


def einde(tx: Connection, nr: int) -> None:
    """Let a process live no more: what it had, others may take at once."""
    tx.execute(delete(proces).where(proces.c.id == nr))
