"""The proof that something stands in the log: read in one short transaction, written in another."""

import secrets
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.services import bewijslog, mijnbijdrage
from bot.services.handeling import publiek_id
from bot.storage import Database


async def lever(database: Database, wijk: int, wekker_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Make the proof that someone asked for, and put it in the outbox; a kill leaves the row that asks for it."""
    gevraagd = await database.read(mijnbijdrage.te_bewijzen, wijk, wekker_id)
    nummer, hoofd = gevraagd or (0, None)
    pad = await database.read(bewijslog.pad, wijk, nummer, hoofd.grootte) if hoofd else []
    sleutel = publiek_id(secrets.token_bytes(16))
    await database.write(wijk, mijnbijdrage.lever, wijk, wekker_id, hoofd, pad, sleutel, now)
