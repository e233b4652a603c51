"""The log is numbered in short transactions and its head signed: nightly, and when something asks for it.

Here is the secret key, beside the database: no service needs it. A kill anywhere leaves what the next run goes on with.
"""

import logging
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot import geheimbestand
from bot.errors import InvoerFout
from bot.rules import ijkpunt
from bot.services import bewijslog, ideenieuws, loting, standpublicatie, standtelling, uitslagblad, werkgroepmix
from bot.storage import Database, telt
from bot.storage import bewijslog as opslag

log = logging.getLogger(__name__)

_DEEL = 2_000
"""So many leaves at most get their number in one transaction."""
_LEES_BLOK = 50_000
_KEREN = 3
_SLEUTEL = geheimbestand.Soort(
    naam="sleutel",
    de="de sleutel van het bewijs",
    van="het bewijs",
    zonder="krijgt het bewijs geen handtekening meer",
)


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


async def leg_tussenstand_vast(database: Database, wijk: int, bestand: Path, now: datetime, zone: ZoneInfo) -> None:
    """Append how the conditions stand, unless the process was closed, and sign the head over it.

    Raises:
        InvoerFout: the key is lost, unreadable or another one; the head waits for it.
    """
    await werk_bij(database, wijk)
    zaad = secrets.token_bytes(32)
    await database.write(wijk, uitslagblad.leg_tussenstand_vast, wijk, now, zone, zaad)
    await teken(database, wijk, bestand)


async def nacht(database: Database, wijk: int, bestand: Path, now: datetime, zone: ZoneInfo) -> None:
    """Do what the alarm asks for, publish how things stand, and set the next. Without its key heads wait."""
    try:
        await verzegel(database, wijk, bestand, now, zone)
    except InvoerFout as fout:
        log.error("%s", fout)
    await kijk_na(database, wijk, now)
    await breng_stand_uit(database, wijk, now, zone)
    await database.write(wijk, ideenieuws.tel, wijk, now)
    await database.write(wijk, loting.trek, wijk, now, secrets.token_bytes(32))
    await database.write(wijk, werkgroepmix.bekijk, wijk, now, zone)
    await database.write(wijk, bewijslog.klaar, wijk, now, zone)


async def tel_bij(database: Database, wijk: int, now: datetime, zone: ZoneInfo, *, altijd: bool = False) -> None:
    """Count anew what /stand shows of a large wijk, when it is time for that, or always."""
    if altijd or await database.read(standtelling.is_toe, wijk, now):
        await database.write(wijk, standtelling.bewaar, wijk, await database.read(standtelling.tel, wijk, now, zone))


async def kijk_na(database: Database, wijk: int, now: datetime) -> bool:
    """Hold who counts by the evidence against who counts by the log, which was just brought up to date.

    What someone does in between is no difference: then it is brought up to date once more.
    """
    for _ in range(_KEREN):
        anders = await database.read(standtelling.tegen_het_log, wijk)
        if not anders:
            return True
        await werk_bij(database, wijk)
    log.error("who counts in wijk %d, by the evidence and by the log: %s", wijk, anders)
    await database.write(wijk, standtelling.meld, wijk, now)
    return False


async def breng_stand_uit(database: Database, wijk: int, now: datetime, zone: ZoneInfo) -> None:
    """Publish how the conditions stand, for the public page."""
    uit = await database.read(standpublicatie.stel_op, wijk, now, zone)
    await database.write(wijk, standpublicatie.breng_uit, wijk, uit)


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
    klopt = None if publiek is None else lambda geheim: _publiek(geheim) == publiek
    return geheimbestand.lees(bestand, _SLEUTEL, klopt, maken=True)


def _publiek(geheim: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(geheim).public_key().public_bytes_raw()
