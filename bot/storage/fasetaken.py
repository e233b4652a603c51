"""What is ticked of the checklists: who did what when, and the tasks that a team added. Rows are only appended."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.storage.tables import afvinking, fasetaak


@dataclass(frozen=True)
class Eigen:
    """A task that the team added to a stage, whatever its round."""

    publiek_id: str
    sleutel: str
    spoor: str
    tekst: str


@dataclass(frozen=True)
class Afvinking:
    """A task that was ticked or unticked.

    Args:
        taak: key in the template, or the public id of one that the team added.
        door: the account that did so.
    """

    taak: str
    gedaan: bool
    op: datetime
    door: int


_EIGEN = [fasetaak.c[naam] for naam in Eigen.__dataclass_fields__]
_AFVINKING = [afvinking.c[naam] for naam in Afvinking.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, traject: int, **velden: Any) -> None:
    """Add a task of the team."""
    tx.execute(insert(fasetaak).values(wijk=wijk, traject=traject, **velden))


def eigen(tx: Connection, traject: int, sleutel: str) -> list[Eigen]:
    """Return what the team added to a stage, the oldest first."""
    waar = fasetaak.c.traject == traject, fasetaak.c.sleutel == sleutel
    return [Eigen(*rij) for rij in tx.execute(select(*_EIGEN).where(*waar).order_by(fasetaak.c.id))]


def vink(tx: Connection, wijk: int, fase: int, **velden: Any) -> None:
    """Append that a task was ticked or unticked."""
    tx.execute(insert(afvinking).values(wijk=wijk, fase=fase, **velden))


def stand(tx: Connection, fase: int) -> dict[str, Afvinking]:
    """Return of each task that was ever ticked in one time of a stage what was said last."""
    vraag = select(*_AFVINKING).where(afvinking.c.fase == fase).order_by(afvinking.c.id)
    return {rij.taak: Afvinking(*rij) for rij in tx.execute(vraag)}


def logboek(tx: Connection, fase: int, hoeveel: int, sla_over: int) -> list[Afvinking]:
    """Return who did what when, the newest first."""
    vraag = select(*_AFVINKING).where(afvinking.c.fase == fase).order_by(afvinking.c.id.desc())
    return [Afvinking(*rij) for rij in tx.execute(vraag.limit(hoeveel).offset(sla_over))]
