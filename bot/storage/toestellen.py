"""Where a resident takes part: accounts on chat networks, browsers, and the code by which one comes to another."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.tables import account, seintje, toestelcode, websessie


@dataclass(frozen=True)
class Plek:
    """An account of a resident.

    Args:
        elders: what nobody asked for goes to another one.
    """

    id: int
    kanaal: str
    extern_id: str
    bereikbaar: bool
    elders: bool


def zet_code(tx: Connection, account_id: int, merk: bytes, verloopt_op: datetime) -> None:
    """Keep a code of an account, in place of the one before."""
    tx.execute(delete(toestelcode).where(toestelcode.c.account == account_id))
    tx.execute(insert(toestelcode).values(account=account_id, merk=merk, verloopt_op=verloopt_op))


def van_code(tx: Connection, merk: bytes, now: datetime) -> int | None:
    """Return whose code this is; None when there is none that works."""
    deze = toestelcode.c.merk == merk, toestelcode.c.verloopt_op > now
    return tx.scalar(select(toestelcode.c.account).where(*deze))


def gebruik_code(tx: Connection, account_id: int) -> None:
    """Let the code of an account work no more."""
    tx.execute(delete(toestelcode).where(toestelcode.c.account == account_id))


def ruim_op(tx: Connection, now: datetime) -> None:
    """Forget the codes that work no more."""
    tx.execute(delete(toestelcode).where(toestelcode.c.verloopt_op <= now))


def van(tx: Connection, account_id: int) -> list[Plek]:
    """Return the accounts of the person of an account: itself, and those of the same resident, the first one first."""
    bewoner = select(account.c.bewoner).where(account.c.id == account_id).scalar_subquery()
    van_wie = (account.c.id == account_id) | (account.c.bewoner == bewoner)
    kolommen = (account.c.id, account.c.kanaal, account.c.extern_id, account.c.bereikbaar, account.c.elders)
    return [Plek(*rij) for rij in tx.execute(select(*kolommen).where(van_wie).order_by(account.c.id))]


def hoor_op(tx: Connection, plekken: list[Plek], hier: int) -> None:
    """Let what nobody asked for go to one of a resident's accounts."""
    ids = [plek.id for plek in plekken]
    tx.execute(update(account).where(account.c.id.in_(ids)).values(elders=account.c.id != hier))


def verplaats_browsers(tx: Connection, van_account: int, naar: int) -> int:
    """Give the browsers of one account to another; return how many. Each asks again to be told of what is new there."""
    tx.execute(delete(seintje).where(seintje.c.account == van_account))
    bij = update(websessie).where(websessie.c.account == van_account).values(account=naar)
    return tx.execute(bij).rowcount
