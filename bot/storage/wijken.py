"""The wijk of an installation."""

from sqlalchemy import Connection, insert, select, update

from bot.storage.tables import klok, wijk


def zoek(tx: Connection) -> int | None:
    """Return the id of the wijk, None when nothing was set up yet."""
    return tx.scalar(select(wijk.c.id))


def naam(tx: Connection, wijk_id: int) -> str:
    """Return the name of a wijk."""
    gevonden: str = tx.execute(select(wijk.c.naam).where(wijk.c.id == wijk_id)).scalar_one()
    return gevonden


def zorg_voor(tx: Connection, naam: str, publiek_id: str) -> int:
    """Return the id of the wijk, made or renamed as needed; also see to it that the demo's clock has its row."""
    if tx.scalar(select(klok.c.id)) is None:
        tx.execute(insert(klok).values(verzet_seconden=0))
    bekend = zoek(tx)
    if bekend is not None:
        tx.execute(update(wijk).where(wijk.c.id == bekend).values(naam=naam))
        return bekend
    nieuw: int = tx.execute(insert(wijk).values(naam=naam, publiek_id=publiek_id).returning(wijk.c.id)).scalar_one()
    return nieuw
