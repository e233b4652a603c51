"""The short questions at the end of a stage. An answer has no person and no time; that someone answered is kept apart.

Both are deleted when the questions close: what may be shown stays. Lessons have no person either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import fase, les, meetbiljet, meetdeelname, meting


@dataclass(frozen=True)
class Meting:
    """Questions that were asked at the end of a stage.

    Args:
        soort: `samenwerking` (to the team) or `vertrouwen` (to residents).
        fase: id of the time that the stage was gone through.
        uitslag: what may be shown, once they closed: `staat`, and perhaps `aantal` and `tienden`.
    """

    id: int
    publiek_id: str
    fase: int
    soort: str
    sluit_op: datetime
    uitslag: dict[str, Any] | None


_KOLOMMEN = [meting.c[naam] for naam in Meting.__dataclass_fields__]


def open_(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add one and return its id."""
    nieuw: int = tx.execute(insert(meting).values(wijk=wijk, **velden).returning(meting.c.id)).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **sleutel: Any) -> Meting | None:
    """Return one of a wijk by `id`, `publiek_id`, or `fase` and `soort`."""
    rij = tx.execute(select(*_KOLOMMEN).where(meting.c.wijk == wijk).filter_by(**sleutel)).one_or_none()
    return None if rij is None else Meting(*rij)


def van_traject(tx: Connection, traject: int, soort: str) -> list[Meting]:
    """Return those of one kind in a traject, in order."""
    vraag = select(*_KOLOMMEN).join(fase, fase.c.id == meting.c.fase)
    waar = fase.c.traject == traject, meting.c.soort == soort
    return [Meting(*rij) for rij in tx.execute(vraag.where(*waar).order_by(meting.c.id))]


def deed_mee(tx: Connection, meting_id: int, **wie: int) -> bool:
    """Say whether someone (`bewoner` or `account`) answered already."""
    vraag = select(meetdeelname.c.id).where(meetdeelname.c.meting == meting_id).filter_by(**wie)
    return tx.scalar(vraag) is not None


def van_bewoner(tx: Connection, bewoner: int) -> int:
    """Return of how many questions that are still open it is known that a resident answered."""
    vraag = select(func.count()).select_from(meetdeelname).where(meetdeelname.c.bewoner == bewoner)
    return tx.scalar(vraag) or 0


def antwoord(tx: Connection, wijk: int, meting_id: int, sleutel: bytes, cijfers: Sequence[int], **wie: int) -> None:
    """Keep an answer under a random key, and apart from it that this `bewoner` or `account` answered."""
    tx.execute(insert(meetbiljet).values(sleutel=sleutel, wijk=wijk, meting=meting_id, cijfers=list(cijfers)))
    tx.execute(insert(meetdeelname).values(wijk=wijk, meting=meting_id, **wie))


def cijfers(tx: Connection, meting_id: int) -> list[list[int]]:
    """Return what was answered, in the order of the random keys."""
    vraag = select(meetbiljet.c.cijfers).where(meetbiljet.c.meting == meting_id)
    return list(tx.scalars(vraag.order_by(meetbiljet.c.sleutel)))


def sluit(tx: Connection, meting_id: int, uitslag: dict[str, Any]) -> None:
    """Keep what may be shown, and forget each answer and who answered."""
    tx.execute(update(meting).where(meting.c.id == meting_id).values(uitslag=uitslag))
    for tabel in (meetbiljet, meetdeelname):
        tx.execute(delete(tabel).where(tabel.c.meting == meting_id))


def noteer_les(tx: Connection, wijk: int, fase_id: int, publiek_id: str, tekst: str) -> None:
    """Keep a lesson of a stage."""
    tx.execute(insert(les).values(wijk=wijk, fase=fase_id, publiek_id=publiek_id, tekst=tekst))


def lessen(tx: Connection, fasen: Sequence[int]) -> list[tuple[int, str]]:
    """Return the lessons of some stages: which, and its text, in an order that tells nothing."""
    vraag = select(les.c.fase, les.c.tekst).where(les.c.fase.in_(fasen)).order_by(les.c.fase, les.c.publiek_id)
    return [(rij.fase, rij.tekst) for rij in tx.execute(vraag)]
