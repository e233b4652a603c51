"""The message in which the maker of a broadcast sees how it goes: changed every two seconds, and at the end the report.

All that matters is in rows, so that a restart goes on in the same message. Only the speed is measured here.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from functools import partial
from time import monotonic
from zoneinfo import ZoneInfo

from telegram.error import TelegramError

from berichten import Bericht, Toon, render
from bot.channels.duiding import Mislukking, duid
from bot.channels.sender import Sender
from bot.clock import Clock
from bot.config import Verzending
from bot.rules.stilte import Stilte
from bot.rules.voortgang import Tellingen, seconden_over
from bot.storage import Database, voortgangen
from bot.storage.voortgangen import Stand, Voortgang

log = logging.getLogger(__name__)

RUST_SECONDEN = 0.5
TUSSEN_SECONDEN = 2.0
OPNIEUW_SECONDEN = 5.0
METINGEN = 15
"""The speed is that of the last half minute."""


class Voortgangen:
    """Shows how the broadcasts of one wijk go. What fails at one keeps nothing else waiting.

    Args:
        sender: by the lane of broadcasts, so that no answer waits for this.
        zone: time zone of the wijk.
        verzending: when it is quiet, and how many messages may go.
    """

    def __init__(
        self,
        database: Database,
        wijk: int,
        kanaal: str,
        sender: Sender,
        toon: Callable[[str | None], Toon],
        clock: Clock,
        zone: ZoneInfo,
        verzending: Verzending,
    ) -> None:
        self._database = database
        self._wijk = wijk
        self._kanaal = kanaal
        self._sender = sender
        self._toon = toon
        self._clock = clock
        self._zone = zone
        self._stilte = Stilte(verzending.stil_van, verzending.stil_tot)
        self._per_seconde = verzending.per_seconde
        self._onderweg: dict[int, asyncio.Task[None]] = {}
        self._niet_voor: dict[int, float] = {}
        self._getoond: dict[int, Bericht] = {}
        self._metingen: dict[int, deque[tuple[float, int]]] = {}

    async def werk(self) -> None:
        """Show until cancelled. What was under way then is done again at the next start."""
        try:
            while True:
                try:
                    await self.ronde()
                except Exception:
                    log.exception("the broadcasts that go could not be read")
                await asyncio.sleep(RUST_SECONDEN)
        finally:
            onderweg = list(self._onderweg.values())
            for taak in onderweg:
                taak.cancel()
            await asyncio.gather(*onderweg, return_exceptions=True)

    async def ronde(self) -> None:
        """Begin with each broadcast that is due and not under way; wait for none of them."""
        alle = await self._database.read(voortgangen.te_doen, self._wijk, self._kanaal)
        for weg in self._niet_voor.keys() - {deze.id for deze in alle}:
            for bewaard in (self._niet_voor, self._getoond, self._metingen):
                bewaard.pop(weg, None)
        for deze in alle:
            if deze.id in self._onderweg or monotonic() < self._niet_voor.get(deze.id, 0.0):
                continue
            self._niet_voor[deze.id] = monotonic() + TUSSEN_SECONDEN
            taak = asyncio.create_task(self._toon_een(deze))
            self._onderweg[deze.id] = taak
            taak.add_done_callback(partial(self._klaar, deze.id))

    def _klaar(self, uitzending_id: int, _: asyncio.Task[None]) -> None:
        del self._onderweg[uitzending_id]

    async def _toon_een(self, deze: Voortgang) -> None:
        try:
            now = self._clock.now()
            stand = await self._database.write(self._wijk, voortgangen.stap, deze.id, now)
            deze = stand.deze
            if deze.bericht_id is not None:
                verder = self._stilte.na(now, self._zone)
                over = self._over(deze.id, stand.tellingen)
                boodschap = voortgangen.beeld(stand, over, verder if verder > now else None)
                await self._ververs(stand, deze.bericht_id, render(boodschap, self._toon(deze.taal)))
        except Exception:
            log.exception("how broadcast %d goes was not shown", deze.id)
            self._niet_voor[deze.id] = monotonic() + OPNIEUW_SECONDEN

    async def _ververs(self, stand: Stand, bericht_id: int, bericht: Bericht) -> None:
        deze = stand.deze
        fout = None if self._getoond.get(deze.id) == bericht else await self._probeer(deze, bericht_id, bericht)
        if fout is None:
            self._getoond[deze.id] = bericht
            if deze.klaar_op is not None:
                await self._database.write(self._wijk, voortgangen.klaar, deze)
        elif fout.soort != "mislukt":
            self._niet_voor[deze.id] = monotonic() + max(fout.seconden, OPNIEUW_SECONDEN)
        elif deze.klaar_op is not None:
            await self._database.write(self._wijk, voortgangen.verslag, stand)

    async def _probeer(self, deze: Voortgang, bericht_id: int, bericht: Bericht) -> Mislukking | None:
        try:
            await self._sender.ververs(int(deze.extern_id), bericht_id, bericht)
        except TelegramError as fout:
            log.info("the message that shows how broadcast %d goes was not changed (%s)", deze.id, fout.message)
            return duid(fout, 0)
        return None

    def _over(self, uitzending_id: int, tellingen: Tellingen) -> int:
        """Return in how many seconds the rest is gone, by the speed of the last half minute."""
        metingen = self._metingen.setdefault(uitzending_id, deque(maxlen=METINGEN))
        metingen.append((monotonic(), sum(tellingen) - tellingen.wachtend))
        (begin, toen), (nu, gegaan) = metingen[0], metingen[-1]
        return seconden_over(tellingen.wachtend, gegaan - toen, nu - begin, self._per_seconde)
