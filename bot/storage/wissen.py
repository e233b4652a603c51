"""Erasing a person, as the map (`gegevenskaart`) says. Not here: who may ask for it, and what follows from it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, delete, select, update

from bot.storage import ideeen, inbox, stembiljetten, stemvellen, tekencodes
from bot.storage import tables as t
from bot.storage.gegevenskaart import KAART

GEWIST = "gewist"
"""The network of an account that was erased: a row without a person, so that what points to it stays whole."""

WEG: tuple[Column[int], ...] = tuple(
    kolom
    for tabel in reversed(t.metadata.sorted_tables)
    if not KAART[tabel.name].gewist
    for kolom in KAART[tabel.name].van_wie
)
"""Rows that go, by the column that says whose they are. With a vote in an open poll its ballot goes too;
of a closed one with names only the name."""


def waar(tx: Connection, account_id: int) -> int | None:
    """Return the wijk of the resident of an account, also of one who moved out."""
    vraag = select(t.bewoner.c.wijk).join(t.account, t.account.c.bewoner == t.bewoner.c.id)
    return tx.scalar(vraag.where(t.account.c.id == account_id))


def bewoner_van(tx: Connection, wijk: int, account_id: int) -> int | None:
    """Return the resident of an account in a wijk, also one who moved out."""
    vraag = select(t.bewoner.c.id).join(t.account, t.account.c.bewoner == t.bewoner.c.id)
    return tx.scalar(vraag.where(t.account.c.id == account_id, t.bewoner.c.wijk == wijk))


def is_gewist(tx: Connection, account_id: int) -> bool:
    """Say whether an account was erased."""
    return tx.scalar(select(t.account.c.kanaal).where(t.account.c.id == account_id)) == GEWIST


def accounts_van(tx: Connection, bewoner_id: int) -> list[int]:
    """Return all accounts of a resident."""
    return list(tx.scalars(select(t.account.c.id).where(t.account.c.bewoner == bewoner_id).order_by(t.account.c.id)))


def met_bewijs(tx: Connection, bewoners: Iterable[int]) -> set[int]:
    """Return about which of some residents anything was recorded."""
    vraag = select(t.bewijs_prive.c.bewoner).where(t.bewijs_prive.c.bewoner.in_(list(bewoners)))
    return {bewoner for bewoner in tx.scalars(vraag) if bewoner is not None}


def vergeet_bewoner(tx: Connection, wijk: int, bewoner_id: int, publiek_id: str, now: datetime) -> list[int]:
    """Forget all of a resident but the seat, which stays taken; return the meetings in which a place came free.

    Args:
        publiek_id: a fresh one, in the place of that by which they were known.
    """
    biljetten = _biljetten(tx, t.stemkoppeling.c.bewoner, bewoner_id)
    komend = select(t.aanmelding.c.bijeenkomst).join(t.bijeenkomst)
    vrij = list(tx.scalars(komend.where(t.aanmelding.c.bewoner == bewoner_id, t.bijeenkomst.c.begin > now)))
    stemvellen.vergeet(tx, bewoner_id)
    tekencodes.vergeet(tx, bewoner_id)
    ideeen.vergeet_bewoner(tx, bewoner_id)
    _verwijder(tx, "bewoner", bewoner_id)
    stembiljetten.verwijder_open(tx, biljetten)
    hier = t.plekvraag.c.bewoner == bewoner_id, t.plekvraag.c.staat == "open"
    tx.execute(update(t.plekvraag).where(*hier).values(staat=GEWIST))
    leeg = {"publiek_id": publiek_id, "sinds": now, "gewist": True}
    tx.execute(update(t.bewoner).where(t.bewoner.c.id == bewoner_id, t.bewoner.c.wijk == wijk).values(**leeg))
    return sorted(vrij)


def vergeet_verteld(tx: Connection, bewoner_id: int, now: datetime) -> list[int]:
    """Forget what a resident told, and that they would come; return the meetings in which a place came free."""
    van = accounts_van(tx, bewoner_id)
    for kolom in (kolom for een in KAART.values() if een.verteld for kolom in een.van_wie):
        tx.execute(delete(kolom.table).where(kolom == bewoner_id if kolom.name == "bewoner" else kolom.in_(van)))
    tx.execute(update(t.vraagstop).where(t.vraagstop.c.bewoner == bewoner_id).values(bezwaar=None))
    komend = select(t.bijeenkomst.c.id).where(t.bijeenkomst.c.begin > now)
    weg = delete(t.aanmelding).where(t.aanmelding.c.bewoner == bewoner_id, t.aanmelding.c.bijeenkomst.in_(komend))
    return sorted(tx.scalars(weg.returning(t.aanmelding.c.bijeenkomst)))


def vergeet_account(tx: Connection, account_id: int, vervanging: str) -> None:
    """Forget all of an account; an empty row stays.

    Args:
        vervanging: a fresh id, in the place of that on the chat network.
    """
    van = tx.execute(select(t.account.c.kanaal, t.account.c.extern_id).where(t.account.c.id == account_id)).one()
    biljetten = _biljetten(tx, t.stemkoppeling.c.account, account_id)
    _verwijder(tx, "account", account_id)
    stembiljetten.verwijder_open(tx, biljetten)
    tx.execute(delete(t.rol).where(t.rol.c.kanaal == van.kanaal, t.rol.c.extern_id == van.extern_id))
    inbox.vergeet(tx, van.kanaal, van.extern_id)
    leeg: dict[str, Any] = {
        "kanaal": GEWIST,
        "extern_id": vervanging,
        "bewoner": None,
        "taal": None,
        "bereikbaar": False,
    }
    leeg |= {"toestemming_versie": None, "toestemming_op": None, "los_sinds": None, "elders": False, "wismerk": None}
    leeg |= {"gekozen_wijk": None, "intrekkingen": 0}
    tx.execute(update(t.account).where(t.account.c.id == account_id).values(**leeg))


def _verwijder(tx: Connection, van: str, nummer: int) -> None:
    for kolom in WEG:
        if kolom.name == van:
            tx.execute(delete(kolom.table).where(kolom == nummer))


def _biljetten(tx: Connection, kolom: Column[int], nummer: int) -> list[bytes]:
    return list(tx.scalars(select(t.stemkoppeling.c.stembiljet).where(kolom == nummer)))
