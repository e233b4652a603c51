"""What went to the made-up people of a practice wijk: nobody got it, and who practises is told."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.storage.persoonlijk import PERSOONLIJK
from bot.storage.tables import account, outbox, uitzending

_ONDERWEG = ("wachtend", "bezig")


@dataclass(frozen=True)
class Gegaan:
    """A kind of message, to how many made-up people it went, and the row of one of them; None when that is emptied."""

    soort: str
    aantal: int
    een: int | None


def verzonnen(tx: Connection) -> list[str]:
    """Return who is made up and takes part, by extern_id: these are below zero."""
    vraag = select(account.c.extern_id).where(account.c.bewoner.is_not(None), account.c.extern_id.startswith("-"))
    return list(tx.scalars(vraag.order_by(account.c.id)))


def laatste(tx: Connection) -> int:
    """Return the last row of the outbox."""
    return tx.scalar(select(func.coalesce(func.max(outbox.c.id), 0))) or 0


def gegaan(tx: Connection, na: int, behalve: Collection[str]) -> tuple[list[Gegaan], int]:
    """Return what went since a row, and up to which row; nothing while some of it still goes.

    Args:
        behalve: extern_ids of who reads their own messages.
    """
    if tx.scalar(select(func.count()).where(outbox.c.id > na, outbox.c.staat.in_(_ONDERWEG))):
        return [], na
    hoeveel = func.count(outbox.c.account.distinct())
    vraag = (
        select(outbox.c.soort, hoeveel, func.max(outbox.c.id))
        .join(account, account.c.id == outbox.c.account)
        .where(outbox.c.id > na, outbox.c.staat == "verzonden", account.c.extern_id.not_in(behalve))
        .group_by(outbox.c.soort)
        .order_by(func.max(outbox.c.id))
    )
    rijen = [Gegaan(soort, aantal, None if soort in PERSOONLIJK else een) for soort, aantal, een in tx.execute(vraag)]
    return rijen, laatste(tx)


def boodschap(tx: Connection, nummer: int) -> Boodschap | None:
    """Return what a row of the outbox said; None when there is none, or it is emptied."""
    vraag = select(outbox.c.soort, outbox.c.data, uitzending.c.inhoud)
    vraag = vraag.outerjoin(uitzending, uitzending.c.id == outbox.c.uitzending)
    rij = tx.execute(vraag.where(outbox.c.id == nummer, outbox.c.soort.not_in(PERSOONLIJK))).one_or_none()
    return None if rij is None else Boodschap(rij.soort, {**(rij.inhoud or {}), **rij.data})
