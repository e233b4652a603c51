"""The reports that were made, as files. One that is not on the public page goes after some days."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import rapport

_r = rapport.c


class Rapport(NamedTuple):
    """A report, without its bytes.

    Args:
        sha256: of its bytes, as 64 hex digits.
        eind: whether it has the outcome; else it is an interim one.
        openbaar_op: since when it is on the public page; None: it is not.
    """

    id: int
    publiek_id: str
    sha256: str
    eind: bool
    gemaakt_op: datetime
    openbaar_op: datetime | None


_ALLE = select(*(_r[naam] for naam in Rapport._fields))


def voeg_toe(tx: Connection, wijk: int, inhoud: bytes, *, op: datetime, eind: bool, **velden: str) -> None:
    """Keep one.

    Args:
        velden: `publiek_id` and `sha256`.
    """
    tx.execute(insert(rapport).values(wijk=wijk, inhoud=inhoud, gemaakt_op=op, eind=eind, **velden))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Rapport | None:
    """Return one of a wijk."""
    rij = tx.execute(_ALLE.where(_r.wijk == wijk, _r.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Rapport(*rij)


def openbaar(tx: Connection, wijk: int) -> list[Rapport]:
    """Return what is on the public page, the newest report first."""
    vraag = _ALLE.where(_r.wijk == wijk, _r.openbaar_op.is_not(None))
    return [Rapport(*rij) for rij in tx.execute(vraag.order_by(_r.gemaakt_op.desc(), _r.id.desc()))]


def tel_openbaar(tx: Connection, wijk: int) -> int:
    """Count what is on the public page."""
    waar = _r.wijk == wijk, _r.openbaar_op.is_not(None)
    return tx.scalar(select(func.count()).select_from(rapport).where(*waar)) or 0


def inhoud(tx: Connection, wijk: int, publiek_id: str) -> bytes | None:
    """Return the bytes of one that is on the public page."""
    waar = _r.wijk == wijk, _r.publiek_id == publiek_id, _r.openbaar_op.is_not(None)
    return tx.scalar(select(_r.inhoud).where(*waar))


def zet_openbaar(tx: Connection, rapport_id: int, op: datetime | None, door: int) -> None:
    """Put one on the public page, or take it off: then `op` is None."""
    tx.execute(update(rapport).where(_r.id == rapport_id).values(openbaar_op=op, openbaar_door=door))


def ruim_op(tx: Connection, voor: datetime) -> None:
    """Delete what was made before a moment and is not on the public page."""
    tx.execute(delete(rapport).where(_r.gemaakt_op < voor, _r.openbaar_op.is_(None)))
