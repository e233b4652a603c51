"""All practices of an installation: each a folder beside its other files, which is thrown away when it is over.

Where several processes handle updates, each has practices, and hears all of who practises with it (`oefenaars`). Those
of one that died another goes on with that finds the folder: one on the same machine.
"""

import asyncio
import logging
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from berichten import Boodschap
from bot.channels.ploeg import Ploeg
from bot.channels.sender import Sender
from bot.oefenen import oefening
from bot.oefenen.oefening import Feiten, Oefening
from bot.rules.pacing import Baan
from bot.storage import accounts, oefenaars, outbox
from handlers.verwerking import Omgeving, Verwerking

log = logging.getLogger(__name__)

TEGELIJK = 10
"""So many may practise at once: each takes three threads and a look at its rows every second."""
BLIJFT = timedelta(days=1)
"""A practice in which nothing was done for so long is over."""
KIJK_SECONDEN = 60.0
_CHAT = "chat:"
"""How the queue of a chat begins; see `rij_van`."""


class Vol(Exception):  # noqa: N818 (named as the state that it is)
    """As many practise already as may at once."""


class Oefeningen:
    """Begins practices, finds them, and throws them away.

    Args:
        echt: the real wijk; nothing is written there but where somebody practises, and that it ended by itself.
        bot: of whom the updates are.
        ploeg: where other processes have practices too.
    """

    def __init__(
        self, verwerking: Verwerking, echt: Omgeving, zender: Sender, bot: str, ploeg: Ploeg | None = None
    ) -> None:
        self._ploeg = ploeg
        self._waar = echt.kanaal, bot
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
        mappen = {map_.name for map_ in self._map.iterdir()} if self._map.is_dir() else set()
        mappen = {naam for naam in mappen if not naam.startswith(".")}  # being made
        elders = await self._elders()
        for wie in sorted(mappen | {wie for wie, leeft in elders.items() if not leeft}):
            if self._ploeg is None or wie in elders:
                await self.neem_over(wie)
            elif await self._neem(wie):
                await self.gooi_weg(wie)  # it is over: another machine could not go on with it

    async def neem_over(self, wie: str) -> None:
        """Go on with the practice of somebody that lies with no process that lives, or let it be over."""
        async with self._een:
            if wie in self._alle or not await self._neem(wie, over=True):
                return
            try:
                self._alle[wie] = await Oefening.open(self._map / wie, self._echt, *self._met)
            except Exception:
                log.exception("a practice cannot go on, and is over")
                await self.gooi_weg(wie)
                await self._zeg_voorbij(wie)

    async def begin(self, wie: str, rollen: list[str], taal: str | None) -> Oefening:
        """Make a practice for somebody; one that they have already goes on.

        Raises:
            Vol: too many practise already.
        """
        async with self._een:
            if al := self._alle.get(wie):
                return al
            if len(self._alle) >= TEGELIJK or not await self._neem(wie):
                raise Vol
            map_ = self._map / str(int(wie))
            try:
                if not map_.is_dir():
                    await oefening.maak(map_, self._echt, Feiten(wie, rollen, taal))
                self._alle[wie] = await Oefening.open(map_, self._echt, *self._met)
            except Exception:
                await self.gooi_weg(wie)  # the next time it is made anew
                raise
            return self._alle[wie]

    async def gooi_weg(self, wie: str) -> None:
        """End the practice of somebody, and leave nothing of it; harmless when there is none."""
        deze = self._alle.pop(wie, None)
        try:
            if deze is not None:
                await deze.sluit()
        finally:
            for map_ in (self._map / wie, self._map / f".{wie}"):
                shutil.rmtree(map_, ignore_errors=True)
            if self._ploeg is not None:
                await self._echt.database.write(None, oefenaars.laat_los, *self._waar, f"{_CHAT}{wie}")

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

        What a process left that died is taken over too.

        Args:
            now: of the system's time.
        """
        if self._ploeg is not None:
            await self.herstel()
        for wie, deze in list(self._alle.items()):
            if deze.laatst_gebruikt() + BLIJFT < now:
                await self.gooi_weg(wie)
                await self._zeg_voorbij(wie)

    async def sluit(self) -> None:
        """Stop all; the folders stay for the next start, or for who takes them over."""
        while self._alle:
            _, deze = self._alle.popitem()
            await deze.sluit()

    async def _neem(self, wie: str, *, over: bool = False) -> bool:
        if self._ploeg is None:
            return True
        neem, rij = oefenaars.neem_over if over else oefenaars.neem, f"{_CHAT}{wie}"
        return await self._echt.database.write(None, neem, *self._waar, rij, self._ploeg.nr)

    async def _elders(self) -> dict[str, bool]:
        """Return who practises with any process, and whether that lives; nothing where there is but one."""
        if self._ploeg is None:
            return {}
        rijen = await self._echt.database.read(oefenaars.alle, *self._waar)
        return {rij.removeprefix(_CHAT): leeft for rij, leeft in rijen.items()}

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
