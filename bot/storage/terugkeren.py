"""Who lost every device and was let back in, or could have been: by whom, and whether they came."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from bot.storage.tables import account, bewoner, terugkeer


@dataclass(frozen=True)
class Terugkeer:
    """A code that was given.

    Args:
        wijze: `deur` or `mail`.
        door: network and number of who of the team gave it.
    """

    wijze: str
    door: tuple[str, str] | None
    gegeven_op: datetime
    gebruikt_op: datetime | None
    geweigerd_op: datetime | None


def voeg_toe(tx: Connection, wijk: int, bewoner_id: int, wijze: str, gegeven_door: int | None, now: datetime) -> None:
    """Write down that a code was given."""
    velden = {"wijk": wijk, "bewoner": bewoner_id, "wijze": wijze, "gegeven_door": gegeven_door}
    tx.execute(insert(terugkeer).values(**velden, gegeven_op=now))


def gekomen(tx: Connection, bewoner_id: int, now: datetime) -> None:
    """Write down that a resident came back with the last code."""
    tx.execute(update(terugkeer).where(_laatste(bewoner_id)).values(gebruikt_op=now))


def geweigerd(tx: Connection, bewoner_id: int, now: datetime) -> None:
    """Write down that a resident says of the last code: that was not I."""
    tx.execute(update(terugkeer).where(_laatste(bewoner_id)).values(geweigerd_op=now))


def tel(tx: Connection, sinds: datetime, **van: int) -> int:
    """Count what was given since a moment, by one (`gegeven_door`) or to one (`bewoner`)."""
    vraag = select(func.count()).select_from(terugkeer).where(terugkeer.c.gegeven_op > sinds)
    return tx.scalar(vraag.filter_by(**van)) or 0


def bij(tx: Connection, huishouden_id: int, hoogstens: int) -> list[Terugkeer]:
    """Return what was given to who lives at an address, the last one first."""
    door = terugkeer.c.gegeven_door == account.c.id
    vraag = select(terugkeer, account.c.kanaal, account.c.extern_id).join(bewoner, bewoner.c.id == terugkeer.c.bewoner)
    vraag = vraag.outerjoin(account, door).where(bewoner.c.huishouden == huishouden_id, bewoner.c.tot.is_(None))
    rijen = tx.execute(vraag.order_by(terugkeer.c.id.desc()).limit(hoogstens))
    return [
        Terugkeer(
            rij.wijze,
            None if rij.gegeven_door is None else (rij.kanaal, rij.extern_id),
            rij.gegeven_op,
            rij.gebruikt_op,
            rij.geweigerd_op,
        )
        for rij in rijen
    ]


def sinds(tx: Connection, bewoner_id: int) -> datetime:
    """Return since when a resident is known here."""
    gevonden: datetime = tx.execute(select(bewoner.c.sinds).where(bewoner.c.id == bewoner_id)).scalar_one()
    return gevonden


def _laatste(bewoner_id: int) -> ColumnElement[bool]:
    van = select(func.max(terugkeer.c.id)).where(terugkeer.c.bewoner == bewoner_id)
    return terugkeer.c.id == van.scalar_subquery()
