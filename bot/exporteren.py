"""Counting for the export in many short reads, so that nobody waits for it; a kill leaves the row that asks for it."""

import secrets
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.services import export, publicatie, tellen
from bot.services.handeling import publiek_id
from bot.services.publicatie import Geteld
from bot.services.tellen import Tellingen
from bot.storage import Database


async def tel(database: Database, wijk: int, now: datetime, zone: ZoneInfo) -> Tellingen:
    """Count everything that the export and the report hold, and publish what may be: the one write, a short one.

    Args:
        zone: the wijk's time zone, for the moments.
    """
    kader = await database.read(tellen.begin, wijk, now, zone)
    geteld: list[Geteld] = []
    for deel in tellen.DELEN:
        na: int | None = 0
        while na is not None:
            blok = await database.read(deel, kader, na)
            geteld += blok.onderdelen
            na = blok.verder
    uit = await database.write(wijk, publicatie.geef_uit, wijk, publicatie.te_publiceren(geteld), now)
    return tellen.voeg_samen(kader, geteld, uit)


async def lever(database: Database, wijk: int, wekker_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Make the counts that someone asked for, and put them in the outbox; the files are made when they go."""
    tellingen = await tel(database, wijk, now, zone)
    sleutel = publiek_id(secrets.token_bytes(16))
    await database.write(wijk, export.lever, wijk, wekker_id, tellingen, sleutel, now)
