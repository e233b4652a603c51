"""What residents ask or remark about a concept of the spelregels, and the answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import spelregelantwoord, spelregelreactie

_r, _a = spelregelreactie.c, spelregelantwoord.c


class Reactie(NamedTuple):
    """What one resident wrote. `antwoord`: what was answered, when it was."""

    publiek_id: str
    versie: int
    tekst: str
    op: datetime
    antwoord: str | None


class Antwoord(NamedTuple):
    """An answer to what so many people asked, in the words of who answered."""

    publiek_id: str
    versie: int
    vraag: str
    antwoord: str
    aantal: int


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Keep what a resident wrote."""
    tx.execute(insert(spelregelreactie).values(wijk=wijk, **velden))


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Reactie]:
    """Return what a resident wrote, newest first."""
    vraag = select(_r.publiek_id, _r.versie, _r.tekst, _r.op, _a.antwoord)
    vraag = vraag.outerjoin(spelregelantwoord, _a.id == _r.antwoord).where(_r.bewoner == bewoner_id)
    return [Reactie(*rij) for rij in tx.execute(vraag.order_by(_r.id.desc()))]


def trek_in(tx: Connection, bewoner_id: int, publiek_id: str) -> bool:
    """Delete a resident's own, and say whether it was there."""
    eigen = _r.bewoner == bewoner_id, _r.publiek_id == publiek_id
    return tx.execute(delete(spelregelreactie).where(*eigen)).rowcount == 1


def open_(tx: Connection, wijk: int, hoeveel: int, sla_over: int = 0) -> list[Reactie]:
    """Return what waits for an answer, oldest first."""
    vraag = select(_r.publiek_id, _r.versie, _r.tekst, _r.op).where(_r.wijk == wijk, _r.antwoord.is_(None))
    vraag = vraag.order_by(_r.id).limit(hoeveel).offset(sla_over)
    return [Reactie(*rij, None) for rij in tx.execute(vraag)]


def tel_open(tx: Connection, wijk: int) -> int:
    """Return how much waits for an answer."""
    vraag = select(func.count()).select_from(spelregelreactie).where(_r.wijk == wijk, _r.antwoord.is_(None))
    return tx.scalar(vraag) or 0


def beantwoord(tx: Connection, wijk: int, welke: Sequence[str], **velden: Any) -> tuple[int, dict[int, int | None]]:
    """Give one answer to all of these that still wait; return its id and who asked, each with the account where last.

    No answer is kept when none of them waits any more.

    Args:
        velden: the columns of the answer but for how many asked.
    """
    nog = _r.wijk == wijk, _r.publiek_id.in_(list(welke)), _r.antwoord.is_(None)
    wie: dict[int, int | None] = dict(tx.execute(select(_r.bewoner, _r.vanaf).where(*nog).order_by(_r.id)).all())
    if not wie:
        return 0, {}
    rij = insert(spelregelantwoord).values(wijk=wijk, aantal=len(wie), **velden).returning(_a.id)
    antwoord: int = tx.execute(rij).scalar_one()
    tx.execute(update(spelregelreactie).where(*nog).values(antwoord=antwoord))
    return antwoord, wie


def antwoorden(tx: Connection, wijk: int, hoeveel: int, sla_over: int = 0) -> list[Antwoord]:
    """Return the answers that were given, newest first."""
    vraag = select(*(_a[naam] for naam in Antwoord._fields)).where(_a.wijk == wijk)
    return [Antwoord(*rij) for rij in tx.execute(vraag.order_by(_a.id.desc()).limit(hoeveel).offset(sla_over))]
