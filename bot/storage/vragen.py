"""What residents ask outside a meeting: the threads, what was said in them, and what was not sent yet."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from bot.storage.tables import account, bewoner, outbox, vraag, vraagbericht, vraagconcept, werkgroep

_v, _b = vraag.c, vraagbericht.c
MEEST_BERICHTEN = 12
"""So much of a thread is read: a message holds no more."""


class Vraag(NamedTuple):
    """A thread.

    Args:
        vanaf: the account on which they asked last; None when another wrote it down.
        over_plan: it is about the plan, as who asks says.
        werkgroep: id of the werkgroep whose aanspreekpunt it is for; `groep` is its publiek_id, `groepnaam` its name.
        staat: `open`: it waits for an answer; `beantwoord`; `klaar`: who asked says that it helped.
        ronde: goes up when it reaches others or is asked on; with the id it names what was sent about it.
        termijn: until when an answer was promised.
        hoger: it lies with the organisatoren.
        vraagbaak: id of the answer that everyone may read.
        laatst_op: when something was said in it last.
    """

    id: int
    publiek_id: str
    bewoner: int
    vanaf: int | None
    over_plan: bool
    werkgroep: int | None
    staat: str
    ronde: int
    open_sinds: datetime
    termijn: datetime
    hoger: bool
    geholpen: bool | None
    gemeld_op: datetime | None
    vraagbaak: int | None
    laatst_op: datetime
    groep: str | None
    groepnaam: str | None


class Bericht(NamedTuple):
    """One thing that was said in a thread: by who asks (`bewoner`), or by the `team`."""

    van: str
    soort: str
    tekst: str
    file_id: str | None
    naam: str | None
    taal: str
    op: datetime


_EIGEN = [_v[naam] for naam in Vraag._fields if naam in _v]
_VRAAG: Select[Any] = select(*_EIGEN, werkgroep.c.publiek_id, werkgroep.c.naam).outerjoin_from(
    vraag, werkgroep, werkgroep.c.id == _v.werkgroep
)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Open a thread and return its id."""
    nieuw: int = tx.execute(insert(vraag).values(wijk=wijk, **velden).returning(_v.id)).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Vraag | None:
    """Return the thread of a wijk with this value in a column, `publiek_id=…` or `id=…`."""
    ((kolom, gezocht),) = waarde.items()
    rij = tx.execute(_VRAAG.where(_v.wijk == wijk, _v[kolom] == gezocht)).one_or_none()
    return None if rij is None else Vraag(*rij)


def zet(tx: Connection, vraag_id: int, **velden: Any) -> None:
    """Set columns of one."""
    tx.execute(update(vraag).where(_v.id == vraag_id).values(**velden))


def zeg(tx: Connection, wijk: int, vraag_id: int, **velden: Any) -> None:
    """Add what was said."""
    tx.execute(insert(vraagbericht).values(wijk=wijk, vraag=vraag_id, **velden))
    zet(tx, vraag_id, laatst_op=velden["op"])


def berichten(tx: Connection, vraag_id: int) -> list[Bericht]:
    """Return what was said last in a thread, oldest first."""
    kolommen = [_b[naam] for naam in Bericht._fields]
    laatste = select(*kolommen).where(_b.vraag == vraag_id).order_by(_b.id.desc()).limit(MEEST_BERICHTEN)
    return [Bericht(*rij) for rij in reversed(tx.execute(laatste).all())]


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Vraag]:
    """Return the threads of a resident, in which something was said last first."""
    return [Vraag(*rij) for rij in tx.execute(_VRAAG.where(_v.bewoner == bewoner_id).order_by(_v.laatst_op.desc()))]


def open_van(tx: Connection, bewoner_id: int) -> int:
    """Return how many questions of a resident wait for an answer."""
    return tx.scalar(select(func.count()).where(_v.bewoner == bewoner_id, _v.staat == "open")) or 0


def open_aan_de_deur(tx: Connection, huis: int) -> int:
    """Return how many questions of who has no phone in a household wait for an answer."""
    heeft = select(account.c.id).where(account.c.bewoner == _v.bewoner).exists()
    alle = select(func.count()).select_from(vraag).join(bewoner, bewoner.c.id == _v.bewoner)
    return tx.scalar(alle.where(bewoner.c.huishouden == huis, ~heeft, _v.staat == "open")) or 0


def met_woorden(tx: Connection, bewoner_id: int, gezocht: str, kaal: Callable[[str], str]) -> int | None:
    """Return a thread of a resident, not done with, in which they wrote these words; None when there is none.

    Args:
        kaal: makes of a text what is compared.
    """
    eigen = select(_b.vraag, _b.tekst).join(vraag, _v.id == _b.vraag).order_by(_b.id.desc())
    rijen = tx.execute(eigen.where(_v.bewoner == bewoner_id, _v.staat != "klaar", _b.van == "bewoner"))
    return next((rij.vraag for rij in rijen if kaal(rij.tekst) == gezocht), None)


def wachtend(
    tx: Connection, wijk: int, groepen: Collection[str] | None, niet_van: int | None, hoeveel: int, sla_over: int = 0
) -> list[Vraag]:
    """Return what waits for an answer, what waits longest first.

    Args:
        groepen: publiek_ids of werkgroepen: only what is for their aanspreekpunt; None: all.
        niet_van: never the questions of this resident.
    """
    deze = _VRAAG.where(_v.wijk == wijk, _v.staat == "open").order_by(_v.open_sinds, _v.id)
    if groepen is not None:
        deze = deze.where(werkgroep.c.publiek_id.in_(groepen), ~_v.hoger)
    if niet_van is not None:
        deze = deze.where(_v.bewoner != niet_van)
    return [Vraag(*rij) for rij in tx.execute(deze.limit(hoeveel).offset(sla_over))]


def in_antwoord_op(tx: Connection, wijk: int, account: int, bericht_id: int, sleutels: Collection[str]) -> str | None:
    """Return under which of some keys a message of ours stands in someone's chat; None when under none."""
    deze = outbox.c.sleutel.in_(sleutels), outbox.c.account == account, outbox.c.bericht_id == bericht_id
    return tx.scalar(select(outbox.c.sleutel).where(outbox.c.wijk == wijk, *deze))


def recent(tx: Connection, wijk: int, hoeveel: int) -> list[tuple[str, int]]:
    """Return publiek_id and round of the threads in which something was said last."""
    deze = select(_v.publiek_id, _v.ronde).where(_v.wijk == wijk).order_by(_v.laatst_op.desc()).limit(hoeveel)
    return [(rij[0], rij[1]) for rij in tx.execute(deze)]


def trek_laatste_in(tx: Connection, vraag_id: int) -> bool:
    """Delete what was asked on since the last answer, and say whether there was an answer."""
    beantwoord = tx.scalar(select(func.max(_b.id)).where(_b.vraag == vraag_id, _b.van == "team"))
    if beantwoord is not None:
        tx.execute(delete(vraagbericht).where(_b.vraag == vraag_id, _b.id > beantwoord))
    return beantwoord is not None


def verwijder(tx: Connection, vraag_ids: Collection[int]) -> None:
    """Delete threads with all that was said in them."""
    tx.execute(delete(vraagbericht).where(_b.vraag.in_(vraag_ids)))
    tx.execute(delete(vraag).where(_v.id.in_(vraag_ids)))


def oud(tx: Connection, wijk: int, voor: datetime) -> list[int]:
    """Return the threads that wait for nothing and in which nothing was said since a moment."""
    return list(tx.scalars(select(_v.id).where(_v.wijk == wijk, _v.staat != "open", _v.laatst_op < voor)))


def bewaar_concept(tx: Connection, wijk: int, account: int, inhoud: dict[str, Any], op: datetime) -> None:
    """Keep what someone wrote and did not send, in the place of what was there."""
    neem_concept(tx, account)
    tx.execute(insert(vraagconcept).values(account=account, wijk=wijk, inhoud=inhoud, op=op))


def concept(tx: Connection, account: int) -> dict[str, Any] | None:
    """Return what someone wrote and did not send."""
    inhoud: dict[str, Any] | None = tx.scalar(select(vraagconcept.c.inhoud).where(vraagconcept.c.account == account))
    return inhoud


def neem_concept(tx: Connection, account: int) -> None:
    """Forget what someone wrote and did not send."""
    tx.execute(delete(vraagconcept).where(vraagconcept.c.account == account))


def vergeet_concepten(tx: Connection, voor: datetime) -> None:
    """Forget what was not sent since a moment."""
    tx.execute(delete(vraagconcept).where(vraagconcept.c.op < voor))
