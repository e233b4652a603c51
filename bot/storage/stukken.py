"""Documents as they came, with their hash. What nothing refers to any more goes after some days."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, or_, select

from bot.storage.tables import (
    aanbod,
    concept,
    fasestuk,
    kader_oordeel,
    partnernieuws,
    standpunt,
    stuk,
    verklaring,
    verslag,
    wiedoetwat,
)


class Stuk(NamedTuple):
    """A document, without its bytes.

    Args:
        sha256: of its bytes, as 64 hex digits.
        file_id: under which the chat network has it.
    """

    id: int
    publiek_id: str
    naam: str
    sha256: str
    file_id: str


_MET_STUK = (verklaring, kader_oordeel, standpunt, aanbod, concept, wiedoetwat, partnernieuws)
VAN_STUK = {"stuk": stuk.c.publiek_id, "stuknaam": stuk.c.naam, "sha256": stuk.c.sha256}
"""What is told of a document beside what it belongs to."""
_KOLOMMEN = [stuk.c[naam] for naam in Stuk._fields]


def voeg_toe(tx: Connection, wijk: int, inhoud: bytes, *, op: datetime, door: int, **velden: str) -> None:
    """Keep one.

    Args:
        velden: `publiek_id`, `naam`, `sha256` and `file_id`.
    """
    tx.execute(insert(stuk).values(wijk=wijk, inhoud=inhoud, gemaakt_op=op, gemaakt_door=door, **velden))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Stuk | None:
    """Return one of a wijk, without its bytes."""
    rij = tx.execute(select(*_KOLOMMEN).where(stuk.c.wijk == wijk, stuk.c.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Stuk(*rij)


def inhoud(tx: Connection, wijk: int, publiek_id: str) -> bytes | None:
    """Return the bytes of one."""
    vraag = select(stuk.c.inhoud).where(stuk.c.wijk == wijk, stuk.c.publiek_id == publiek_id)
    return tx.scalar(vraag)


def hoort_ergens_bij(tx: Connection, stuk_id: int) -> bool:
    """Say whether something that was recorded, for everyone to read, refers to it."""
    openbaar = exists().where(fasestuk.c.stuk == stuk_id, fasestuk.c.openbaar, fasestuk.c.ingetrokken_op.is_(None))
    return bool(tx.scalar(select(or_(_hoort_bij(stuk_id), openbaar))))


def ruim_op(tx: Connection, voor: datetime) -> None:
    """Delete what came before a moment and nothing refers to: forms that were stopped, voorstellen that lapsed."""
    van_verslag = exists().where(verslag.c.stuk == stuk.c.id)
    van_fase = exists().where(fasestuk.c.stuk == stuk.c.id)
    tx.execute(delete(stuk).where(stuk.c.gemaakt_op < voor, ~_hoort_bij(stuk.c.id), ~van_fase, ~van_verslag))


def _hoort_bij(stuk_id: int | ColumnElement[int]) -> ColumnElement[bool]:
    return or_(*(exists().where(tabel.c.stuk == stuk_id) for tabel in _MET_STUK))
