"""The list beside the database of who was erased or took their yes back, by marks that name nobody.

A restored backup is held against it. It is no part of a backup's database: an old copy would bring back an old list.
Lines are only added.
"""

import asyncio
import os
from collections.abc import Iterable
from pathlib import Path

from bot import schijf
from bot.errors import InvoerFout
from bot.storage import ACCOUNTS, Database, wissingen

NAAM = "wislijst.txt"


def naast(tijdvak_bestand: str) -> Path:
    """Return where the list is: in the folder of the file of the epoch."""
    return Path(tijdvak_bestand).with_name(NAAM)


def lees(pad: Path) -> set[str]:
    """Return the marks of who was erased; a line that a power cut broke off is none.

    Raises:
        InvoerFout: the file is there and cannot be read.
    """
    try:
        regels = pad.read_text("ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return set()
    except OSError as fout:
        raise InvoerFout(f"{pad}: kan de wislijst niet lezen ({fout.strerror}); geef de bot er recht op") from None
    return {regel for regel in regels if len(regel) == wissingen.LENGTE}


def schrijf_bij(pad: Path, merken: Iterable[str]) -> None:
    """Add marks; when this returns, they survive a power cut."""
    nieuw = not pad.exists()
    nummer = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        rest = "".join(f"\n{merk}\n" for merk in merken).encode("ascii")  # after half a line too
        while rest:  # on a disk that is nearly full a write takes less than it was given
            rest = rest[os.write(nummer, rest) :]
        os.fsync(nummer)
    finally:
        os.close(nummer)
    if nieuw:
        schijf.sync(pad.parent)


async def werk_bij(database: Database, pad: Path) -> None:
    """Put in the list who was erased and does not stand there yet.

    A kill before this leaves the marks in the database, for the next time; after the first half of it they stand in
    the list twice.
    """
    if merken := await database.read(wissingen.nog_niet):
        await asyncio.to_thread(schrijf_bij, pad, merken.values())
        await database.write(ACCOUNTS, wissingen.staan, list(merken))
