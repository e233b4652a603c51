"""Drafts of plans and their sections. What residents react to them: `conceptreacties`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import concept, conceptdeel, stuk

_c, _d = concept.c, conceptdeel.c


@dataclass(frozen=True)
class Concept:
    """A draft of a plan.

    Args:
        vorige: id of the version before it.
        tot: until then one can react.
        stuk: the document with the whole, by its publiek_id.
        gepubliceerd_op: None: only the team sees it.
        opgevolgd: a later version was published.
    """

    id: int
    publiek_id: str
    soort: str
    titel: str
    versie: int
    vorige: int | None
    tot: datetime
    stuk: str | None
    gepubliceerd_op: datetime | None
    opgevolgd: bool


class Deel(NamedTuple):
    """A section. `was`: the id of the same section in the version before."""

    id: int
    publiek_id: str
    concept: int
    nummer: int
    titel: str
    tekst: str
    was: int | None


_later = concept.alias("later")
_opgevolgd = select(_later.c.id).where(_later.c.vorige == _c.id, _later.c.gepubliceerd_op.is_not(None)).exists()
_ANDERS = {"stuk": stuk.c.publiek_id, "opgevolgd": _opgevolgd}
_KOLOMMEN = [_ANDERS[n] if n in _ANDERS else _c[n] for n in Concept.__dataclass_fields__]
_ALLE = select(*_KOLOMMEN).outerjoin_from(concept, stuk, stuk.c.id == _c.stuk)
_DELEN = select(*(conceptdeel.c[naam] for naam in Deel._fields))


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add one; `stuk` and `vorige` are ids."""
    nieuw: int = tx.execute(insert(concept).values(wijk=wijk, **velden).returning(_c.id)).scalar_one()
    return nieuw


def zet(tx: Connection, concept_id: int, **velden: Any) -> None:
    """Set columns of one."""
    tx.execute(update(concept).where(_c.id == concept_id).values(**velden))


def zoek(tx: Connection, wijk: int, *, publiek_id: str = "", id: int = 0) -> Concept | None:  # noqa: A002 (the column)
    """Return one of a wijk by `publiek_id` or by `id`."""
    deze = _c.publiek_id == publiek_id if publiek_id else _c.id == id
    rij = tx.execute(_ALLE.where(_c.wijk == wijk, deze)).one_or_none()
    return None if rij is None else Concept(*rij)


def alle(tx: Connection, wijk: int, *, ook_ongepubliceerd: bool) -> list[Concept]:
    """Return those of a wijk, newest first."""
    vraag = _ALLE.where(_c.wijk == wijk).order_by(_c.id.desc())
    if not ook_ongepubliceerd:
        vraag = vraag.where(_c.gepubliceerd_op.is_not(None))
    return [Concept(*rij) for rij in tx.execute(vraag)]


def opvolger(tx: Connection, concept_id: int) -> str | None:
    """Return the publiek_id of the version that follows on one, published or not."""
    return tx.scalar(select(_c.publiek_id).where(_c.vorige == concept_id))


def gooi_weg(tx: Connection, concept_id: int) -> None:
    """Delete one that was not published, with its sections."""
    tx.execute(delete(conceptdeel).where(_d.concept == concept_id))
    tx.execute(delete(concept).where(_c.id == concept_id, _c.gepubliceerd_op.is_(None)))


def delen(tx: Connection, concept_id: int) -> list[Deel]:
    """Return the sections in order."""
    return [Deel(*rij) for rij in tx.execute(_DELEN.where(_d.concept == concept_id).order_by(_d.nummer))]


def deel(tx: Connection, wijk: int, *, publiek_id: str = "", id: int = 0) -> Deel | None:  # noqa: A002 (the column)
    """Return a section of a wijk by `publiek_id` or by `id`."""
    deze = _d.publiek_id == publiek_id if publiek_id else _d.id == id
    rij = tx.execute(_DELEN.where(_d.wijk == wijk, deze)).one_or_none()
    return None if rij is None else Deel(*rij)


def voeg_deel_toe(
    tx: Connection, wijk: int, concept_id: int, *, publiek_id: str, titel: str, tekst: str, was: int | None = None
) -> None:
    """Add a section at the end."""
    nummer = (tx.scalar(select(func.max(_d.nummer)).where(_d.concept == concept_id)) or 0) + 1
    velden = {"publiek_id": publiek_id, "titel": titel, "tekst": tekst, "was": was}
    tx.execute(insert(conceptdeel).values(wijk=wijk, concept=concept_id, nummer=nummer, **velden))


def wijzig_deel(tx: Connection, deel_id: int, *, titel: str, tekst: str) -> None:
    """Change the words of a section."""
    tx.execute(update(conceptdeel).where(_d.id == deel_id).values(titel=titel, tekst=tekst))


def haal_deel_weg(tx: Connection, weg: Deel) -> None:
    """Delete a section; those after it move up."""
    tx.execute(delete(conceptdeel).where(_d.id == weg.id))
    for later in tx.execute(_DELEN.where(_d.concept == weg.concept, _d.nummer > weg.nummer).order_by(_d.nummer)).all():
        tx.execute(update(conceptdeel).where(_d.id == later.id).values(nummer=later.nummer - 1))
