"""The message in which the maker of a broadcast sees how it goes: changed every two seconds, and at the end the report.

All that matters is in rows, so that a restart goes on in the same message. Only the speed is measured here.
"""

import logging
from collections import deque
from collections.abc import Collection
from time import monotonic
from zoneinfo import ZoneInfo

from telegram.error import TelegramError

from berichten import Bericht, render
from bot.channels.duiding import Mislukking, duid
from bot.channels.rondes import Rondes
from bot.channels.sender import Sender, Spreker
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
    """Shows how the broadcasts of wijken go. What fails at one keeps nothing else waiting.

    Args:
        sender: by the lane of broadcasts, so that no answer waits for this.
        toon: how each wijk speaks to a chat.
        zone: time zone of the wijken.
        verzending: when it is quiet, and how many messages may go.
    """

    def __init__(
        self,
        database: Database,
        wijken: Collection[int],
        kanaal: str,
        sender: Sender,
        toon: Spreker,
        clock: Clock,
        zone: ZoneInfo,
        verzending: Verzending,
    ) -> None:
        self._database = database
        self._van = list(wijken), kanaal
        self._sender = sender
        self._toon = toon
        self._clock = clock
        self._zone = zone
        self._stilte = Stilte(verzending.stil_van, verzending.stil_tot)
        self._per_seconde = verzending.per_seconde
        self._rondes = Rondes("the broadcasts that go", RUST_SECONDEN, "uitzending", OPNIEUW_SECONDEN)
        self._getoond: dict[int, Bericht] = {}
        self._metingen: dict[int, deque[tuple[float, int]]] = {}

    async def werk(self) -> None:
        """Show until cancelled. What was under way then is done again at the next start."""
        await self._rondes.werk(self.ronde)

    async def ronde(self) -> None:
        """Begin with each broadcast that is due and not under way; wait for none of them."""
        alle = await self._database.read(voortgangen.te_doen, *self._van)
        for weg in self._rondes.vergeet_anders_dan([deze.id for deze in alle]):
            self._getoond.pop(weg, None)
            self._metingen.pop(weg, None)
        for deze in alle:
            if self._rondes.kan(deze.id):
                self._rondes.wacht(deze.id, TUSSEN_SECONDEN)
                self._rondes.begin(deze.id, self._toon_een(deze))

    async def _toon_een(self, deze: Voortgang) -> None:
        now = self._clock.now()
        stand = await self._database.write(deze.wijk, voortgangen.stap, deze.id, now)
        deze = stand.deze
        if deze.bericht_id is not None:
            verder = self._stilte.na(now, self._zone)
            over = self._over(deze.id, stand.tellingen)
            boodschap = voortgangen.beeld(stand, over, verder if verder > now else None)
            toon = await self._toon(deze.wijk, deze.extern_id, deze.taal)
            await self._ververs(stand, deze.bericht_id, render(boodschap, toon))

    async def _ververs(self, stand: Stand, bericht_id: int, bericht: Bericht) -> None:
        deze = stand.deze
        fout = None if self._getoond.get(deze.id) == bericht else await self._probeer(deze, bericht_id, bericht)
        if fout is None:
            self._getoond[deze.id] = bericht
            if deze.klaar_op is not None:
                await self._database.write(deze.wijk, voortgangen.klaar, deze)
        elif fout.soort != "mislukt":
            self._rondes.wacht(deze.id, max(fout.seconden, OPNIEUW_SECONDEN))
        elif deze.klaar_op is not None:
            await self._database.write(deze.wijk, voortgangen.verslag, stand)

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
