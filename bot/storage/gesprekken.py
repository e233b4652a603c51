"""Where each conversation stands: in each wijk at most one form that a person is filling in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from bot.storage.tables import account, gesprek


@dataclass(frozen=True)
class Gesprek:
    """The open form of an account: its kind, the step it is at, and what was filled in."""

    soort: str
    stap: str
    data: dict[str, Any]


def open_gesprek(tx: Connection, wijk: int, account_id: int) -> Gesprek | None:
    """Return the open form of an account in a wijk."""
    rij = tx.execute(select(gesprek).where(_van(wijk, account_id))).one_or_none()
    return None if rij is None else Gesprek(rij.soort, rij.stap, rij.data)


def open_soort(tx: Connection, wijk: int, kanaal: str, extern_id: str) -> str | None:
    """Return the kind of form that someone's typed text belongs to in a wijk."""
    return tx.scalar(select(gesprek.c.soort).where(_van_wie(wijk, kanaal, extern_id)))


def laatste_wijk(tx: Connection, kanaal: str, extern_id: str) -> int | None:
    """Return in which wijk someone was filling in something last; None when nothing is open anywhere."""
    van_wie = account.c.kanaal == kanaal, account.c.extern_id == extern_id
    vraag = select(gesprek.c.wijk).join(account, account.c.id == gesprek.c.account).where(*van_wie)
    return tx.scalar(vraag.order_by(gesprek.c.volgorde.desc()).limit(1))


def zet(tx: Connection, wijk: int, account_id: int, nieuw: Gesprek) -> None:
    """Put the conversation in a wijk at a step, whatever was open there before."""
    hoogste = select(func.coalesce(func.max(gesprek.c.volgorde), 0) + 1).where(gesprek.c.account == account_id)
    waarden: dict[str, Any] = {"soort": nieuw.soort, "stap": nieuw.stap, "data": nieuw.data, "geweigerd_op": None}
    waarden["volgorde"] = hoogste.scalar_subquery()
    if tx.execute(update(gesprek).where(_van(wijk, account_id)).values(**waarden)).rowcount == 0:
        tx.execute(insert(gesprek).values(account=account_id, wijk=wijk, **waarden))


def geweigerd_op(tx: Connection, wijk: int, kanaal: str, extern_id: str) -> datetime | None:
    """Return when someone sent a long text that was refused where they are now."""
    moment: datetime | None = tx.scalar(select(gesprek.c.geweigerd_op).where(_van_wie(wijk, kanaal, extern_id)))
    return moment


def zet_geweigerd(tx: Connection, wijk: int, kanaal: str, extern_id: str, moment: datetime) -> None:
    """Remember that a long text was refused where someone is now."""
    tx.execute(update(gesprek).where(_van_wie(wijk, kanaal, extern_id)).values(geweigerd_op=moment))


def sluit(tx: Connection, wijk: int, account_id: int) -> None:
    """End the conversation in a wijk."""
    tx.execute(delete(gesprek).where(_van(wijk, account_id)))


def sluit_als(tx: Connection, wijk: int, account_id: int, soort: str) -> None:
    """End the conversation in a wijk when it is of this kind; any other goes on."""
    tx.execute(delete(gesprek).where(_van(wijk, account_id), gesprek.c.soort == soort))


def _van(wijk: int, account_id: int) -> ColumnElement[bool]:
    return and_(gesprek.c.account == account_id, gesprek.c.wijk == wijk)


def _van_wie(wijk: int, kanaal: str, extern_id: str) -> ColumnElement[bool]:
    wie = select(account.c.id).where(account.c.kanaal == kanaal, account.c.extern_id == extern_id)
    return and_(gesprek.c.account == wie.scalar_subquery(), gesprek.c.wijk == wijk)
