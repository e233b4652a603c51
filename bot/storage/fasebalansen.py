"""The balance at the end of each time that a stage is gone through: what was decided, and what was still open."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.storage.tables import fase, fasebalans


@dataclass(frozen=True)
class Balans:
    """A balance.

    Args:
        fase: id of the time that the stage was gone through.
        uitkomst: `verder`, `terug` or `stop`.
        naar: keys of the stages that began with it.
        toelichting: why, for the record.
        eigen: what residents read about it in the organisator's own words; of a stop it says why.
        open_taken: of each task that was not ticked `naam` and `tekst` (of one's own), as the checklist had it.
        beslist: who decides at the end of the stage, by the template.
        dag: on which they did.
    """

    id: int
    publiek_id: str
    fase: int
    uitkomst: str
    naar: list[str]
    toelichting: str
    eigen: str | None
    open_taken: list[dict[str, str]]
    beslist: str
    dag: date
    op: datetime


_KOLOMMEN = [fasebalans.c[naam] for naam in Balans.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add one and return its id."""
    nieuw: int = tx.execute(insert(fasebalans).values(wijk=wijk, **velden).returning(fasebalans.c.id)).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **sleutel: Any) -> Balans | None:
    """Return one of a wijk by `id` or `fase`."""
    rij = tx.execute(select(*_KOLOMMEN).where(fasebalans.c.wijk == wijk).filter_by(**sleutel)).one_or_none()
    return None if rij is None else Balans(*rij)


def van_traject(tx: Connection, traject: int) -> dict[int, Balans]:
    """Return those of a traject by the id of the time that the stage was gone through, in order."""
    vraag = select(*_KOLOMMEN).join(fase, fase.c.id == fasebalans.c.fase).where(fase.c.traject == traject)
    return {rij.fase: Balans(*rij) for rij in tx.execute(vraag.order_by(fasebalans.c.id))}
