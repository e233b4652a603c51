"""Invitations to a role: kept as a hash of what stands in the link, and good for one person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from bot.storage.tables import roluitnodiging


@dataclass(frozen=True)
class Roluitnodiging:
    """An invitation. `staat`: open, aangenomen or ingetrokken; past `verloopt_op` it works no more."""

    id: int
    publiek_id: str
    rol: str
    bereik: str
    namens: str | None
    gemaakt_door: int
    verloopt_op: datetime
    staat: str


_KOLOMMEN = [roluitnodiging.c[naam] for naam in Roluitnodiging.__dataclass_fields__]


def voeg_toe(
    tx: Connection,
    wijk: int,
    *,
    publiek_id: str,
    merk: bytes,
    rol: str,
    bereik: str,
    gemaakt_door: int,
    gemaakt_op: datetime,
    verloopt_op: datetime,
    namens: str | None = None,
) -> None:
    """Add one.

    Args:
        merk: hash of the secret in the link.
        namens: what who takes it represents in a geleding.
    """
    nieuw = insert(roluitnodiging).values(
        wijk=wijk,
        publiek_id=publiek_id,
        merk=merk,
        rol=rol,
        bereik=bereik,
        gemaakt_door=gemaakt_door,
        gemaakt_op=gemaakt_op,
        verloopt_op=verloopt_op,
        namens=namens,
        staat="open",
    )
    tx.execute(nieuw)


def vind(tx: Connection, wijk: int, merk: bytes) -> Roluitnodiging | None:
    """Return the one of a wijk to which a link belongs."""
    return _een(tx, select(*_KOLOMMEN).where(roluitnodiging.c.wijk == wijk, roluitnodiging.c.merk == merk))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Roluitnodiging | None:
    """Return one of a wijk by its public id, which says nothing about its link."""
    return _een(tx, select(*_KOLOMMEN).where(roluitnodiging.c.wijk == wijk, roluitnodiging.c.publiek_id == publiek_id))


def open_(tx: Connection, wijk: int, now: datetime) -> list[Roluitnodiging]:
    """Return those that can still be accepted, the oldest first."""
    geldig = roluitnodiging.c.staat == "open", roluitnodiging.c.verloopt_op > now
    vraag = select(*_KOLOMMEN).where(roluitnodiging.c.wijk == wijk, *geldig).order_by(roluitnodiging.c.id)
    return [Roluitnodiging(*rij) for rij in tx.execute(vraag)]


def eindig(tx: Connection, uitnodiging_id: int, staat: str, door: int, now: datetime) -> bool:
    """End one that is open; say whether it was."""
    open_is = roluitnodiging.c.id == uitnodiging_id, roluitnodiging.c.staat == "open"
    einde = update(roluitnodiging).where(*open_is).values(staat=staat, geeindigd_door=door, geeindigd_op=now)
    return tx.execute(einde).rowcount == 1


def vergeet(tx: Connection, voor: datetime) -> None:
    """Forget those that ran out before a moment, however they ended."""
    tx.execute(delete(roluitnodiging).where(roluitnodiging.c.verloopt_op < voor))


def _een(tx: Connection, vraag: Select[Any]) -> Roluitnodiging | None:
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Roluitnodiging(*rij)
