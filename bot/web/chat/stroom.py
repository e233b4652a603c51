"""What is new in a chat, sent to its open page as server-sent events (HTML standard), from its version on."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any
from zoneinfo import ZoneInfo

from bot.channels.weblijnen import Weblijnen
from bot.services import websessie
from bot.storage import Database, webberichten
from bot.web.chat import scherm
from bot.web.chat.toegang import Wie

_STUK = 200
_ADEM_SECONDEN = 20.0
"""A stream in which nothing goes for longer is closed by what stands between."""
BEGIN = "retry: 2000\n\n"
UIT = "event: uit\ndata: {}\n\n"


class Stroom:
    """Reads what changed in a chat, and waits for more."""

    def __init__(self, database: Database, zone: ZoneInfo, lijnen: Weblijnen) -> None:
        self._database = database
        self._zone = zone
        self._lijnen = lijnen

    async def nieuws(self, wie: Wie, versie: int) -> AsyncIterator[str]:
        """Yield what changes after a version, until the session ends or the program stops."""
        yield BEGIN
        bekend = False
        while not self._lijnen.dicht:
            wacht = self._lijnen.hoor(wie.chat)
            try:
                sessie = await self._database.read(websessie.wie, wie.geheim)
                if sessie is None or sessie.account != wie.sessie.account:  # signed out, or on as another account
                    yield UIT if sessie is None else UIT.replace("uit", "anders")
                    return
                stuk, versie = await self._sinds(wie, versie)
                if stuk:
                    yield f"id: {versie}\ndata: {json.dumps(stuk)}\n\n"
                if stuk or not bekend:
                    self._lijnen.toonde(wie.chat, versie)
                    bekend = True
                if stuk:
                    continue
                async with asyncio.timeout(_ADEM_SECONDEN):
                    await wacht
            except TimeoutError:
                yield ": \n\n"
            finally:
                self._lijnen.laat(wie.chat, wacht)

    async def tot_antwoord(self, wie: Wie, versie: int, seconden: float) -> None:
        """Wait until the bot says something after a version, but no longer than so many seconds."""
        try:
            async with asyncio.timeout(seconden):
                while True:
                    wacht = self._lijnen.hoor(wie.chat)
                    try:
                        nieuw = await self._database.read(webberichten.na, wie.sessie.account, versie, _STUK)
                        if self._lijnen.dicht or any(een.van_bot for een in nieuw):
                            return
                        await wacht
                    finally:
                        self._lijnen.laat(wie.chat, wacht)
        except TimeoutError:
            return

    async def _sinds(self, wie: Wie, versie: int) -> tuple[dict[str, Any], int]:
        """Return what a page must show after a version, and the version of that."""
        nu, opmerking = await self._database.read(webberichten.stand, wie.sessie.account)
        if nu <= versie:
            return {}, versie
        anders = await self._database.read(webberichten.na, wie.sessie.account, versie, _STUK)
        tot = anders[-1].versie if len(anders) == _STUK else nu
        stuk: dict[str, Any] = {
            "berichten": [{"id": een.id, "html": scherm.bericht(een, wie.taal, self._zone, wie.csrf)} for een in anders]
        }
        if opmerking and versie < opmerking["versie"] <= tot:
            stuk["opmerking"] = {"tekst": opmerking["tekst"], "venster": opmerking["venster"]}
        return stuk, tot
