"""The small file outside the database that remembers how far sending came: by it a restored backup shows itself.

It is written after each claim is committed and before anything of it is sent. The page cache will do: a process that
is killed loses nothing of it, and after a power cut it is behind the database, never ahead.
"""

import asyncio
import fcntl
import json
import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.errors import InvoerFout
from bot.rules.pacing import Baan
from bot.storage import Database, tijdvakken, wachtrij
from bot.storage.outbox import Zending
from bot.storage.tijdvakken import TERUGGEZET, Stand, TijdvakVoorbij

__all__ = ["TijdvakVoorbij", "Tijdvakbestand", "Tijdvakwacht"]

log = logging.getLogger(__name__)

BREEDTE = 160
"""Bytes: always the same, so that a write replaces all."""
VOLG_SECONDEN = 1.5
SPELING_SECONDEN = 120
"""By so much a file's own time may differ from what stands in it: the disk follows within half a minute."""


@dataclass(frozen=True)
class Gezien:
    """What the file says.

    Args:
        gekopieerd: it is not the file that was written but a copy: with the whole folder put back, it says nothing.
    """

    stand: Stand
    gekopieerd: bool


class Tijdvakbestand:
    """The open file of the processes of a machine. Who has it open keeps out who wants to put another database here."""

    def __init__(self, pad: Path, *, alleen: bool = False) -> None:
        """Open it, and make it when it is not there.

        Args:
            alleen: let no bot run meanwhile, or no other one.

        Raises:
            InvoerFout: that cannot be.
        """
        self._pad = pad
        try:
            self._fd = os.open(pad, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fout:
            mend = "wijs een bestand aan dat de bot mag schrijven"
            raise InvoerFout(f"[opslag] tijdvak_bestand: {pad} kan niet ({fout.strerror}); {mend}") from None
        try:
            fcntl.flock(self._fd, (fcntl.LOCK_EX if alleen else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            os.close(self._fd)
            bezig = "gehoord herstel is bezig; wacht tot dat klaar is"
            wat = "de bot draait nog, of gehoord herstel; stop de bot, of wacht" if alleen else bezig
            raise InvoerFout(f"{pad}: {wat}") from None

    def lees(self) -> Gezien | None:
        """Return what was written last, None when that cannot be known."""
        feiten = os.fstat(self._fd)
        try:
            inhoud = json.loads(os.pread(self._fd, BREEDTE, 0))
            stand, zelf, op = Stand(str(inhoud["tijdvak"]), int(inhoud["teller"])), inhoud["bestand"], inhoud["op"]
            gekopieerd = zelf != feiten.st_ino or abs(feiten.st_mtime - float(op)) > SPELING_SECONDEN
        except (ValueError, KeyError, TypeError):
            return None
        return Gezien(stand, gekopieerd)

    def schrijf(self, stand: Stand) -> None:
        """Remember where sending stands; another process of this machine may have written that it came further.

        Raises:
            OSError: nothing may be sent then.
        """
        fcntl.lockf(self._fd, fcntl.LOCK_EX)  # beside the lock of who has it open
        try:
            al = self.lees()
            if al is None or al.stand.merk != stand.merk or al.stand.teller < stand.teller:
                self._schrijf(stand)
        finally:
            fcntl.lockf(self._fd, fcntl.LOCK_UN)

    def _schrijf(self, stand: Stand) -> None:
        inhoud = {
            "tijdvak": stand.merk,
            "teller": stand.teller,
            "bestand": os.fstat(self._fd).st_ino,
            "op": round(time.time(), 3),
        }
        os.pwrite(self._fd, (json.dumps(inhoud).ljust(BREEDTE - 1) + "\n").encode(), 0)

    def bewaar(self) -> None:
        """Put it on the disk: a new file that is empty after a power cut would say nothing."""
        os.fsync(self._fd)

    def sluit(self) -> None:
        """Close it."""
        os.close(self._fd)


class Tijdvakwacht:
    """Guards that what is claimed is sent by a process whose database never went back in time.

    Args:
        stand: where the database stood at the start; None without an epoch.
        onthoud: keeps a stand outside the database.
    """

    def __init__(self, stand: Stand | None, onthoud: Callable[[Stand], None]) -> None:
        self._stand = stand
        self._onthoud = onthoud
        self._een = asyncio.Lock()
        """Each claim counts on from the one before, on whichever network it sends."""

    async def claim(
        self, database: Database, kanaal: str, banen: Sequence[Baan], hoeveel: int, now: datetime, moment: datetime
    ) -> list[Zending]:
        """Claim messages as `wachtrij.claim` does, counted in the same commit and remembered after it.

        Raises:
            TijdvakVoorbij: the database was put back, another process began an epoch, or nothing can be remembered:
                this process may send no more.
        """
        async with self._een:
            zendingen, stand = await database.write(None, self._claim, kanaal, banen, hoeveel, now, moment)
            if stand is not None:
                self._schrijf(stand)
            return zendingen

    async def volg(self, database: Database) -> None:
        """Remember how far other processes came too, until cancelled: nobody knows which file is asked after a restart.

        Raises:
            TijdvakVoorbij: see `claim`. A database that is away is asked again.
        """
        while True:
            try:
                await self.kijk(database)
            except TijdvakVoorbij:
                raise
            except Exception:
                log.exception("how far sending came could not be read, again in %.1f s", VOLG_SECONDEN)
            await asyncio.sleep(VOLG_SECONDEN)

    async def kijk(self, database: Database) -> None:
        """Remember how far all processes came now.

        Raises:
            TijdvakVoorbij: see `claim`.
        """
        async with self._een:
            stand = await database.read(tijdvakken.laatste)
            if stand is None or self._stand is None or stand == self._stand:
                return
            if stand.merk != self._stand.merk or stand.teller < self._stand.teller:
                raise TijdvakVoorbij(TERUGGEZET)
            self._schrijf(stand)

    def _schrijf(self, stand: Stand) -> None:
        try:
            self._onthoud(stand)
        except OSError as fout:
            raise TijdvakVoorbij(f"[opslag] tijdvak_bestand: kan niet schrijven ({fout.strerror})") from fout
        self._stand = stand

    def _claim(
        self, tx: Connection, kanaal: str, banen: Sequence[Baan], hoeveel: int, now: datetime, moment: datetime
    ) -> tuple[list[Zending], Stand | None]:
        zendingen = wachtrij.claim(tx, kanaal, banen, hoeveel, now, moment)
        return zendingen, tijdvakken.tel(tx, self._stand) if zendingen else None
