"""Which poll came in the place of which, when one changed while it was open."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from bot.storage.tables import peiling


def opvolger(tx: Connection, peiling_id: int) -> str | None:
    """Return the public id of the version that came in the place of a poll, None when none did."""
    return tx.scalar(select(peiling.c.publiek_id).where(peiling.c.vervangt == peiling_id))


def vervangen(tx: Connection, peilingen: Collection[int]) -> frozenset[int]:
    """Return those of some polls in the place of which a new version came."""
    gevonden = tx.scalars(select(peiling.c.vervangt).where(peiling.c.vervangt.in_(peilingen)))
    return frozenset(nummer for nummer in gevonden if nummer is not None)


def publiek_id(tx: Connection, peiling_id: int) -> str:
    """Return the public id of a poll."""
    gevonden: str = tx.execute(select(peiling.c.publiek_id).where(peiling.c.id == peiling_id)).scalar_one()
    return gevonden
