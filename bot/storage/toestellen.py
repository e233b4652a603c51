"""Where a resident takes part: accounts on chat networks, browsers, and the code by which one comes to another."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

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


@dataclass(frozen=True)
class Code:
    """A code that works.

    Args:
        account: that goes on elsewhere with it.
        wijze: `zelf` when they made it where they take part; `deur` or `mail` when they had lost that.
        gegeven_door: account of who of the team gave it.
    """

    account: int
    wijze: str
    gegeven_door: int | None


def zet_code(tx: Connection, code: Code, merk: bytes, verloopt_op: datetime) -> None:
    """Keep a code of an account, in place of the one before."""
    gebruik_code(tx, code.account)
    tx.execute(insert(toestelcode).values(**asdict(code), merk=merk, verloopt_op=verloopt_op))


def van_code(tx: Connection, merk: bytes, now: datetime) -> Code | None:
    """Return whose code this is; None when there is none that works."""
    van = select(toestelcode.c.account, toestelcode.c.wijze, toestelcode.c.gegeven_door)
    rij = tx.execute(van.where(toestelcode.c.merk == merk, toestelcode.c.verloopt_op > now)).one_or_none()
    return None if rij is None else Code(*rij)


def gebruik_code(tx: Connection, account_id: int) -> None:
    """Let the code of an account work no more."""
    tx.execute(delete(toestelcode).where(toestelcode.c.account == account_id))


def trek_gegeven_in(tx: Connection, accounts: Sequence[int]) -> bool:
    """Let what was given to who lost every device work no more, and say whether there was any."""
    gegeven = toestelcode.c.account.in_(accounts), toestelcode.c.wijze != "zelf"
    return bool(tx.execute(delete(toestelcode).where(*gegeven)).rowcount)


def mis(tx: Connection, account_id: int, hoogstens: int) -> None:
    """Count a wrong letter with the code of an account; after so many it works no more."""
    deze = toestelcode.c.account == account_id
    tx.execute(update(toestelcode).where(deze).values(missers=toestelcode.c.missers + 1))
    tx.execute(delete(toestelcode).where(deze, toestelcode.c.missers >= hoogstens))


def ruim_op(tx: Connection, now: datetime) -> None:
    """Forget the codes that work no more."""
    tx.execute(delete(toestelcode).where(toestelcode.c.verloopt_op <= now))


def van(tx: Connection, account_id: int) -> list[Plek]:
    """Return the accounts of the person of an account: itself, and those of the same resident, the first one first."""
    bewoner = select(account.c.bewoner).where(account.c.id == account_id).scalar_subquery()
    return _plekken(tx, (account.c.id == account_id) | (account.c.bewoner == bewoner))


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Plek]:
    """Return the accounts of a resident, the first one first."""
    return _plekken(tx, account.c.bewoner == bewoner_id)


def hoor_op(tx: Connection, plekken: list[Plek], hier: int) -> None:
    """Let what nobody asked for go to one of a resident's accounts."""
    ids = [plek.id for plek in plekken]
    tx.execute(update(account).where(account.c.id.in_(ids)).values(elders=account.c.id != hier))


def verplaats_browsers(tx: Connection, van_account: int, naar: int) -> int:
    """Give the browsers of one account to another; return how many. Each asks again to be told of what is new there."""
    tx.execute(delete(seintje).where(seintje.c.account == van_account))
    bij = update(websessie).where(websessie.c.account == van_account).values(account=naar, bevestigd_tot=None)
    return tx.execute(bij).rowcount


def _plekken(tx: Connection, van_wie: ColumnElement[bool]) -> list[Plek]:
    kolommen = (account.c.id, account.c.kanaal, account.c.extern_id, account.c.bereikbaar, account.c.elders)
    return [Plek(*rij) for rij in tx.execute(select(*kolommen).where(van_wie).order_by(account.c.id))]
