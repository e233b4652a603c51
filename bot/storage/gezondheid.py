"""How the queues stand, for who watches the installation: numbers of messages and moments, nothing of people."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select, text

from bot.rules.pacing import Baan
from bot.storage.tables import outbox, wekker


class Wachtrij(NamedTuple):
    """How the outbox stands.

    Args:
        aantal: messages per state, but for what was sent: there are too many of those to count each time.
        oudste: per lane since when its first message could have gone; a lane in which nothing waits is not there.
    """

    aantal: dict[str, int]
    oudste: dict[Baan, datetime]


def wachtrij(tx: Connection, now: datetime) -> Wachtrij:
    """Return how the outbox stands.

    Args:
        now: the system's time.
    """
    # each condition stands word for word as in its index
    per_staat = {staat: text(f"staat = '{staat}'") for staat in ("wachtend", "bezig")}
    tel = select(func.count()).select_from(outbox)
    aantal = {staat: tx.scalar(tel.where(waar)) or 0 for staat, waar in per_staat.items()}
    mis = select(outbox.c.staat, func.count()).where(text("staat IN ('mislukt', 'onzeker')")).group_by(outbox.c.staat)
    aantal |= dict.fromkeys(("mislukt", "onzeker"), 0) | dict(tx.execute(mis).all())
    klaar = select(outbox.c.baan, func.min(outbox.c.niet_voor)).where(per_staat["wachtend"], outbox.c.niet_voor <= now)
    return Wachtrij(aantal, {Baan(baan): op for baan, op in tx.execute(klaar.group_by(outbox.c.baan))})


def te_laat(tx: Connection, now: datetime) -> datetime | None:
    """Return since when the first alarm is due that was not done yet; None when there is none."""
    eerste: datetime | None = tx.scalar(
        select(func.min(wekker.c.moment)).where(wekker.c.gedaan_op.is_(None), wekker.c.moment <= now)
    )
    return eerste
