"""What is new in a chat, sent to its open page as server-sent events (HTML standard), from its version on."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.channels.weblijnen import Weblijnen
from bot.services import websessie
from bot.storage import Database, webberichten, websessies, wissen
from bot.storage.webberichten import Webbericht
from bot.storage.websessies import Sessie
from bot.web.chat import scherm
from bot.web.chat.plaatsen import Plaatsen
from bot.web.chat.toegang import Wie

_STUK = 200
_ADEM_SECONDEN = 20.0
"""A stream in which nothing goes for longer is closed by what stands between."""
BEGIN = "retry: 2000\n\n"
ADEM = ": \n\n"
VOL = "retry: 60000\n\n"
"""The end of a stream that made way: its page asks again, but not before one of the others may be closed."""
WEER = "retry: 50\n\n"
"""The end of a stream whose session has, or gets, another secret: its page asks again at once, with that."""
UIT = "event: uit\ndata: {}\n\n"
ANDERS = "event: anders\ndata: {}\n\n"
GEWIST = UIT.replace("{}", '{"gewist": true}')


@dataclass(frozen=True)
class _Nieuws:
    """What a page must show, and the version that it shows then.

    Args:
        meer: whether there is more.
    """

    berichten: list[Webbericht]
    opmerking: dict[str, Any] | None
    versie: int
    meer: bool


class Stroom:
    """Reads what changed in a chat, and waits for more."""

    def __init__(self, database: Database, zone: ZoneInfo, lijnen: Weblijnen) -> None:
        self._database = database
        self._zone = zone
        self._lijnen = lijnen
        self._plaatsen = Plaatsen()

    def mag(self, adres: str) -> bool:
        """Say whether another page may be open at an address."""
        return self._plaatsen.mag(adres)

    async def nieuws(self, wie: Wie, versie: int, adres: str = "") -> AsyncIterator[str]:
        """Yield what changes after a version, until the session ends, too many pages are open or the program stops.

        A change is one look at the database. A page on which nothing happens looks at nothing: see `Weblijnen.waak`.
        """
        yield BEGIN
        with self._plaatsen.neem(wie.sessie.publiek_id, adres) as weg:
            while not self._lijnen.dicht:
                with self._lijnen.hoor(wie.chat) as lijn:
                    sessie, nieuws = await self._database.read(_kijk, wie, versie, datetime.now(UTC))
                    if sessie is None or nieuws is None:  # signed out, or on as another account
                        yield await self._einde(wie) if sessie is None else ANDERS
                        return
                    if sessie.vernieuwt:
                        yield WEER
                        return
                    if sessie.taal not in {None, wie.taal}:  # all words of the page change, and perhaps their direction
                        yield ANDERS
                        return
                    if nieuws.berichten or nieuws.opmerking:
                        yield f"id: {nieuws.versie}\ndata: {json.dumps(self._toon(wie, nieuws))}\n\n"
                    versie = nieuws.versie
                    self._lijnen.toonde(wie.chat, versie)
                    lijn.toont = sessie.publiek_id, versie
                    while not (nieuws.meer or await _een_van(lijn.wacht, weg)):
                        yield ADEM
                    if weg.done():
                        yield VOL
                        return

    async def is_gewist(self, wie: Wie) -> bool:
        """Say whether who asked was erased since."""
        return await self._database.read(wissen.is_gewist, wie.sessie.account)

    async def tot_antwoord(self, wie: Wie, versie: int, seconden: float) -> int | None:
        """Wait until the bot says something after a version, or erased who asks; return that message.

        Args:
            seconden: no longer than this; then nothing came.
        """
        try:
            async with asyncio.timeout(seconden):
                while True:
                    with self._lijnen.hoor(wie.chat) as lijn:
                        nieuw = await self._database.read(webberichten.na, wie.sessie.account, versie, _STUK)
                        gezegd = [een.id for een in nieuw if een.van_bot and een.inhoud is not None]
                        if self._lijnen.dicht or gezegd or await self.is_gewist(wie):
                            return gezegd[0] if gezegd else None
                        await lijn.wacht
        except TimeoutError:
            return None

    async def _einde(self, wie: Wie) -> str:
        if await self._database.read(websessies.leeft, wie.sessie, datetime.now(UTC)):
            return WEER
        return GEWIST if await self.is_gewist(wie) else UIT

    def _toon(self, wie: Wie, nieuws: _Nieuws) -> dict[str, Any]:
        stuk: dict[str, Any] = {
            "berichten": [
                {"id": een.id, "html": scherm.bericht(een, wie.taal, self._zone, wie.csrf)} for een in nieuws.berichten
            ]
        }
        if (op := nieuws.opmerking) is not None:
            stuk["opmerking"] = {"tekst": op["tekst"], "venster": op["venster"]}
        return stuk


async def _een_van(*wacht: asyncio.Future[None]) -> bool:
    """Wait for a while; say whether one of these is done."""
    return bool((await asyncio.wait(wacht, timeout=_ADEM_SECONDEN, return_when=asyncio.FIRST_COMPLETED))[0])


def _kijk(tx: Connection, wie: Wie, versie: int, now: datetime) -> tuple[Sessie | None, _Nieuws | None]:
    """Return who is signed in on a page, and what it does not show yet; nothing of the chat of another."""
    sessie = websessie.wie(tx, wie.geheim, now)
    if sessie is None or sessie.account != wie.sessie.account:
        return sessie, None
    nu, opmerking = webberichten.stand(tx, sessie.account)
    if nu <= versie:
        return sessie, _Nieuws([], None, versie, meer=False)
    anders = webberichten.na(tx, sessie.account, versie, _STUK)
    meer = len(anders) == _STUK
    tot = anders[-1].versie if meer else nu
    nieuw = opmerking is not None and versie < opmerking["versie"] <= tot
    return sessie, _Nieuws(anders, opmerking if nieuw else None, tot, meer)
