"""Drafts of polls: answers to the form that their maker put away, each their own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import peilingconcept

_C = peilingconcept.c


@dataclass(frozen=True)
class Peilingconcept:
    """What was filled in, and when it was put away."""

    publiek_id: str
    data: dict[str, Any]
    bewaard_op: datetime


_VRAAG = select(_C.publiek_id, _C.data, _C.bewaard_op)


def bewaar(tx: Connection, wijk: int, account: int, publiek_id: str, data: dict[str, Any], now: datetime) -> None:
    """Put a draft away, in the place of what was there under this id of theirs."""
    waarden = {"data": data, "bewaard_op": now}
    deze = update(peilingconcept).where(_C.account == account, _C.wijk == wijk, _C.publiek_id == publiek_id)
    if tx.execute(deze.values(**waarden)).rowcount == 0:
        tx.execute(insert(peilingconcept).values(wijk=wijk, account=account, publiek_id=publiek_id, **waarden))


def van(tx: Connection, wijk: int, account: int) -> list[Peilingconcept]:
    """Return someone's drafts, the last that was put away first."""
    vraag = _VRAAG.where(_C.account == account, _C.wijk == wijk).order_by(_C.bewaard_op.desc(), _C.id.desc())
    return [Peilingconcept(*rij) for rij in tx.execute(vraag)]


def tel(tx: Connection, wijk: int, account: int) -> int:
    """Count someone's drafts."""
    deze = _C.account == account, _C.wijk == wijk
    return tx.scalar(select(func.count()).select_from(peilingconcept).where(*deze)) or 0


def zoek(tx: Connection, wijk: int, account: int, publiek_id: str) -> Peilingconcept | None:
    """Return a draft of someone."""
    rij = tx.execute(_VRAAG.where(_C.account == account, _C.wijk == wijk, _C.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Peilingconcept(*rij)


def gooi_weg(tx: Connection, wijk: int, account: int, publiek_id: str) -> None:
    """Throw a draft of someone away."""
    tx.execute(delete(peilingconcept).where(_C.account == account, _C.wijk == wijk, _C.publiek_id == publiek_id))
