"""The agreed steps when something gets stuck: who, and after how many days."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select

from bot.storage.tables import escalatiestap


class Stap(NamedTuple):
    """One step.

    Args:
        wie: by function, such as the gemeentelijk aanspreekpunt.
        bereik: how they are reached.
        na_dagen: after so many days without a way out.
    """

    publiek_id: str
    wie: str
    bereik: str | None
    na_dagen: int


def alle(tx: Connection, wijk: int) -> list[Stap]:
    """Return the steps of a wijk in their order."""
    van = escalatiestap.c
    vraag = select(*(van[naam] for naam in Stap._fields)).where(van.wijk == wijk).order_by(van.na_dagen, van.id)
    return [Stap(*rij) for rij in tx.execute(vraag)]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Add one."""
    tx.execute(insert(escalatiestap).values(wijk=wijk, **velden))


def haal_weg(tx: Connection, wijk: int, publiek_id: str) -> bool:
    """Take one away, and say whether it was there."""
    van = escalatiestap.c
    return bool(tx.execute(delete(escalatiestap).where(van.wijk == wijk, van.publiek_id == publiek_id)).rowcount)
