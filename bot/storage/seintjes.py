"""Browsers that are told that there is something new, and of what they were not told yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, delete, insert, or_, select, update

from bot.storage import kapot
from bot.storage.tables import account, seintje, websessie, webstand

_MEESTE = 10
"""So many browsers of one account; the one that asked longest ago makes room."""


@dataclass(frozen=True)
class Plek:
    """Where a browser is reached, at the push service of its maker: its address, and what only it can read by."""

    adres: str
    punt: bytes
    geheim: bytes


@dataclass(frozen=True)
class Seintje:
    """A browser that was not told of all that is new.

    Args:
        taal: of its person, where they chose one.
        tot: version of the chat up to which it is told now.
        nieuw_op: when the last of that came, as people see it.
    """

    id: int
    plek: Plek
    taal: str | None
    tot: int
    nieuw_op: datetime
    pogingen: int


def zet(tx: Connection, sessie: str, plek: Plek) -> None:
    """Tell a browser from now on, at this address and no other; what is there already is no news.

    Args:
        sessie: public id of its session.
    """
    vraag = select(websessie.c.id, websessie.c.account).where(websessie.c.publiek_id == sessie)
    van = tx.execute(vraag).one()
    zo = seintje.c.sessie == van.id, seintje.c.adres == plek.adres, seintje.c.punt == plek.punt
    if tx.scalar(select(seintje.c.id).where(*zo, seintje.c.geheim == plek.geheim)) is not None:
        return  # its page says so each time that it opens
    tx.execute(delete(seintje).where(or_(seintje.c.sessie == van.id, seintje.c.adres == plek.adres)))
    eerder = select(seintje.c.id).where(seintje.c.account == van.account).order_by(seintje.c.id.desc())
    if te_veel := list(tx.scalars(eerder.offset(_MEESTE - 1))):
        tx.execute(delete(seintje).where(seintje.c.id.in_(te_veel)))
    stand = tx.scalar(select(webstand.c.nieuw).where(webstand.c.account == van.account)) or 0
    velden = {"sessie": van.id, "account": van.account, "geseind": stand}
    tx.execute(insert(seintje).values(**velden, adres=plek.adres, punt=plek.punt, geheim=plek.geheim))


def weg(tx: Connection, sessie: str) -> None:
    """Tell a browser no more."""
    deze = select(websessie.c.id).where(websessie.c.publiek_id == sessie)
    tx.execute(delete(seintje).where(seintje.c.sessie.in_(deze)))


def heeft(tx: Connection, sessie: str) -> bool:
    """Say whether a browser is told."""
    return tx.scalar(select(seintje.c.id).join(websessie).where(websessie.c.publiek_id == sessie)) is not None


def accounts_met(tx: Connection, accounts: Sequence[int]) -> set[int]:
    """Return which of some accounts have a browser that is told."""
    return set(tx.scalars(select(seintje.c.account).where(seintje.c.account.in_(accounts))))


def open_(tx: Connection, nu: datetime, hoogstens: int) -> list[Seintje]:
    """Return the browsers that were not told of what no page showed; that of the latest message first.

    Args:
        nu: of the system's time.
    """
    al = case((webstand.c.gezien > seintje.c.geseind, webstand.c.gezien), else_=seintje.c.geseind)
    s, mag_nu = seintje.c, or_(seintje.c.niet_voor.is_(None), seintje.c.niet_voor <= nu)
    vraag = (
        select(s.id, s.adres, s.punt, s.geheim, account.c.taal, webstand.c.nieuw, webstand.c.nieuw_op, s.pogingen)
        .join(webstand, webstand.c.account == s.account)
        .join(account, account.c.id == s.account)
        .where(webstand.c.nieuw > al, mag_nu)
        .order_by(webstand.c.nieuw_op.desc(), s.id)
    )
    return kapot.lees(tx, vraag, s.id, _seintje, hoogstens=hoogstens)


def _seintje(rij: Row[Any]) -> Seintje:
    plek = Plek(rij.adres, rij.punt, rij.geheim)
    return Seintje(rij.id, plek, rij.taal, rij.nieuw, rij.nieuw_op, rij.pogingen)


def geseind(tx: Connection, een: Seintje) -> None:
    """Note that a browser was told, or that we give up to tell it of this."""
    klaar = {"geseind": een.tot, "pogingen": 0, "niet_voor": None}
    tx.execute(update(seintje).where(*_deze(een)).values(klaar))


def later(tx: Connection, een: Seintje, niet_voor: datetime) -> None:
    """Let a browser be told later, after it could not be."""
    tx.execute(update(seintje).where(*_deze(een)).values(pogingen=een.pogingen + 1, niet_voor=niet_voor))


def verval(tx: Connection, een: Seintje) -> None:
    """Forget an address at which nobody is any more."""
    tx.execute(delete(seintje).where(*_deze(een)))


def _deze(een: Seintje) -> tuple[ColumnElement[bool], ...]:
    """Return which row it is: one that is gone may leave its id to a later one."""
    return seintje.c.id == een.id, seintje.c.adres == een.plek.adres
