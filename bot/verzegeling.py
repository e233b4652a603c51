"""The log is numbered in short transactions and its head signed: nightly, and when something asks for it.

Here is the secret key, beside the database: no service needs it. A kill anywhere leaves what the next run goes on with.
"""

import logging
import os
import re
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.errors import InvoerFout
from bot.rules import ijkpunt
from bot.services import afdruk, bewijslog, uitslagblad
from bot.storage import Database, telt
from bot.storage import bewijslog as opslag

log = logging.getLogger(__name__)

_DEEL = 2_000
"""So many leaves at most get their number in one transaction."""
_LEES_BLOK = 50_000


async def verzegel(database: Database, wijk: int, bestand: Path, now: datetime, zone: ZoneInfo) -> None:
    """Bring the log up to date and sign its head.

    Args:
        bestand: of the secret key.

    Raises:
        InvoerFout: the key is lost, unreadable or another one; the head waits for it.
    """
    await werk_bij(database, wijk)
    await database.write(wijk, bewijslog.maak_ijkpunt, wijk, now, zone)
    await teken(database, wijk, bestand)


async def leg_uitslag_vast(database: Database, wijk: int, bestand: Path, now: datetime, zone: ZoneInfo) -> None:
    """Append how the conditions stand, and sign the head over it.

    Raises:
        InvoerFout: the key is lost, unreadable or another one; the head waits for it.
    """
    await werk_bij(database, wijk)
    zaad = secrets.token_bytes(32)
    await database.write(wijk, uitslagblad.leg_uitslag_vast, wijk, now, zone, zaad)
    await teken(database, wijk, bestand)


async def nacht(database: Database, wijk: int, bestand: Path, now: datetime, zone: ZoneInfo) -> None:
    """Do what the alarm asks for, and set the next. Without its key the log goes on, and its heads wait."""
    try:
        await verzegel(database, wijk, bestand, now, zone)
    except InvoerFout as fout:
        log.error("%s", fout)
    await database.write(wijk, bewijslog.klaar, wijk, now, zone)


async def werk_bij(database: Database, wijk: int) -> None:
    """Write down who counts, and number all leaves, in an order that says nothing about who did what when."""
    regels, na = await database.read(bewijslog.telregels, wijk), 0
    while regels and (bereik := await database.read(telt.volgend_bereik, wijk, na, bewijslog.BLOK)):
        if await database.read(bewijslog.verschilt, regels, bereik):  # most nights, at most addresses: no writer waits
            await database.write(wijk, bewijslog.werk_bij, regels, bereik, secrets.token_bytes(32))
        na = bereik.tot
    rijen: list[int] = []
    while blok := await database.read(opslag.ongenummerd, wijk, rijen[-1] if rijen else 0, _LEES_BLOK):
        rijen += blok
    for deel in _delen(rijen):
        secrets.SystemRandom().shuffle(deel)
        await database.write(wijk, bewijslog.nummer, wijk, deel)


def _delen(rijen: list[int]) -> Iterator[list[int]]:
    """Split what a night numbers into parts of nearly the same size, each mixed within itself.

    Most nights are one part. Of a large log each part still has so many that a place in it tells nothing, while rows
    that lie together are written together.
    """
    hoeveel = -(-len(rijen) // _DEEL)
    for deel in range(hoeveel):
        yield rijen[len(rijen) * deel // hoeveel : len(rijen) * (deel + 1) // hoeveel]


async def teken(database: Database, wijk: int, bestand: Path) -> None:
    """Sign the heads that wait for it.

    Raises:
        InvoerFout: the key is lost, unreadable or another one.
    """
    wachtend = await database.read(opslag.ongetekend, wijk)
    bekend = await database.read(opslag.sleutel, wijk)
    if not wachtend and bekend is None:
        return
    geheim = lees_sleutel(bestand, bekend)
    if bekend is None:
        lees_sleutel(bestand, await database.write(wijk, opslag.zet_sleutel, wijk, _publiek(geheim)))
    notities = [(hoofd.id, ijkpunt.teken(hoofd.ijkpunt, geheim)) for hoofd in wachtend]
    await database.write(wijk, opslag.teken, notities)


def lees_sleutel(bestand: Path, publiek: bytes | None) -> bytes:
    """Return the secret key of the log, 32 bytes; it is made when the log has none yet.

    Args:
        bestand: 64 hexadecimal characters; only the owner may read it.
        publiek: the public key that the database knows, None while it knows none.

    Raises:
        InvoerFout: the key is lost, unreadable or another one.
    """
    try:
        tekst = bestand.read_text("ascii").strip()
    except FileNotFoundError:
        if publiek is not None:
            mend = "zet de reservekopie terug: zonder dit bestand krijgt het bewijs geen handtekening meer"
            raise InvoerFout(f"{bestand}: de sleutel van het bewijs is weg; {mend}") from None
        return _maak_sleutel(bestand)
    except (OSError, UnicodeDecodeError) as fout:
        raise InvoerFout(f"{bestand}: kan de sleutel van het bewijs niet lezen ({fout})") from None
    if not re.fullmatch("[0-9a-f]{64}", tekst):
        raise InvoerFout(f"{bestand}: dit is geen sleutel van 64 tekens 0-9 en a-f; zet de reservekopie terug")
    geheim = bytes.fromhex(tekst)
    if publiek is not None and _publiek(geheim) != publiek:
        raise InvoerFout(f"{bestand}: dit is een andere sleutel dan die van het bewijs; zet de reservekopie terug")
    return geheim


def _publiek(geheim: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(geheim).public_key().public_bytes_raw()


def _maak_sleutel(bestand: Path) -> bytes:
    nieuw = secrets.token_bytes(32)
    tijdelijk = bestand.with_name(f".{bestand.name}.{os.getpid()}")
    try:
        afdruk.schrijf(tijdelijk, nieuw.hex().encode() + b"\n")
        os.link(tijdelijk, bestand)  # never over a key that another process made meanwhile
        afdruk.sync(bestand.parent)
    except FileExistsError:
        return lees_sleutel(bestand, None)
    except OSError as fout:
        mend = "maak eerst de map"
        raise InvoerFout(f"{bestand}: kan de sleutel van het bewijs niet schrijven ({fout.strerror}); {mend}") from None
    finally:
        tijdelijk.unlink(missing_ok=True)
    return nieuw
