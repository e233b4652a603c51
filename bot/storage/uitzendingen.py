"""Broadcasts: a message from staff to many, from the moment it is planned until it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.storage.tables import uitzending

GESTUURD = ("bezig", "klaar", "gestopt")
"""The states of one of which something went out."""


@dataclass(frozen=True)
class Uitzending:
    """A broadcast.

    Args:
        inhoud: what residents see, as the renderer `uitzending` takes it.
        doelgroep: whom it is for, as `bot.rules.selectie.Selectie` writes it.
        aantal: how many it was for when it was confirmed, as was shown then.
        moment: when it goes, as people see it.
        staat: gepland, bezig, klaar, gestopt or afgezegd.
        voortgang: id of the message in the maker's chat that shows how it goes.
    """

    id: int
    publiek_id: str
    inhoud: dict[str, Any]
    doelgroep: dict[str, Any]
    aantal: int
    gemaakt_door: int
    gemaakt_op: datetime
    moment: datetime
    staat: str
    begonnen_op: datetime | None
    klaar_op: datetime | None
    voortgang: int | None


_KOLOMMEN = [uitzending.c[naam] for naam in Uitzending.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add one that is planned, and return its id."""
    rij = insert(uitzending).values(wijk=wijk, staat="gepland", **velden).returning(uitzending.c.id)
    nieuw: int = tx.execute(rij).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **sleutel: Any) -> Uitzending | None:
    """Return one of a wijk by `id` or `publiek_id`."""
    rij = tx.execute(select(*_KOLOMMEN).where(uitzending.c.wijk == wijk).filter_by(**sleutel)).one_or_none()
    return None if rij is None else Uitzending(*rij)


def inhouden(tx: Connection, ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Return what broadcasts say, by id."""
    vraag = select(uitzending.c.id, uitzending.c.inhoud).where(uitzending.c.id.in_(list(ids)))
    return dict(tx.execute(vraag).all())


def zet(tx: Connection, uitzending_id: int, van: str, **velden: Any) -> bool:
    """Set columns of one that is in a state, such as the next state; say whether it was."""
    deze = uitzending.c.id == uitzending_id, uitzending.c.staat == van
    return tx.execute(update(uitzending).where(*deze).values(**velden)).rowcount == 1
