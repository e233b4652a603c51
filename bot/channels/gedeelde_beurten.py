"""Turns to send that all processes of one bot share: each is booked in the database before it is given.

Who goes first is decided here, as in `Beurten`, by what this process knows; the database has the last word.
"""

import asyncio
import logging
from collections.abc import Callable
from time import monotonic, time

from bot.channels.beurten import Beurten
from bot.rules.pacing import Grenzen
from bot.rules.voorrang import Wachtende
from bot.storage import Database, tempo

log = logging.getLogger(__name__)

_TEGELIJK = 200
"""So many turns are booked in one go."""
_OPNIEUW_SECONDEN = 1.0
_RUIM_SECONDEN = 10.0
_POGINGEN_429 = 5


class _Klok:
    """The database's clock, as far as this process knows; never ahead of it but by a clock that runs fast."""

    def __init__(self) -> None:
        self._verschil = time() - monotonic()

    def __call__(self) -> float:
        return monotonic() + self._verschil

    def hoor(self, nu: float) -> None:
        """Take in what the database's clock said a moment ago."""
        self._verschil = nu - monotonic()


class GedeeldeBeurten(Beurten):
    """Gives the turns of one bot, beside other processes that do so too.

    Args:
        bot: whose turns these are; the chat network counts per bot.
    """

    def __init__(self, grenzen: Grenzen, database: Database, bot: str) -> None:
        self._dbklok = _Klok()
        super().__init__(grenzen, self._dbklok)
        self._database = database
        self._bot = bot
        self._gekozen: list[Wachtende] = []
        """Who would go now, as far as is known here."""
        self._boeker: asyncio.Task[None] | None = None
        self._ruim_op = monotonic() + _RUIM_SECONDEN
        self._taken: set[asyncio.Task[None]] = set()

    def geweigerd(self, chat: int, seconden: float) -> None:
        """See `Beurten.geweigerd`. The other processes heed it from their next turn on."""
        super().geweigerd(chat, seconden)
        taak = asyncio.create_task(self._meld_geweigerd(chat, seconden))
        self._taken.add(taak)
        taak.add_done_callback(self._taken.discard)

    async def stop(self) -> None:
        """End what is under way; what was refused is written down first."""
        if self._boeker is not None:
            self._boeker.cancel()
            await asyncio.gather(self._boeker, return_exceptions=True)
        if self._taken:
            await asyncio.wait(self._taken, timeout=_OPNIEUW_SECONDEN)

    def _gaat(self, wachtende: Wachtende) -> None:
        self._gekozen.append(wachtende)
        if self._boeker is None:
            self._boeker = asyncio.create_task(self._boek())

    async def _boek(self) -> None:
        try:
            while self._gekozen:
                groep, self._gekozen = self._gekozen[:_TEGELIJK], self._gekozen[_TEGELIJK:]
                groep = [wachtende for wachtende in groep if wachtende in self._wie]
                if groep and not await self._boek_groep(groep):
                    await asyncio.sleep(_OPNIEUW_SECONDEN)
            if monotonic() > self._ruim_op:
                self._ruim_op = monotonic() + _RUIM_SECONDEN
                await self._database.write(tempo.TEMPO, tempo.ruim_op)
        except Exception:
            log.exception("turns that are over were not cleared away")
        finally:
            self._boeker = None
        self._deel_uit()

    async def _boek_groep(self, groep: list[Wachtende]) -> bool:
        """Book turns, and give them when they come; False when the database is away."""
        chats = [wachtende.chat for wachtende in groep]
        try:
            geboekt = await self._database.write(tempo.TEMPO, tempo.boek, self._bot, chats, self._verkeer.grenzen)
        except Exception:
            log.exception("no turns could be booked, again in %.0f s", _OPNIEUW_SECONDEN)
            self._gekozen[:0] = groep
            return False
        self._dbklok.hoor(geboekt.nu)
        self._verkeer.hoor(geboekt.sporen, geboekt.volgende, geboekt.alles_tot)
        geef: Callable[[Wachtende], None] = super()._gaat
        for wachtende, op in zip(groep, geboekt.op, strict=True):
            if op is None:
                if wachtende in self._wie:
                    self._voorrang.zet_terug(wachtende)
            elif op <= geboekt.nu:
                geef(wachtende)
            else:
                asyncio.get_running_loop().call_later(op - geboekt.nu, geef, wachtende)
        return True

    async def _meld_geweigerd(self, chat: int, seconden: float) -> None:
        for _ in range(_POGINGEN_429):
            try:
                wat = self._bot, chat, seconden, self._verkeer.grenzen
                await self._database.write(tempo.TEMPO, tempo.geweigerd, *wat)
                return
            except Exception:
                log.exception("the other processes were not told of a refusal")
                await asyncio.sleep(_OPNIEUW_SECONDEN)
