"""What groups of residents advise, and the answers. Nothing is changed but that an advice can be withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, exists, func, insert, select, update

from bot.storage.tables import advies, adviesantwoord


class Antwoord(NamedTuple):
    """What was answered to an advice.

    Args:
        oordeel: whether it is taken: `ja`, `deels` or `nee`.
        reden: why; None only of one that is taken.
    """

    id: int
    oordeel: str
    reden: str | None
    op: datetime


@dataclass(frozen=True)
class Advies:
    """An advice.

    Args:
        van: kind of group that gives it; of a werkgroep its name stands in `werkgroep`.
        aan: for whom it is: `college`, `gemeenteraad` or `team`.
        reden: why it was withdrawn.
        antwoorden: the oldest first; the last one holds.
    """

    id: int
    publiek_id: str
    titel: str
    tekst: str
    van: str
    werkgroep: str
    aan: str
    dag: date
    ingetrokken_op: datetime | None
    reden: str | None
    antwoorden: tuple[Antwoord, ...] = field(default=())

    @property
    def antwoord(self) -> Antwoord | None:
        """What holds as the answer."""
        return self.antwoorden[-1] if self.antwoorden else None

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self.ingetrokken_op is None and not self.antwoorden


_NAMEN = [naam for naam in Advies.__dataclass_fields__ if naam != "antwoorden"]
_BEANTWOORD = exists().where(adviesantwoord.c.advies == advies.c.id)
_OPEN = and_(advies.c.ingetrokken_op.is_(None), ~_BEANTWOORD)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Add one."""
    tx.execute(insert(advies).values(wijk=wijk, **velden))


def beantwoord(tx: Connection, wijk: int, advies_id: int, **velden: Any) -> int:
    """Append an answer, which holds from now on, and return its id."""
    rij = insert(adviesantwoord).values(wijk=wijk, advies=advies_id, **velden)
    nieuw: int = tx.execute(rij.returning(adviesantwoord.c.id)).scalar_one()
    return nieuw


def trek_in(tx: Connection, advies_id: int, now: datetime, reden: str) -> None:
    """Mark one as withdrawn."""
    tx.execute(update(advies).where(advies.c.id == advies_id).values(ingetrokken_op=now, reden=reden))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Advies | None:
    """Return one of a wijk."""
    gevonden = _lees(tx, _vraag(wijk).where(advies.c.publiek_id == publiek_id))
    return gevonden[0] if gevonden else None


def van_antwoord(tx: Connection, wijk: int, antwoord_id: int) -> Advies | None:
    """Return the one to which this was answered."""
    vraag = _vraag(wijk).join(adviesantwoord).where(adviesantwoord.c.id == antwoord_id)
    gevonden = _lees(tx, vraag)
    return gevonden[0] if gevonden else None


def alle(tx: Connection, wijk: int, hoeveel: int | None = None, sla_over: int = 0) -> list[Advies]:
    """Return those of a wijk: what waits for an answer first, of both the newest first, what was withdrawn last."""
    volgorde = advies.c.ingetrokken_op.is_not(None), _BEANTWOORD, advies.c.dag.desc(), advies.c.id.desc()
    return _lees(tx, _vraag(wijk).order_by(*volgorde).limit(hoeveel).offset(sla_over))


def tel(tx: Connection, wijk: int) -> tuple[int, int]:
    """Count those of a wijk, and how many of these wait for an answer."""
    vraag = select(func.count()).select_from(advies).where(advies.c.wijk == wijk)
    return tx.execute(vraag).scalar_one(), tx.execute(vraag.where(_OPEN)).scalar_one()


def _vraag(wijk: int) -> Select[Any]:
    return select(*(advies.c[naam] for naam in _NAMEN)).where(advies.c.wijk == wijk)


def _lees(tx: Connection, vraag: Select[Any]) -> list[Advies]:
    rijen = tx.execute(vraag).all()
    antwoorden = _antwoorden(tx, [rij.id for rij in rijen])
    return [Advies(**rij._asdict(), antwoorden=tuple(antwoorden.get(rij.id, ()))) for rij in rijen]


def _antwoorden(tx: Connection, ids: Sequence[int]) -> dict[int, list[Antwoord]]:
    van = adviesantwoord.c
    vraag = select(van.advies, *(van[naam] for naam in Antwoord._fields)).where(van.advies.in_(ids)).order_by(van.id)
    gevonden: dict[int, list[Antwoord]] = {}
    for rij in tx.execute(vraag):
        gevonden.setdefault(rij.advies, []).append(Antwoord(*rij[1:]))
    return gevonden
