"""What partners think of it. One that was replaced or withdrawn stays, and says so."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.storage.stukken import VAN_STUK
from bot.storage.tables import standpunt, stuk

_later = standpunt.alias("later")


@dataclass(frozen=True)
class Standpunt:
    """A position of a partner.

    Args:
        dag: on which they took it.
        stuk, stuknaam, sha256, file_id: the document beside it, if there is one.
        vervangen: a later one replaces it.
        reden: why it was withdrawn.
    """

    id: int
    publiek_id: str
    partner: str
    standpunt: str
    dag: date
    link: str | None
    op: datetime
    ingetrokken_op: datetime | None
    reden: str | None
    stuk: str | None
    stuknaam: str | None
    sha256: str | None
    vervangen: bool


_ANDERS = {**VAN_STUK, "vervangen": _later.c.id.is_not(None)}
_KOLOMMEN = [_ANDERS[n] if n in _ANDERS else standpunt.c[n] for n in Standpunt.__dataclass_fields__]
_ALLE = (
    select(*_KOLOMMEN)
    .outerjoin_from(standpunt, stuk, stuk.c.id == standpunt.c.stuk)
    .outerjoin(_later, _later.c.vervangt == standpunt.c.id)
)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Add one; `stuk` and `vervangt` are ids."""
    tx.execute(insert(standpunt).values(wijk=wijk, **velden))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Standpunt | None:
    """Return one of a wijk."""
    rij = tx.execute(_ALLE.where(standpunt.c.wijk == wijk, standpunt.c.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Standpunt(*rij)


def alle(tx: Connection, wijk: int, hoeveel: int | None = None, sla_over: int = 0) -> list[Standpunt]:
    """Return those of a wijk: what holds first, and of these the newest first."""
    oud = _later.c.id.is_not(None) | standpunt.c.ingetrokken_op.is_not(None)
    vraag = _ALLE.where(standpunt.c.wijk == wijk).order_by(oud, standpunt.c.dag.desc(), standpunt.c.id.desc())
    return [Standpunt(*rij) for rij in tx.execute(vraag.limit(hoeveel).offset(sla_over))]


def trek_in(tx: Connection, standpunt_id: int, now: datetime, reden: str) -> None:
    """Mark one as withdrawn."""
    rij = update(standpunt).where(standpunt.c.id == standpunt_id)
    tx.execute(rij.values(ingetrokken_op=now, reden=reden))
