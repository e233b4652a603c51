"""The log as files: what anyone checks, and what opens it for the auditor alone. Their form: docs/bewijs.md.

Everything is read in short pages up to the last signed head, so that nobody waits for it.
"""

import asyncio
import io
import json
import os
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

import pyrage

from bot.errors import InvoerFout
from bot.rules.canoniek import canoniek
from bot.rules.ijkpunt import Sleutel
from bot.rules.merkle import blad_hash
from bot.services import spelregels
from bot.storage import Database, bewijslog, openingen
from bot.storage.openingen import Opening

BLADEN, HOOFDEN, SLEUTEL, OPENINGEN = "bewijs.jsonl", "ijkpunten", "sleutel.pub", "openingen.jsonl.age"
_PER_KEER = 5_000


async def exporteer(
    database: Database, wijk: int, map_: Path, zone: ZoneInfo, accountant: pyrage.x25519.Recipient | None = None
) -> list[Path]:
    """Write the log up to its last signed head into a folder, which is made when it is not there.

    Each file is whole or as it was.

    Args:
        accountant: whose key opens the private side; None leaves that out.

    Raises:
        InvoerFout: there is no signed head yet, or the folder cannot be written.
    """
    hoofden = await database.read(bewijslog.getekend, wijk)
    publiek = await database.read(bewijslog.sleutel, wijk)
    if not hoofden or publiek is None:
        raise InvoerFout("het bewijs heeft nog geen handtekening; probeer het opnieuw")
    grootte, log = hoofden[-1].grootte, await database.read(bewijslog.log_naam, wijk)
    try:
        (map_ / HOOFDEN).mkdir(parents=True, exist_ok=True)
        with _heel(map_ / BLADEN) as bladen:
            async for regels in _regels(database, wijk, grootte):
                bladen.write(regels)
        if accountant is not None:
            with _heel(map_ / OPENINGEN) as dicht:
                await _versleutel(_openingen(database, wijk, grootte, zone), dicht, accountant)
        for hoofd in hoofden:
            with _heel(map_ / HOOFDEN / hoofd.bestand) as bestand:
                bestand.write(hoofd.notitie.encode())
        with _heel(map_ / SLEUTEL) as bestand:
            bestand.write(f"{Sleutel(log, publiek).tekst()}\n".encode())
    except OSError as fout:
        raise InvoerFout(f"--uit {map_}: kan hier niet schrijven ({fout.strerror}); kies een andere map") from None
    geschreven = [map_ / BLADEN, map_ / HOOFDEN, map_ / SLEUTEL]
    return [*geschreven, map_ / OPENINGEN] if accountant is not None else geschreven


@contextmanager
def _heel(doel: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place when the block ends well, and is not there otherwise."""
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}")
    try:
        with tijdelijk.open("wb") as stroom:
            yield stroom
            stroom.flush()
            os.fsync(stroom.fileno())
        tijdelijk.replace(doel)
    finally:
        tijdelijk.unlink(missing_ok=True)


async def _regels(database: Database, wijk: int, grootte: int) -> AsyncIterator[bytes]:
    for vanaf in range(0, grootte, _PER_KEER):
        bladzij = await database.read(bewijslog.bladzij, wijk, vanaf, min(vanaf + _PER_KEER, grootte))
        yield b"".join(
            f'{{"blad":{blad}}}\n'.encode() if openbaar else f'{{"hash":"{blad_hash(blad.encode()).hex()}"}}\n'.encode()
            for _, blad, openbaar in bladzij
        )


async def _openingen(database: Database, wijk: int, grootte: int, zone: ZoneInfo) -> AsyncIterator[bytes]:
    leeftijd = '"leeftijd"' in (await database.read(spelregels.geldend, wijk)).canoniek()
    na = 0
    while rijen := await database.read(openingen.huishoudens, wijk, na, _PER_KEER):
        yield _schrijf("huishouden", (rij.gegevens for rij in rijen))
        na = rijen[-1].id
    na = 0
    while rijen := await database.read(openingen.bewoners, wijk, na, _PER_KEER, zone, leeftijd=leeftijd):
        yield _schrijf("bewoner", (rij.gegevens for rij in rijen))
        na = rijen[-1].id
    for vanaf in range(0, grootte, _PER_KEER):
        bladzij = await database.read(openingen.openingen, wijk, vanaf, min(vanaf + _PER_KEER, grootte))
        yield _schrijf("opening", (_opening(o) for o in bladzij))
    na = 0
    while rijen := await database.read(openingen.tellers, wijk, na, _PER_KEER, grootte):
        yield _schrijf("telt", (rij.gegevens for rij in rijen))
        na = rijen[-1].id
    uitslagen = await database.read(openingen.uitslagen, wijk, grootte)
    yield _schrijf("uitslag", (_open(*uitslag) for uitslag in uitslagen))


def _schrijf(soort: str, gegevens: Iterable[dict[str, Any]]) -> bytes:
    return "".join(f"{canoniek({soort: deel})}\n" for deel in gegevens).encode()


def _open(nummer: int, sleutel: bytes, record: str) -> dict[str, Any]:
    return {"nummer": nummer, "sleutel": sleutel.hex(), "record": json.loads(record)}


def _opening(o: Opening) -> dict[str, Any]:
    return _open(o.nummer, o.sleutel, o.record) | {"blad": json.loads(o.blad), "vertrokken": o.vertrokken}


async def _versleutel(stukken: AsyncIterator[bytes], naar: BinaryIO, accountant: pyrage.x25519.Recipient) -> None:
    """Encrypt what comes, on a thread of its own: nothing of it is on disk, nor in memory as a whole, in the clear."""
    lus = asyncio.get_running_loop()
    bron = _Bron(lambda: asyncio.run_coroutine_threadsafe(_volgende(stukken), lus).result())
    await asyncio.to_thread(pyrage.encrypt_io, bron, naar, [accountant])


async def _volgende(stukken: AsyncIterator[bytes]) -> bytes | None:
    return await anext(stukken, None)


class _Bron(io.RawIOBase):
    """A file that is read from pieces as they come."""

    def __init__(self, volgende: Callable[[], bytes | None]) -> None:
        self._volgende = volgende
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, hoeveel: int = -1) -> bytes:
        while not self._rest:
            stuk = self._volgende()
            if stuk is None:
                return b""
            self._rest = stuk
        uit, self._rest = self._rest[:hoeveel], self._rest[hoeveel:]
        return uit
