"""Where each conversation stands: at most one form that a person is filling in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, ScalarSelect, delete, insert, select, update

from bot.storage.tables import account, gesprek


@dataclass(frozen=True)
class Gesprek:
    """The open form of an account: its kind, the step it is at, and what was filled in."""

    soort: str
    stap: str
    data: dict[str, Any]


def open_gesprek(tx: Connection, account_id: int) -> Gesprek | None:
    """Return the open form of an account."""
    rij = tx.execute(select(gesprek).where(gesprek.c.account == account_id)).one_or_none()
    return None if rij is None else Gesprek(rij.soort, rij.stap, rij.data)


def open_soort(tx: Connection, kanaal: str, extern_id: str) -> str | None:
    """Return the kind of form that someone's typed text belongs to."""
    van_wie = (account.c.kanaal == kanaal) & (account.c.extern_id == extern_id)
    return tx.scalar(select(gesprek.c.soort).join(account, account.c.id == gesprek.c.account).where(van_wie))


def zet(tx: Connection, account_id: int, nieuw: Gesprek) -> None:
    """Put the conversation at a step, whatever was open before."""
    waarden = {"soort": nieuw.soort, "stap": nieuw.stap, "data": nieuw.data, "geweigerd_op": None}
    if tx.execute(update(gesprek).where(gesprek.c.account == account_id).values(**waarden)).rowcount == 0:
        tx.execute(insert(gesprek).values(account=account_id, **waarden))


def geweigerd_op(tx: Connection, kanaal: str, extern_id: str) -> datetime | None:
    """Return when someone sent a long text that was refused where they are now."""
    vraag = select(gesprek.c.geweigerd_op).where(gesprek.c.account == _account(kanaal, extern_id))
    moment: datetime | None = tx.scalar(vraag)
    return moment


def zet_geweigerd(tx: Connection, kanaal: str, extern_id: str, moment: datetime) -> None:
    """Remember that a long text was refused where someone is now."""
    deze = gesprek.c.account == _account(kanaal, extern_id)
    tx.execute(update(gesprek).where(deze).values(geweigerd_op=moment))


def _account(kanaal: str, extern_id: str) -> ScalarSelect[int]:
    van_wie = account.c.kanaal == kanaal, account.c.extern_id == extern_id
    return select(account.c.id).where(*van_wie).scalar_subquery()


def sluit(tx: Connection, account_id: int) -> None:
    """End the conversation."""
    tx.execute(delete(gesprek).where(gesprek.c.account == account_id))


def sluit_als(tx: Connection, account_id: int, soort: str) -> None:
    """End the conversation when it is of this kind; any other goes on."""
    tx.execute(delete(gesprek).where(gesprek.c.account == account_id, gesprek.c.soort == soort))
