"""Polls for a school or vereniging, each beside one of the residents; and forgetting who answered there.

Who answers there is an account that is nobody here. It counts once; when its poll closes nothing is left of it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Row, delete, exists, func, or_, select

from bot.storage import inbox
from bot.storage.tables import (
    account,
    metadata,
    peiling,
    rol,
    seintje,
    stembiljet,
    stemconcept,
    stemkoppeling,
    webbericht,
    webbestand,
    websessie,
    webstand,
)

_CHAT = seintje, websessie, webstand, webbericht, webbestand
"""What belongs to a chat in the browser: with it somebody is still nobody here, and it goes along."""
_TEGELIJK = 500
"""So many accounts are looked up at once."""


class School(NamedTuple):
    """A link, as staff see it; `biljetten` is exact and shown to nobody."""

    id: int
    publiek_id: str
    naam: str
    sluit_op: datetime
    gesloten_op: datetime | None
    ingetrokken: bool
    biljetten: int


def naast(tx: Connection, peiling_id: int) -> list[School]:
    """Return the links beside a poll, the oldest first."""
    p = peiling.c
    hoeveel = select(func.count()).where(stembiljet.c.peiling == p.id).scalar_subquery()
    vraag = select(p.id, p.publiek_id, p.school, p.sluit_op, p.gesloten_op, p.ingetrokken, hoeveel)
    return [School(*rij) for rij in tx.execute(vraag.where(p.naast == peiling_id).order_by(p.id))]


def open_naast(tx: Connection, peiling_id: int) -> list[int]:
    """Return the ids of the links beside a poll that are not closed."""
    deze = peiling.c.naast == peiling_id, peiling.c.gesloten_op.is_(None)
    return list(tx.scalars(select(peiling.c.id).where(*deze).order_by(peiling.c.id)))


def leerlingen(tx: Connection, peiling_id: int) -> list[int]:
    """Return the accounts that have something in a poll for a school; of another poll none."""
    if tx.scalar(select(peiling.c.naast).where(peiling.c.id == peiling_id)) is None:
        return []
    van = [select(t.c.account).where(t.c.peiling == peiling_id) for t in (stemkoppeling, stemconcept)]
    return sorted({wie for vraag in van for wie in tx.scalars(vraag) if wie is not None})


def van_account(tx: Connection, wijk: int, account_id: int) -> list[tuple[str, str, datetime]]:
    """Return the open polls for a school in which an account has something: the school, the question, until when."""
    p = peiling.c
    van = [select(tabel.c.peiling).where(tabel.c.account == account_id) for tabel in (stemkoppeling, stemconcept)]
    deze = p.wijk == wijk, p.naast.is_not(None), p.gesloten_op.is_(None), or_(*(p.id.in_(hun) for hun in van))
    return [
        (rij[0], rij[1], rij[2])
        for rij in tx.execute(select(p.school, p.vraag, p.sluit_op).where(*deze).order_by(p.id))
    ]


def vergeet(tx: Connection, accounts: Sequence[int]) -> None:
    """Delete those of some accounts that are nobody here: without a home, a role, and anything that points to them."""
    for na in range(0, len(accounts), _TEGELIJK):
        for van in _niemand(tx, accounts[na : na + _TEGELIJK]):
            inbox.vergeet(tx, van.kanaal, van.extern_id)
            for tabel in _CHAT:
                tx.execute(delete(tabel).where(tabel.c.account == van.id))
            tx.execute(delete(account).where(account.c.id == van.id))


def _niemand(tx: Connection, accounts: Sequence[int]) -> list[Row[int, str, str]]:
    """Return which of some accounts are nobody here; each table is looked through once for all of them."""
    met_rol = exists().where(rol.c.kanaal == account.c.kanaal, rol.c.extern_id == account.c.extern_id)
    vraag = select(account.c.id, account.c.kanaal, account.c.extern_id)
    gevonden = tx.execute(vraag.where(account.c.id.in_(accounts), account.c.bewoner.is_(None), ~met_rol)).all()
    anders = [t for t in metadata.tables.values() if t not in _CHAT]
    wijzen = [kolom for t in anders for kolom in t.columns if kolom.references(account.c.id)]
    nog = {van.id for van in gevonden}
    for kolom in wijzen:
        nog -= set(tx.scalars(select(kolom).where(kolom.in_(nog)).distinct()))
    return [van for van in gevonden if van.id in nog]
