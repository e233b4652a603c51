"""From what happens to the outbox: who gets a message now, by which lane, and what may not be said too often.

A kind of alarm that tells many people something gives its `Lading`; `bezorg` decides who gets it and when.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.config import Verzending
from bot.rules.pacing import Baan
from bot.rules.stilte import Stilte
from bot.storage import outbox, wekkers
from bot.storage.wekkers import Wekker

Onderwerp = Literal["bijeenkomsten", "peilingen", "raad", "werkgroepen", "buurt"]
"""What a resident can choose to hear about. `buurt`: anything else."""


@dataclass(frozen=True)
class Geval:
    """An alarm that went off, and under which circumstances.

    Args:
        now: the moment as people see it.
        zone: time zone of the wijk.
        verzending: how much residents may hear, and when.
    """

    wijk: int
    wekker: Wekker
    now: datetime
    zone: ZoneInfo
    verzending: Verzending

    @property
    def gaat_op(self) -> datetime:
        """When what is neither urgent nor an answer can go: now, or after the quiet hours."""
        return Stilte(self.verzending.stil_van, self.verzending.stil_tot).na(self.now, self.zone)


@dataclass(frozen=True)
class Lading:
    """A part of what goes to many: the next accounts in order, and what they hear.

    Args:
        boodschap: None when the moment has lost its sense.
        over: what it is about, where nobody asked for it; None for what people asked for or must know.
        niet_na: moment as people see it after which it makes no sense any more.
        uitzending: id of the broadcast that it is a part of.
        te_laat: nobody gets it because its moment has passed; staff see that in /planning.
    """

    naar: list[int]
    boodschap: Boodschap | None = None
    baan: Baan = Baan.UITZENDING
    over: Onderwerp | None = None
    niet_na: datetime | None = None
    uitzending: int | None = None
    te_laat: bool = False


NIETS = Lading([])
TE_LAAT = Lading([], te_laat=True)


def bezorg(tx: Connection, geval: Geval, lading: Lading) -> None:
    """Write a part of what goes to many in the outbox; what may have gone before a backup is held for staff."""
    if lading.boodschap is None:
        return
    sleutel = f"wekker:{geval.wekker.id}"
    outbox.schrijf(
        tx,
        geval.wijk,
        sleutel,
        lading.naar,
        lading.boodschap,
        baan=lading.baan,
        niet_na=lading.niet_na,
        uitzending=lading.uitzending,
        wekker=geval.wekker.id,
        ongevraagd_op=geval.now if lading.over else None,
    )
    if geval.wekker.afloop == wekkers.HERSTELD:
        outbox.houd_vast(tx, sleutel, lading.naar)
