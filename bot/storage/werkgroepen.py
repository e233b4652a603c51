"""Werkgroepen of a wijk: who takes part and who leads them, what they say of themselves, and whom they look for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, func, insert, or_, select, update

from bot.storage.tables import account, kennismaking, rol, trekkernaam, werkgroep, werkgroeplid


@dataclass(frozen=True)
class Werkgroep:
    """A werkgroep, and whether the resident who asks takes part.

    Args:
        taal: the language of its omschrijving.
        gezocht: talents that none of its members named, as of the last look.
        eenzijdig: the one talent that nearly all of them named, and nothing else.
    """

    id: int
    publiek_id: str
    naam: str
    lid: bool
    omschrijving: str | None = None
    taal: str | None = None
    gezocht: tuple[str, ...] = ()
    eenzijdig: str | None = None


def _vraag(wijk: int, bewoner: int) -> Select[Any]:
    is_lid = exists().where(werkgroeplid.c.werkgroep == werkgroep.c.id, werkgroeplid.c.bewoner == bewoner)
    w = werkgroep.c
    vraag = select(w.id, w.publiek_id, w.naam, is_lid.label("lid"), w.omschrijving, w.taal, w.gezocht, w.eenzijdig)
    return vraag.where(w.wijk == wijk).order_by(w.id)


def _uit(rij: Any) -> Werkgroep:
    gezocht = tuple(rij.gezocht.split(",")) if rij.gezocht else ()
    return Werkgroep(
        rij.id, rij.publiek_id, rij.naam, bool(rij.lid), rij.omschrijving, rij.taal, gezocht, rij.eenzijdig
    )


def lijst(tx: Connection, wijk: int, bewoner: int) -> list[Werkgroep]:
    """Return the werkgroepen of a wijk as one resident sees them."""
    return [_uit(rij) for rij in tx.execute(_vraag(wijk, bewoner))]


def zoek(tx: Connection, wijk: int, publiek_id: str, bewoner: int = 0) -> Werkgroep | None:
    """Return one werkgroep of a wijk as one resident sees it."""
    rij = tx.execute(_vraag(wijk, bewoner).where(werkgroep.c.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else _uit(rij)


def zet(tx: Connection, werkgroep_id: int, **velden: Any) -> None:
    """Set columns of a werkgroep."""
    tx.execute(update(werkgroep).where(werkgroep.c.id == werkgroep_id).values(**velden))


def zet_lid(tx: Connection, wijk: int, werkgroep_id: int, bewoner: int, *, lid: bool) -> None:
    """Make a resident a member or not; the last word counts, however often it is said."""
    tx.execute(delete(werkgroeplid).where(werkgroeplid.c.werkgroep == werkgroep_id, werkgroeplid.c.bewoner == bewoner))
    if lid:
        tx.execute(insert(werkgroeplid).values(wijk=wijk, werkgroep=werkgroep_id, bewoner=bewoner))


def tel_leden(tx: Connection, werkgroep_id: int) -> int:
    """Count who takes part."""
    vraag = select(func.count()).select_from(werkgroeplid).where(werkgroeplid.c.werkgroep == werkgroep_id)
    return tx.scalar(vraag) or 0


def trekkers(tx: Connection, wijk: int, groep: Werkgroep) -> list[str | None]:
    """Return of each who leads a werkgroep the name by which they want to be shown; None when they want none."""
    naam = (trekkernaam.c.account == account.c.id) & (trekkernaam.c.werkgroep == groep.id)
    vraag = (
        select(trekkernaam.c.naam)
        .select_from(rol)
        .outerjoin(account, (account.c.kanaal == rol.c.kanaal) & (account.c.extern_id == rol.c.extern_id))
        .outerjoin(trekkernaam, naam)
        .where(rol.c.wijk == wijk, rol.c.rol == "trekker", rol.c.bereik == groep.publiek_id)
    )
    return list(tx.scalars(vraag.order_by(rol.c.id)))


def trekkernaam_van(tx: Connection, werkgroep_id: int, account_id: int) -> str | None:
    """Return the name by which someone is shown as who leads a werkgroep."""
    deze = trekkernaam.c.werkgroep == werkgroep_id, trekkernaam.c.account == account_id
    return tx.scalar(select(trekkernaam.c.naam).where(*deze))


def zet_trekkernaam(tx: Connection, wijk: int, werkgroep_id: int, account_id: int, naam: str | None) -> None:
    """Show who leads a werkgroep by a name, or by none any more."""
    deze = trekkernaam.c.werkgroep == werkgroep_id, trekkernaam.c.account == account_id
    tx.execute(delete(trekkernaam).where(*deze))
    if naam is not None:
        nieuw = {"wijk": wijk, "werkgroep": werkgroep_id, "account": account_id, "naam": naam}
        tx.execute(insert(trekkernaam).values(**nieuw))


def lang_niet_bekeken(tx: Connection, wijk: int, voor: date) -> list[Werkgroep]:
    """Return the werkgroepen of whose talents nobody took stock since a day."""
    oud = or_(werkgroep.c.gekeken_op.is_(None), werkgroep.c.gekeken_op <= voor)
    return [_uit(rij) for rij in tx.execute(_vraag(wijk, 0).where(oud))]


def talenten(tx: Connection, werkgroep_id: int) -> list[list[str]]:
    """Return, of each member who named some, the talents that they named; not whose they are."""
    vraag = (
        select(kennismaking.c.antwoord)
        .join(werkgroeplid, werkgroeplid.c.bewoner == kennismaking.c.bewoner)
        .where(werkgroeplid.c.werkgroep == werkgroep_id)
        .where(kennismaking.c.vraag == "talent", kennismaking.c.antwoord.is_not(None))
    )
    return [antwoord.split(",") for antwoord in tx.scalars(vraag) if antwoord]


def vul_aan(tx: Connection, wijk: int, namen: Iterable[tuple[str, str]]) -> None:
    """Add the werkgroepen (naam, publiek_id) that the wijk does not have yet."""
    bekend = set(tx.scalars(select(werkgroep.c.naam).where(werkgroep.c.wijk == wijk)))
    for naam, publiek_id in namen:
        if naam not in bekend:
            tx.execute(insert(werkgroep).values(wijk=wijk, publiek_id=publiek_id, naam=naam))
