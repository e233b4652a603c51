"""Making the report: first the log is brought up to date and its head signed, then all is gathered in short reads.

Nobody waits for it; a kill leaves the row that asks for it.
"""

import asyncio
import logging
import secrets
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from berichten import Toon
from bot import exporteren, verzegeling
from bot.errors import InvoerFout
from bot.services import rapport, tellen
from bot.services.handeling import publiek_id
from bot.services.rapportdelen import DELEN
from bot.storage import Database

log = logging.getLogger(__name__)


async def maak(database: Database, wijk: int, sleutel: Path, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Return all that the report holds, as JSON-able data, after its verdicts became a leaf under a signed head.

    After the closing no leaf is added: the outcome is the one of the closing.

    Args:
        sleutel: file of the secret key of the log.
        zone: the wijk's time zone, for the moments.

    Raises:
        InvoerFout: the key is lost, unreadable or another one.
    """
    await verzegeling.leg_tussenstand_vast(database, wijk, sleutel, now, zone)
    return await verzamel(database, wijk, now, zone)


async def verzamel(database: Database, wijk: int, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Return all that the report holds, with the last head that was signed."""
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


async def lever(database: Database, wijk: int, wekker_id: int, sleutel: Path, now: datetime, toon: Toon) -> None:
    """Make the report that someone asked for, and put it in the outbox.

    Without its key it has the last head that was signed, if there is one.
    """
    try:
        rapport_ = await maak(database, wijk, sleutel, now, toon.zone)
    except InvoerFout as fout:
        log.error("%s", fout)
        rapport_ = await verzamel(database, wijk, now, toon.zone)
    gemaakt = await asyncio.to_thread(rapport.zet, rapport_, toon)
    await database.write(wijk, rapport.lever, wijk, wekker_id, gemaakt, publiek_id(secrets.token_bytes(16)), now)
