"""Peilingen, their options and ballots. What joins a ballot to its voter is a row of its own, gone at closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from bot.storage.tables import peiling, peiling_optie, stembiljet, stemkoppeling


@dataclass(frozen=True)
class Peiling:
    """A poll. Whether it is about the decision is fixed before the first vote."""

    id: int
    publiek_id: str
    vraag: str
    over_besluit: bool
    sluit_op: datetime
    gesloten_op: datetime | None


@dataclass(frozen=True)
class Optie:
    """One answer that can be chosen."""

    id: int
    publiek_id: str
    tekst: str


_KOLOMMEN = [peiling.c[naam] for naam in Peiling.__dataclass_fields__]
_ALLE = peiling_optie.alias()
_BIJ_OPTIE = (
    select(_ALLE.c.id, _ALLE.c.publiek_id, _ALLE.c.tekst, *_KOLOMMEN)
    .join_from(peiling_optie, peiling, peiling.c.id == peiling_optie.c.peiling)
    .join(_ALLE, _ALLE.c.peiling == peiling.c.id)
    .where(peiling.c.wijk == bindparam("w"), peiling_optie.c.publiek_id == bindparam("o"))
    .order_by(_ALLE.c.volgorde)
)
_OPTIES = (
    select(peiling_optie.c.id, peiling_optie.c.publiek_id, peiling_optie.c.tekst)
    .where(peiling_optie.c.peiling == bindparam("p"))
    .order_by(peiling_optie.c.volgorde)
)
_BILJET_VAN = (
    select(stemkoppeling.c.stembiljet)
    .where(stemkoppeling.c.peiling == bindparam("p"), stemkoppeling.c.bewoner == bindparam("b"))
    .scalar_subquery()
)
_KEUZE_VAN = (
    select(stembiljet.c.peiling_optie)
    .join(stemkoppeling, stemkoppeling.c.stembiljet == stembiljet.c.sleutel)
    .where(stemkoppeling.c.peiling == bindparam("p"), stemkoppeling.c.bewoner == bindparam("b"))
)
_WIJZIG = update(stembiljet).where(stembiljet.c.sleutel == _BILJET_VAN).values(peiling_optie=bindparam("naar"))
_BILJET = insert(stembiljet)
_KOPPELING = insert(stemkoppeling)


def voeg_toe(tx: Connection, wijk: int, opties: Sequence[tuple[str, str]], **velden: Any) -> int:
    """Add a poll with its options (publiek_id, tekst) and return its id."""
    nieuw: int = tx.execute(insert(peiling).values(wijk=wijk, **velden).returning(peiling.c.id)).scalar_one()
    rijen = [
        {"wijk": wijk, "peiling": nieuw, "volgorde": plaats, "publiek_id": publiek_id, "tekst": tekst}
        for plaats, (publiek_id, tekst) in enumerate(opties)
    ]
    tx.execute(insert(peiling_optie), rijen)
    return nieuw


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Peiling | None:
    """Return the poll of a wijk with this value in a column: `id=…` or `publiek_id=…`."""
    ((kolom, gezocht),) = waarde.items()
    vraag = select(*_KOLOMMEN).where(peiling.c.wijk == wijk, peiling.c[kolom] == gezocht)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Peiling(*rij)


def zoek_bij_optie(tx: Connection, wijk: int, optie: str) -> tuple[Peiling, list[Optie]] | None:
    """Return the poll that an option (by publiek_id) belongs to, with all its options in their order."""
    rijen = tx.execute(_BIJ_OPTIE, {"w": wijk, "o": optie}).all()
    return (Peiling(*rijen[0][3:]), [Optie(*rij[:3]) for rij in rijen]) if rijen else None


def opties(tx: Connection, peiling_id: int) -> list[Optie]:
    """Return the options of a poll in their order."""
    return [Optie(*rij) for rij in tx.execute(_OPTIES, {"p": peiling_id})]


def recente(tx: Connection, wijk: int, hoeveel: int) -> list[Peiling]:
    """Return the polls of a wijk, the one that closes last first."""
    vraag = select(*_KOLOMMEN).where(peiling.c.wijk == wijk).order_by(peiling.c.sluit_op.desc()).limit(hoeveel)
    return [Peiling(*rij) for rij in tx.execute(vraag)]


def stem(tx: Connection, wijk: int, peiling_id: int, bewoner: int, optie: int, sleutel: bytes) -> bool:
    """Cast a vote, or change the one that is there; return whether it is a first vote.

    Args:
        sleutel: 16 random bytes for a new ballot.
    """
    if tx.execute(_WIJZIG, {"p": peiling_id, "b": bewoner, "naar": optie}).rowcount:
        return False
    tx.execute(_BILJET, {"wijk": wijk, "sleutel": sleutel, "peiling": peiling_id, "peiling_optie": optie})
    tx.execute(_KOPPELING, {"wijk": wijk, "peiling": peiling_id, "bewoner": bewoner, "stembiljet": sleutel})
    return True


def keuze_van(tx: Connection, peiling_id: int, bewoner: int) -> int | None:
    """Return the option that a resident chose, while the poll is open."""
    return tx.scalar(_KEUZE_VAN, {"p": peiling_id, "b": bewoner})


def sluit(tx: Connection, peiling_id: int, now: datetime) -> None:
    """Close a poll and cut every ballot loose from its voter.

    The ballots are written anew, all at once and in the order of their keys: PostgreSQL keeps with each row which
    transaction wrote it, and the evidence of the same vote has the same.
    """
    nog_open = update(peiling).where(peiling.c.id == peiling_id, peiling.c.gesloten_op.is_(None))
    tx.execute(nog_open.values(gesloten_op=now))
    tx.execute(delete(stemkoppeling).where(stemkoppeling.c.peiling == peiling_id))
    van_peiling = stembiljet.c.peiling == peiling_id
    biljetten = tx.execute(select(stembiljet).where(van_peiling).order_by(stembiljet.c.sleutel)).mappings().all()
    if biljetten:
        tx.execute(delete(stembiljet).where(van_peiling))
        tx.execute(insert(stembiljet), [dict(biljet) for biljet in biljetten])


def tel(tx: Connection, peiling_id: int) -> dict[int, int]:
    """Count the ballots per option id."""
    vraag = select(stembiljet.c.peiling_optie, func.count()).where(stembiljet.c.peiling == peiling_id)
    return dict(tx.execute(vraag.group_by(stembiljet.c.peiling_optie)).all())
