"""Who was asked once more to vote in a poll that is open. Gone when it closes: it says who had not voted."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from bot.storage.tables import aansporing


def gehad(tx: Connection, peiling_id: int, accounts: Sequence[int]) -> set[int]:
    """Return which of some accounts were asked once more."""
    vraag = select(aansporing.c.account).where(aansporing.c.peiling == peiling_id)
    return set(tx.scalars(vraag.where(aansporing.c.account.in_(accounts))))


def noteer(tx: Connection, wijk: int, peiling_id: int, accounts: Sequence[int]) -> None:
    """Remember that these accounts were asked once more; none of them was before."""
    if accounts:
        tx.execute(insert(aansporing), [{"wijk": wijk, "peiling": peiling_id, "account": naar} for naar in accounts])
