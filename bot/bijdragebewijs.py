"""The proof that something stands in the log: all its leaves are read in short pages, so that nobody waits for it."""

import asyncio
import secrets
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.merkle import Boom, blad_hash
from bot.services import mijnbijdrage
from bot.services.handeling import publiek_id
from bot.storage import Database, bijdragen

BLOK = 10_000
"""So many leaves in one read."""


async def maak_pad(database: Database, wijk: int, nummer: int, grootte: int) -> list[str]:
    """Return the proof of inclusion of a leaf among the first so many, in hex, from the leaf upwards.

    Raises:
        ValueError: the log has fewer leaves than the head is over.
    """
    hashes: list[bytes] = []
    while len(hashes) < grootte:
        blok = await database.read(bijdragen.bladen, wijk, len(hashes), min(BLOK, grootte - len(hashes)))
        if not blok:
            raise ValueError(f"the log of wijk {wijk} has {len(hashes)} leaves, not {grootte}")
        hashes += [blad_hash(blad.encode()) for blad in blok]
    pad = await asyncio.to_thread(lambda: Boom(hashes).insluiting(nummer, grootte))
    return [hash_.hex() for hash_ in pad]


async def lever(database: Database, wijk: int, wekker_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Make the proof that someone asked for, and put it in the outbox; a kill leaves the row that asks for it."""
    gevraagd = await database.read(mijnbijdrage.te_bewijzen, wijk, wekker_id)
    nummer, hoofd = gevraagd or (0, None)
    pad = await maak_pad(database, wijk, nummer, hoofd.grootte) if hoofd else []
    sleutel = publiek_id(secrets.token_bytes(16))
    await database.write(wijk, mijnbijdrage.lever, wijk, wekker_id, hoofd, pad, sleutel, now)
