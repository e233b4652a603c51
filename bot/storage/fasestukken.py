"""Documents that belong to a stage. One that was withdrawn stays, and is shown to nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.storage.tables import fase, fasestuk, stuk


@dataclass(frozen=True)
class Fasestuk:
    """A document of a stage.

    Args:
        fase: id of the time that the stage was gone through.
        openbaar: whether residents and everyone else may read it.
        stuk, stuknaam, sha256: the document itself.
    """

    id: int
    publiek_id: str
    fase: int
    titel: str
    openbaar: bool
    op: datetime
    stuk: str
    stuknaam: str
    sha256: str


_ANDERS = {"stuk": stuk.c.publiek_id, "stuknaam": stuk.c.naam, "sha256": stuk.c.sha256}
_ALLE = (
    select(*(_ANDERS[n] if n in _ANDERS else fasestuk.c[n] for n in Fasestuk.__dataclass_fields__))
    .join_from(fasestuk, stuk, stuk.c.id == fasestuk.c.stuk)
    .where(fasestuk.c.ingetrokken_op.is_(None))
)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Add one; `fase` and `stuk` are ids."""
    tx.execute(insert(fasestuk).values(wijk=wijk, **velden))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Fasestuk | None:
    """Return one that was not withdrawn."""
    rij = tx.execute(_ALLE.where(fasestuk.c.wijk == wijk, fasestuk.c.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Fasestuk(*rij)


def van_fasen(tx: Connection, fasen: Sequence[int], *, openbaar: bool = False) -> list[Fasestuk]:
    """Return those of some stages, the newest first; of `openbaar` only what everyone may read."""
    vraag = _ALLE.where(fasestuk.c.fase.in_(fasen)).order_by(fasestuk.c.id.desc())
    return [Fasestuk(*rij) for rij in tx.execute(vraag.where(fasestuk.c.openbaar) if openbaar else vraag)]


def heeft_openbaar(tx: Connection, traject: int) -> bool:
    """Say whether there is anything of a traject that everyone may read."""
    van = fasestuk.c
    waar = fase.c.traject == traject, van.openbaar, van.ingetrokken_op.is_(None)
    return tx.scalar(select(van.id).join(fase, fase.c.id == van.fase).where(*waar).limit(1)) is not None


def zet_openbaar(tx: Connection, fasestuk_id: int) -> None:
    """Let everyone read one."""
    tx.execute(update(fasestuk).where(fasestuk.c.id == fasestuk_id).values(openbaar=True))


def trek_in(tx: Connection, fasestuk_id: int, now: datetime) -> None:
    """Mark one as withdrawn."""
    tx.execute(update(fasestuk).where(fasestuk.c.id == fasestuk_id).values(ingetrokken_op=now))
