"""Files that go to many: their bytes go up once per bot, and after that by the id that the chat network gave them.

The row in the database says which; an id that the network refuses gives way to the bytes, and then to a new id.
"""

import hashlib
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from telegram import Bot
from telegram.error import BadRequest

from berichten import Bijlage
from berichten.bericht import Vorm
from bot.storage import Database, netbestanden, webbestanden

T = TypeVar("T")
log = logging.getLogger(__name__)

_PAS = 64
"""So many files of which is known that they went up a moment ago."""
ONGEWIJZIGD = "message is not modified"

Bytes = Callable[[], Awaitable[bytes]]
Roep = Callable[[Callable[[], bytes | str]], Awaitable[T]]
"""Makes the call when its turn comes, and asks only then what to send: the bytes or an id."""


class Netbestanden:
    """The files that one bot sent before."""

    def __init__(self, database: Database, bot: Bot) -> None:
        self._database = database
        self._bot = str(bot.id)
        self._pas: dict[bytes | str, str] = {}

    async def stuur(self, bijlage: Bijlage, haal: Bytes, roep: Roep[T]) -> T:
        """Send a file that is the same for many; two that go at the same time may both go up.

        Whatever is refused (400) sent nothing, so the bytes may go in the place of an id without a second message.

        Args:
            haal: makes the bytes, or gets them of who sent them in the browser.
        """
        van_web = str(bijlage.data["file_id"]) if bijlage.soort == "file_id" else None
        inhoud = await haal() if van_web is None else b""
        merk = van_web or _merk(bijlage.vorm, inhoud)
        via = await self._vind(merk)
        if not (via or inhoud):
            inhoud = await haal()

        def wat() -> bytes | str:
            nonlocal via
            via = via or self._pas.get(merk)
            return via or inhoud

        try:
            verzonden = await roep(wat)
        except BadRequest as fout:
            if via is None or ONGEWIJZIGD in fout.message.lower():
                raise
            log.info("a file that was sent before is refused (%s): it goes up once more", fout.message)
            if self._pas.get(merk) == via:
                del self._pas[merk]
            inhoud = inhoud or await haal()
            verzonden = await roep(lambda: inhoud)
            via = None
        if via is None and (nieuw := _file_id(verzonden, bijlage.vorm)):
            await self._onthoud(merk, nieuw)
        return verzonden

    async def _vind(self, merk: bytes | str) -> str | None:
        vind: Any = webbestanden.vind_elders if isinstance(merk, str) else netbestanden.vind
        try:
            gevonden: str | None = await self._database.read(vind, self._bot, merk)
        except Exception:
            log.exception("it is not known whether a file went up before")
            return None
        return gevonden

    async def _onthoud(self, merk: bytes | str, file_id: str) -> None:
        """Remember an id; that this fails may not make a message that arrived go again."""
        if len(self._pas) >= _PAS:
            del self._pas[next(iter(self._pas))]
        self._pas[merk] = file_id
        try:
            if isinstance(merk, str):
                await self._database.write(None, webbestanden.onthoud_elders, self._bot, merk, file_id)
            else:
                await self._database.write(None, netbestanden.onthoud, self._bot, merk, file_id, datetime.now(UTC))
        except Exception:
            log.exception("a file that went up is not remembered")


def _merk(vorm: Vorm, inhoud: bytes) -> bytes:
    return hashlib.sha256(vorm.encode() + b"\0" + inhoud).digest()


def _file_id(bericht: Any, vorm: Vorm) -> str | None:
    """Return by which id a message shows its file; None when it came out as something else."""
    if vorm == "foto":
        return bericht.photo[-1].file_id if bericht.photo else None
    bestand = getattr(bericht, {"video": "video", "spraak": "voice", "document": "document"}[vorm])
    return bestand.file_id if bestand else None
