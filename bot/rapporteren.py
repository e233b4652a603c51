"""Gathering the report in many short reads, so that nobody waits for it; a kill leaves the row that asks for it."""

import secrets
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot import exporteren
from bot.services import rapport, tellen
from bot.services.handeling import publiek_id
from bot.services.rapportdelen import DELEN
from bot.storage import Database


async def verzamel(database: Database, wijk: int, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Return all that the report holds, as JSON-able data.

    Args:
        zone: the wijk's time zone, for the moments.
    """
    tellingen = await exporteren.tel(database, wijk, now, zone)
    kader = await database.read(tellen.begin, wijk, now, zone)
    delen: dict[str, list[dict[str, Any]]] = {}
    for naam, lees in DELEN.items():
        rijen = delen.setdefault(naam, [])
        na: int | None = 0
        while na is not None:
            blok = await database.read(lees, kader, na)
            rijen += blok.rijen
            na = blok.verder
    return {"tellingen": tellingen.als_json(), "delen": delen}


async def lever(database: Database, wijk: int, wekker_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Make the report that someone asked for, and put it in the outbox; the PDF is made when it goes."""
    gemaakt = await verzamel(database, wijk, now, zone)
    sleutel = publiek_id(secrets.token_bytes(16))
    await database.write(wijk, rapport.lever, wijk, wekker_id, gemaakt, sleutel, now)
