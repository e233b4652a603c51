"""Draws between candidates for a seat: who is in one, and what came out. Nothing of a draw is ever changed."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select, update

from bot.storage.tables import loting, vacature, zetel

_l = loting.c


class Loting(NamedTuple):
    """A draw.

    Args:
        publiek_id: id of its leaf in the log; `blad` its number there.
        kandidaten: their random ids.
        hoofd: file of the head that decided, and `volgorde` the order that follows from it; None until then.
        zetel: publiek_id of the seat, `orgaan`, `van` and `nummer` which that is.
    """

    publiek_id: str
    vacature: int
    blad: int
    dag: date
    kandidaten: list[str]
    hoofd: str | None
    volgorde: list[str] | None
    zetel: str
    orgaan: str
    van: str
    nummer: int


_ZETEL = {"zetel": zetel.c.publiek_id.label("zetel"), **{naam: zetel.c[naam] for naam in ("orgaan", "van", "nummer")}}
_LOTING = (
    select(*(_ZETEL[naam] if naam in _ZETEL else _l[naam] for naam in Loting._fields))
    .join_from(loting, vacature, vacature.c.id == _l.vacature)
    .join(zetel, zetel.c.id == vacature.c.zetel)
)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Keep one that was announced."""
    tx.execute(insert(loting).values(wijk=wijk, **velden))


def van_vacature(tx: Connection, vacature_id: int) -> Loting | None:
    """Return the draw of a vacature."""
    rij = tx.execute(_LOTING.where(_l.vacature == vacature_id)).one_or_none()
    return None if rij is None else Loting._make(rij)


def lijst(tx: Connection, wijk: int) -> list[Loting]:
    """Return all, the newest first."""
    return [Loting._make(rij) for rij in tx.execute(_LOTING.where(_l.wijk == wijk).order_by(_l.id.desc()))]


def beslis(tx: Connection, publiek_id: str, hoofd: str, volgorde: Sequence[str]) -> None:
    """Write down what came out, unless it stands there."""
    deze = _l.publiek_id == publiek_id, _l.hoofd.is_(None)
    tx.execute(update(loting).where(*deze).values(hoofd=hoofd, volgorde=list(volgorde)))
