"""A sender of the outbox over a Bot API that misbehaves, and messages for it."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select
from telegram import Bot

from berichten import Boodschap, Toon, kies_taal, vertaal
from bot.channels.beurten import Beurten
from bot.channels.netbestanden import Netbestanden
from bot.channels.onbegonnen import Onbegonnen
from bot.channels.sender import TelegramSender
from bot.channels.tijdvak import Tijdvakwacht
from bot.channels.uitgaand import OutboxSender
from bot.config import Verzending
from bot.rules.pacing import Baan, Grenzen
from bot.storage import Database, outbox
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_wijk
from tests.channels.conftest import tot

ZONE = ZoneInfo("Europe/Amsterdam")
EINDE = ("verzonden", "mislukt", "onzeker")
NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


class Klok:
    """The time of people: a morning on which it is not quiet, until it is moved."""

    def __init__(self, nu: datetime = NU) -> None:
        self.nu = nu

    def now(self) -> datetime:
        return self.nu


async def toon(wijk: int, extern_id: str, taal: str | None) -> Toon:
    return Toon(vertaal(kies_taal(taal)), ZONE, "https://t.me/GehoordBot")


WACHT = Tijdvakwacht(None, lambda stand: None)


def snel() -> Beurten:
    """Turns at a pace that no test waits for."""
    return Beurten(Grenzen.bij(1000))


def een_sender(
    database: Database,
    bot: Bot,
    kanaal: str = "telegram",
    beurten: Beurten | None = None,
    onbegonnen: Onbegonnen | None = None,
    eerder: Netbestanden | None = None,
) -> OutboxSender:
    beurten = beurten or snel()
    sender = TelegramSender(bot, beurten, eerder=eerder)
    onbegonnen = onbegonnen or Onbegonnen(Path(os.devnull))
    return OutboxSender(database, kanaal, sender, toon, WACHT, onbegonnen, beurten, Klok(), ZONE, Verzending())


@asynccontextmanager
async def draaiend(*senders: OutboxSender) -> AsyncIterator[None]:
    """Let senders drain the outbox while the block runs."""
    taken = [asyncio.create_task(sender.leeg()) for sender in senders]
    try:
        yield
    finally:
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)
        await asyncio.gather(*(sender.stop() for sender in senders))


def post(tx: Connection, hoeveel: int, taal: str = "nl") -> list[int]:
    wijk = een_wijk(tx)
    accounts = [een_account(tx, str(1000 + n), bewoner=een_bewoner(tx, wijk), taal=taal) for n in range(hoeveel)]
    outbox.schrijf(tx, wijk, "proef", accounts, Boodschap("mislukt"), baan=Baan.UITZENDING)
    return accounts


def snelheid(per_seconde: float) -> Beurten:
    """Turns at this rate, and otherwise as Telegram has it."""
    return Beurten(Grenzen(per_seconde))


async def rijen(database: Database) -> list[Any]:
    return await database.read(lambda tx: list(tx.execute(select(t.outbox).order_by(t.outbox.c.id))))


async def klaar(database: Database) -> bool:
    return all(rij.staat in EINDE for rij in await rijen(database))


async def stuur_een(database: Database, bot: Bot) -> Any:
    """Put one message in the outbox, let it go, and return its row when it has ended."""
    await database.write(1, post, 1)
    async with draaiend(een_sender(database, bot)):
        await tot(lambda: klaar(database))
    (rij,) = await rijen(database)
    assert rij.lease_tot is None
    return rij


async def ja(klopt: Callable[[], bool]) -> bool:
    return klopt()
