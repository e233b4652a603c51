"""All practices of an installation: each a folder beside its other files, which is thrown away when it is over."""

import asyncio
import logging
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from berichten import Boodschap
from bot.channels.sender import Sender
from bot.oefenen import oefening
from bot.oefenen.oefening import Feiten, Oefening
from bot.rules.pacing import Baan
from bot.storage import accounts, outbox
from handlers.verwerking import Omgeving, Verwerking

log = logging.getLogger(__name__)

TEGELIJK = 10
"""So many may practise at once: each takes three threads and a look at its rows every second."""
BLIJFT = timedelta(days=1)
"""A practice in which nothing was done for so long is over."""
KIJK_SECONDEN = 60.0


class Vol(Exception):  # noqa: N818 (named as the state that it is)
    """As many practise already as may at once."""


class Oefeningen:
    """Begins practices, finds them, and throws them away.

    Args:
        echt: the real wijk; nothing is written there but that a practice ended by itself.
        hier: whether this process has them: one that has others beside it has not, as a practice lives in one.
    """

    def __init__(self, verwerking: Verwerking, echt: Omgeving, zender: Sender, *, hier: bool = True) -> None:
        self._hier = hier
        self._map = Path(echt.settings.opslag.tijdvak_bestand).parent / "oefenen" / echt.kanaal
        self._met = verwerking, zender
        self._echt = echt
        self._alle: dict[str, Oefening] = {}
        self._een = asyncio.Lock()
        """Making one takes a while: two who begin together would both find the last place."""

    def __bool__(self) -> bool:
        """Say whether anyone practises."""
        return bool(self._alle)

    def van(self, wie: str | None) -> Oefening | None:
        """Return the practice of somebody."""
        return self._alle.get(wie or "")

    async def herstel(self) -> None:
        """Go on with the practices that a stopped process left; one that cannot go on is over."""
        for map_ in sorted(self._map.iterdir()) if self._hier and self._map.is_dir() else ():
            try:
                self._alle[map_.name] = await Oefening.open(map_, self._echt, *self._met)
            except Exception:
                log.exception("a practice cannot go on after the restart, and is over")
                shutil.rmtree(map_, ignore_errors=True)
                await self._zeg_voorbij(map_.name)

    async def begin(self, wie: str, rollen: list[str], taal: str | None) -> Oefening:
        """Make a practice for somebody; one that they have already goes on.

        Raises:
            Vol: too many practise already.
        """
        async with self._een:
            if al := self._alle.get(wie):
                return al
            if len(self._alle) >= TEGELIJK or not self._hier:
                raise Vol
            map_ = self._map / str(int(wie))
            if not map_.is_dir():
                await oefening.maak(map_, self._echt, Feiten(wie, rollen, taal))
            try:
                self._alle[wie] = await Oefening.open(map_, self._echt, *self._met)
            except Exception:
                shutil.rmtree(map_, ignore_errors=True)  # the next time it is made anew
                raise
            return self._alle[wie]

    async def gooi_weg(self, wie: str) -> None:
        """End the practice of somebody, and leave nothing of it; harmless when there is none."""
        if (deze := self._alle.pop(wie, None)) is not None:
            try:
                await deze.sluit()
            finally:
                shutil.rmtree(deze.map, ignore_errors=True)

    async def werk(self) -> None:
        """Look every minute which are over, until cancelled."""
        while True:
            try:
                await self.ruim_op(datetime.now(UTC))
            except Exception:
                log.exception("the practices that are over were not cleared away")
            await asyncio.sleep(KIJK_SECONDEN)

    async def ruim_op(self, now: datetime) -> None:
        """Throw away what nobody used for a day, and say so to who practised.

        Args:
            now: of the system's time.
        """
        for wie, deze in list(self._alle.items()):
            if deze.laatst_gebruikt() + BLIJFT < now:
                await self.gooi_weg(wie)
                await self._zeg_voorbij(wie)

    async def sluit(self) -> None:
        """Stop all; the folders stay for the next start."""
        for deze in self._alle.values():
            await deze.sluit()
        self._alle.clear()

    async def _zeg_voorbij(self, wie: str) -> None:
        kanaal, wijk = self._echt.kanaal, self._echt.wijk

        def schrijf(tx: Connection) -> None:
            gevonden = accounts.wie(tx, wijk, kanaal, wie)
            if gevonden is not None:
                sleutel = f"oefenen:{outbox_nummer}"
                boodschap = Boodschap("oefenen.verlopen")
                outbox.schrijf(tx, wijk, sleutel, [gevonden.account], boodschap, baan=Baan.HERINNERING)

        outbox_nummer = int(datetime.now(UTC).timestamp())
        await self._echt.database.write(wijk, schrijf)
