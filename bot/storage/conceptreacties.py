"""What residents react to a section of a plan's draft, and the team's answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import conceptantwoord, conceptdeel, conceptreactie

_r, _a, _d = conceptreactie.c, conceptantwoord.c, conceptdeel.c


class Reactie(NamedTuple):
    """One reaction. `oordeel`, `reden`: what was answered; None as long as it was not."""

    publiek_id: str
    deel: str
    deeltitel: str
    tekst: str
    op: datetime
    oordeel: str | None
    reden: str | None
    bewoner: int | None


class Regel(NamedTuple):
    """A line of the reactienota: what was said (None: erased), by how many, and what the team does with it."""

    concept: int
    nummer: int
    deeltitel: str
    tekst: str | None
    aantal: int
    oordeel: str
    reden: str | None


_ALLE = (
    select(_r.publiek_id, _d.publiek_id, _d.titel, _r.tekst, _r.op, _a.oordeel, _a.reden, _r.bewoner)
    .join(conceptdeel, _d.id == _r.conceptdeel)
    .outerjoin(conceptantwoord, _a.id == _r.antwoord)
)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Keep one."""
    tx.execute(insert(conceptreactie).values(wijk=wijk, **velden))


def van_bewoner(tx: Connection, bewoner_id: int, concept_id: int | None = None) -> list[Reactie]:
    """Return what a resident reacted, to one draft or to all, newest first."""
    vraag = _ALLE.where(_r.bewoner == bewoner_id).order_by(_r.id.desc())
    if concept_id is not None:
        vraag = vraag.where(_d.concept == concept_id)
    return [Reactie(*rij) for rij in tx.execute(vraag)]


def trek_in(tx: Connection, bewoner_id: int, publiek_id: str) -> bool:
    """Delete a resident's own, and say whether it was there."""
    eigen = _r.bewoner == bewoner_id, _r.publiek_id == publiek_id
    return tx.execute(delete(conceptreactie).where(*eigen)).rowcount == 1


def concept_van(tx: Connection, bewoner_id: int, publiek_id: str) -> int | None:
    """Return the id of the draft to which a resident's own reaction belongs."""
    vraag = select(_d.concept).join(conceptreactie, _r.conceptdeel == _d.id)
    return tx.scalar(vraag.where(_r.bewoner == bewoner_id, _r.publiek_id == publiek_id))


def open_(tx: Connection, deel_id: int, hoeveel: int, sla_over: int = 0) -> list[Reactie]:
    """Return what waits for an answer at a section, oldest first."""
    vraag = _ALLE.where(_r.conceptdeel == deel_id, _r.antwoord.is_(None)).order_by(_r.id)
    return [Reactie(*rij) for rij in tx.execute(vraag.limit(hoeveel).offset(sla_over))]


def tel_open(tx: Connection, concept_id: int) -> dict[int, int]:
    """Return how much waits for an answer, by the id of the section."""
    vraag = select(_r.conceptdeel, func.count()).join(conceptdeel, _d.id == _r.conceptdeel)
    vraag = vraag.where(_d.concept == concept_id, _r.antwoord.is_(None)).group_by(_r.conceptdeel)
    return dict(tx.execute(vraag).all())


def beantwoord(
    tx: Connection, wijk: int, deel_id: int, welke: Sequence[str], **velden: Any
) -> tuple[int, dict[int, int | None], int]:
    """Give one answer to all of these of a section that still wait; return its id and whose they are.

    Of each resident it is the account on which they reacted last, None when another wrote it down; then how many there
    are of whom nobody said who it was. No answer is kept when none waits.

    Args:
        velden: the columns of the answer but for how many reacted.
    """
    nog = _r.wijk == wijk, _r.conceptdeel == deel_id, _r.publiek_id.in_(list(welke)), _r.antwoord.is_(None)
    alle = tx.execute(select(_r.bewoner, _r.vanaf).where(*nog).order_by(_r.id)).all()
    wie = {een: vanaf for een, vanaf in alle if een is not None}
    naamloos = sum(een is None for een, _ in alle)
    if not alle:
        return 0, {}, 0
    rij = insert(conceptantwoord).values(wijk=wijk, conceptdeel=deel_id, aantal=len(wie) + naamloos, **velden)
    antwoord: int = tx.execute(rij.returning(_a.id)).scalar_one()
    tx.execute(update(conceptreactie).where(*nog).values(antwoord=antwoord))
    return antwoord, wie, naamloos


def antwoord(tx: Connection, wijk: int, publiek_id: str) -> tuple[str, str, str | None] | None:
    """Return the heading of the section, the verdict and the reason of an answer."""
    vraag = select(_d.titel, _a.oordeel, _a.reden).join(conceptdeel, _d.id == _a.conceptdeel)
    rij = tx.execute(vraag.where(_a.wijk == wijk, _a.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else (rij[0], rij[1], rij[2])


def nota(tx: Connection, concept_id: int) -> list[Regel]:
    """Return the lines of the reactienota in the order of the sections: an answer's own words, or each text by itself.

    Texts with the same answer stand in the order of random ids: which came first may say who wrote it. What was
    answered in the words of who reacted and was erased since, keeps its line without a text.
    """
    vraag = select(_d.nummer, _d.titel, _a.id, _a.weergave, _a.aantal, _a.oordeel, _a.reden)
    vraag = vraag.join(conceptdeel, _d.id == _a.conceptdeel).where(_d.concept == concept_id)
    regels = []
    for nummer, titel, antwoord, weergave, aantal, oordeel, reden in tx.execute(vraag.order_by(_d.nummer, _a.id)).all():
        teksten: list[str | None] = [weergave]
        if weergave is None:
            eigen = select(_r.tekst).where(_r.antwoord == antwoord).order_by(_r.publiek_id)
            teksten = list(tx.scalars(eigen)) or [None]
        elk = aantal if weergave is not None else 1
        regels += [Regel(concept_id, nummer, titel, tekst, elk, oordeel, reden) for tekst in teksten]
    return regels
