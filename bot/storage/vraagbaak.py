"""Answers to what people asked, and which of them everyone may read: the vraagbaak. Who asked does not stand in it."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from bot.storage import accounts
from bot.storage.tables import bijeenkomst, vraagbaak

_k = vraagbaak.c


class Antwoord(NamedTuple):
    """An answer.

    Args:
        bijeenkomst: id of the meeting at which it was asked, None: at none. `titel` is its name and
            `begin` its moment, when it was for the whole wijk: else not everyone knows of it.
        vraag: as everyone reads it; None as long as nobody wrote that down.
        gegeven: the answer as who asked got it; None when nobody asked.
        antwoord: the answer as everyone reads it.
        hoe: `zaal`: given in the room; `later`.
        aantal: how many people asked.
    """

    id: int
    publiek_id: str
    bijeenkomst: int | None
    titel: str | None
    begin: datetime | None
    vraag: str | None
    gegeven: str | None
    antwoord: str
    hoe: str
    aantal: int
    gepubliceerd_op: datetime | None
    taal: str = "nl"


_VAN_BIJEENKOMST = ("titel", "begin")
_VRAAG = select(
    *(bijeenkomst.c[naam] if naam in _VAN_BIJEENKOMST else _k[naam] for naam in Antwoord._fields)
).outerjoin_from(vraagbaak, bijeenkomst, (bijeenkomst.c.id == _k.bijeenkomst) & (bijeenkomst.c.doelgroep == "wijk"))


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Keep an answer and return its id."""
    rij = insert(vraagbaak).values({"wijk": wijk, "taal": accounts.taal_van(velden["gemaakt_door"]), **velden})
    nieuw: int = tx.execute(rij.returning(_k.id)).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Antwoord | None:
    """Return the answer of a wijk with this value in a column, `publiek_id=…` or `id=…`."""
    ((kolom, gezocht),) = waarde.items()
    rij = tx.execute(_VRAAG.where(_k.wijk == wijk, _k[kolom] == gezocht)).one_or_none()
    return None if rij is None else Antwoord(*rij)


def zet(tx: Connection, antwoord_id: int, **velden: Any) -> None:
    """Set columns of one."""
    tx.execute(update(vraagbaak).where(_k.id == antwoord_id).values(**velden))


def openbaar(tx: Connection, wijk: int, hoeveel: int, sla_over: int = 0) -> list[Antwoord]:
    """Return what everyone may read, what was published last first."""
    vraag = _VRAAG.where(_k.wijk == wijk, _k.gepubliceerd_op.is_not(None))
    vraag = vraag.order_by(_k.gepubliceerd_op.desc(), _k.id.desc()).limit(hoeveel).offset(sla_over)
    return [Antwoord(*rij) for rij in tx.execute(vraag)]


def nog_niet(tx: Connection, wijk: int, hoeveel: int, sla_over: int = 0) -> list[Antwoord]:
    """Return what was answered and nobody published, oldest first."""
    vraag = _VRAAG.where(_k.wijk == wijk, _k.gepubliceerd_op.is_(None)).order_by(_k.id)
    return [Antwoord(*rij) for rij in tx.execute(vraag.limit(hoeveel).offset(sla_over))]


def tel_nog_niet(tx: Connection, wijk: int) -> int:
    """Return how much was answered and nobody published."""
    return tx.scalar(select(func.count()).where(_k.wijk == wijk, _k.gepubliceerd_op.is_(None))) or 0
