"""Whose turn it is to send: every call that puts a message in a chat waits here first, in its lane."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from time import monotonic

from bot.rules.pacing import Baan, Grenzen, Verkeer
from bot.rules.voorrang import Voorrang, Wachtende
from bot.tellers import GEWEIGERD


class GeenBeurt(Exception):  # noqa: N818 (named as the state it leads to)
    """No turn came before it was too late: nothing was sent."""


class Beurten:
    """Gives turns on one channel, as fast as the limits allow.

    Args:
        klok: seconds of a clock that never goes back.
    """

    def __init__(self, grenzen: Grenzen, klok: Callable[[], float] = monotonic) -> None:
        self._verkeer = Verkeer(grenzen)
        self._voorrang = Voorrang(self._verkeer)
        self._klok = klok
        self._wie: dict[Wachtende, asyncio.Future[None]] = {}
        self._wekker: asyncio.TimerHandle | None = None

    @property
    def per_seconde(self) -> float:
        """How many turns there are in a second."""
        return self._verkeer.grenzen.per_seconde

    @property
    def rust_in_groep(self) -> float:
        """How many seconds to leave a group alone so that what changes by itself takes two thirds of its turns."""
        return 90 / self._verkeer.grenzen.groep_per_minuut

    async def beurt(self, baan: Baan, chat: int, tot: datetime | None = None) -> None:
        """Wait until one message may go to a chat; it counts from then on, whether it goes or not.

        Args:
            tot: moment of the system's time from which on it may not go any more.

        Raises:
            GeenBeurt: that moment came first.
        """
        if tot is None:
            await self._wacht(baan, chat)
            return
        try:
            async with asyncio.timeout((tot - datetime.now(UTC)).total_seconds()):
                await self._wacht(baan, chat)
        except TimeoutError:
            raise GeenBeurt from None
        if datetime.now(UTC) >= tot:  # the process was stopped meanwhile, and no timer ran
            raise GeenBeurt

    def geweigerd(self, chat: int, seconden: float) -> None:
        """Take in that the chat network refused a message for going too fast (429)."""
        GEWEIGERD.inc()
        self._verkeer.geweigerd(chat, seconden, self._klok())
        self._deel_uit()

    def wacht(self, chat: int, achter: int = 0) -> float:
        """Return for how many seconds a chat cannot be written to, apart from what other chats take.

        Args:
            achter: how many others go to this chat first, also those whose turn came at this very moment.
        """
        now = self._klok()
        geteld = sum(beurt.done() for wie, beurt in self._wie.items() if wie.chat == chat)
        return self._verkeer.vrij_na(chat, max(achter - geteld, 0), now) - now

    def pauze(self) -> float:
        """Return for how many seconds the chat network wants nothing at all."""
        return max(self._verkeer.alles_tot() - self._klok(), 0.0)

    async def _wacht(self, baan: Baan, chat: int) -> None:
        wachtende = self._voorrang.meld_aan(baan, chat)
        beurt = self._wie[wachtende] = asyncio.get_running_loop().create_future()
        try:
            self._deel_uit()
            await beurt
        finally:
            del self._wie[wachtende]
            self._voorrang.meld_af(wachtende)

    def _gaat(self, wachtende: Wachtende) -> None:
        beurt = self._wie.get(wachtende)
        if beurt is not None and not beurt.done():  # else it was cancelled a moment ago
            beurt.set_result(None)

    def _deel_uit(self) -> None:
        while gaat := self._voorrang.kies(self._klok()):
            self._gaat(gaat)
        if self._wekker is not None:
            self._wekker.cancel()
            self._wekker = None
        straks = self._voorrang.straks()
        if straks is not None:
            self._wekker = asyncio.get_running_loop().call_later(max(straks - self._klok(), 0.0), self._deel_uit)
