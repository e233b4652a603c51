"""Who asked to be reminded to register for speaking at a mijlpaal."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, select

from bot.rules.doelgroep import WIJK
from bot.storage import doelgroepen
from bot.storage.tables import account, inspreekwens


def heeft(tx: Connection, mijlpaal: int, account_id: int) -> bool:
    """Say whether someone asked for it."""
    vraag = select(inspreekwens.c.id).where(_van(mijlpaal, account_id))
    return tx.scalar(vraag) is not None


def zet(tx: Connection, wijk: int, mijlpaal: int, account_id: int) -> None:
    """Write down that someone asked for it; once is enough."""
    if not heeft(tx, mijlpaal, account_id):
        tx.execute(insert(inspreekwens).values(wijk=wijk, mijlpaal=mijlpaal, account=account_id))


def haal_weg(tx: Connection, mijlpaal: int, account_id: int) -> None:
    """Forget that someone asked for it."""
    tx.execute(delete(inspreekwens).where(_van(mijlpaal, account_id)))


def wie(tx: Connection, wijk: int, mijlpaal: int, na_account: int, hoeveel: int) -> list[int]:
    """Return, in order, the reachable residents above an account id who asked for it."""
    gevraagd = exists().where(_van(mijlpaal, account.c.id))
    return doelgroepen.accounts_van(tx, wijk, WIJK, na_account, hoeveel, gevraagd)


def onder(tx: Connection, mijlpaal: int, accounts: Sequence[int]) -> frozenset[int]:
    """Return which of some accounts asked for it."""
    vraag = select(inspreekwens.c.account).where(inspreekwens.c.mijlpaal == mijlpaal)
    return frozenset(tx.scalars(vraag.where(inspreekwens.c.account.in_(accounts))))


def vergeet(tx: Connection, mijlpaal: int) -> None:
    """Forget all of one that is over: who wanted to speak is nobody's business any more."""
    tx.execute(delete(inspreekwens).where(inspreekwens.c.mijlpaal == mijlpaal))


def van(tx: Connection, account_id: int) -> bool:
    """Say whether someone asked for it anywhere."""
    return tx.scalar(select(inspreekwens.c.id).where(inspreekwens.c.account == account_id).limit(1)) is not None


def _van(mijlpaal: int, account_id: int | ColumnElement[int]) -> ColumnElement[bool]:
    return (inspreekwens.c.mijlpaal == mijlpaal) & (inspreekwens.c.account == account_id)
