"""Updates in: stored before they are confirmed, one queue per chat, chats beside each other (rule 2 of the design).

What an update does is decided in handlers/; this file sees to it that each is handled once, in order, and answered.
"""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

from bot.channels.bundel import Bundel
from bot.channels.einde import Einde
from bot.channels.herkomst import heeft_id, is_praat, rij_van
from bot.channels.ploeg import Ploeg
from bot.logboek import op_spoor
from bot.storage import Database, chatwissingen, inbox, postverdeling
from bot.storage.inbox import Post
from bot.tellers import BEHANDELD

log = logging.getLogger(__name__)

_GELUKT, _MISLUKT = BEHANDELD.labels("ok"), BEHANDELD.labels("failed")

POGINGEN = 3
WACHT_SECONDEN = 1.5
_GENOEG_SECONDEN = 1.0
_MERK_SECONDEN = 0.5
MAX_WACHT_SECONDEN = 60.0
BEWAREN = timedelta(days=7)
VOL = 500
"""So many updates may wait in memory before the intake asks for no more."""
GREEP = 32
"""So many updates a process has in hand where several share them: what one has that is killed waits for a while."""
KIJK_SECONDEN = 1.0
"""So often a process looks for updates of which it heard nothing."""
ONDERWERP = "inbox"
"""The subject under which processes tell each other of updates; see `Omroep`."""

Verwerk = Callable[[Post], Awaitable[str | None]]
"""Handles an update and returns the answer that was committed with its effect; None when there is nothing to say."""
Antwoord = Callable[[Post, str], Awaitable[list[int]]]
"""Sends a committed answer, and returns which messages of this stand in the person's own chat; raises nothing."""


class Intake:
    """Takes updates of one bot, from polling or webhook, through handling to a sent answer.

    Args:
        ploeg: where other processes do so too: what comes in is of whoever takes it first (`haal`).
        einde: of the process: what is not begun by then waits in the inbox for the next start.
    """

    def __init__(
        self,
        database: Database,
        kanaal: str,
        bot: str,
        verwerk: Verwerk,
        antwoord: Antwoord,
        mislukt: Callable[[Post], Awaitable[None]],
        ploeg: Ploeg | None = None,
        einde: Einde | None = None,
    ) -> None:
        self._database = database
        self._kanaal = kanaal
        self._bot = bot
        self._verwerk = verwerk
        self._antwoord = antwoord
        self._mislukt = mislukt
        self._einde = einde or Einde()
        self._rijen: dict[str, deque[Post]] = {}
        self._werkers: set[asyncio.Task[None]] = set()
        self._bekend: dict[int, float] = {}
        """Rows that this process has taken up and that are not yet marked done, each since when."""
        self._klaar: list[tuple[int, list[int]]] = []
        self._ruimer: asyncio.Task[None] | None = None
        self._wachtend = 0
        self._bewaarder = Bundel(self._bewaar)
        """By webhook they come one by one, at the same time."""
        self.ontvangen = 0
        """So many updates came in since this process started."""
        self._ruimte = asyncio.Event()
        self._ruimte.set()
        self._ploeg = ploeg
        self._er_is_post = asyncio.Event()
        self._meer = False
        """There was more to take than there was room for."""
        if ploeg is not None:
            ploeg.bij_dood(self._laat_vallen)
            ploeg.omroep.hoor(f"{ONDERWERP}:{kanaal}", lambda _: self._er_is_post.set())

    async def herstel(self) -> int:
        """Take up what a stopped process left, before anything new comes in; return how many."""
        if self._ploeg is not None:  # who has it is found out in `haal`
            return 0
        posten = await self._database.read(inbox.open_post, self._kanaal, self._bot)
        self._zet_in_rij(posten)
        return len(posten)

    async def ontvang(self, updates: Sequence[Any]) -> None:
        """Store updates as they came, parsed as JSON only; they may be confirmed when this returns."""
        met_id = [u for u in updates if heeft_id(u)]
        bruikbaar = [(u["update_id"], rij_van(u), json.dumps(u)) for u in met_id if not is_praat(u)]
        if len(met_id) < len(updates):
            log.error("%d updates without an update_id were refused", len(updates) - len(met_id))
        await self._bewaarder.erbij(bruikbaar)

    async def _bewaar(self, updates: Sequence[inbox.Nieuw]) -> None:
        van = self._kanaal, self._bot
        nieuw = await self._database.write(None, inbox.bewaar, *van, updates, datetime.now(UTC))
        if self._ploeg is not None:
            self.ontvangen += len(nieuw)
            self._er_is_post.set()
            self._ploeg.omroep.zeg(f"{ONDERWERP}:{self._kanaal}", "")
            return
        if len(nieuw) < len(updates):  # repeats, or rows of a COMMIT that landed unseen and that nobody took up
            nieuw = await self._database.read(inbox.onverwerkt, *van, [nummer for nummer, _, _ in updates])
        self.ontvangen += len(nieuw)
        self._zet_in_rij(nieuw)

    async def haal(self) -> None:
        """Take updates that no other process has, while there is room, until cancelled."""
        assert self._ploeg is not None  # noqa: S101 (who is alone has them all)
        while True:
            self._er_is_post.clear()
            try:
                await self._grijp(self._ploeg)
            except Exception:
                log.exception("no updates could be taken, again in %.0f s", KIJK_SECONDEN)
            with suppress(TimeoutError):
                async with asyncio.timeout(KIJK_SECONDEN):
                    await self._er_is_post.wait()

    async def _grijp(self, ploeg: Ploeg) -> None:
        while (ruimte := GREEP - self._wachtend) > 0:
            nr = ploeg.nr
            van = self._kanaal, self._bot, nr, ruimte, list(self._bekend)
            posten = await self._database.write(postverdeling.VERDELING, postverdeling.neem, *van)
            if nr != ploeg.nr or not ploeg.leeft():  # others may have them by now; else they are taken once more
                return
            self._zet_in_rij(posten)
            self._meer = len(posten) == ruimte
            if not self._meer:
                return

    def oudste(self) -> float:
        """Return for how many seconds the first update waits that this process has and did not end yet."""
        return monotonic() - next(iter(self._bekend.values()), monotonic())

    async def ruimte(self) -> None:
        """Wait until there is room for more updates."""
        await self._ruimte.wait()

    async def stop(self) -> None:
        """Finish what is in the queues, within reason: what waits for the network is taken up at the next start."""
        await self._bewaarder.stop(self._einde.over())
        if self._werkers:
            await asyncio.wait(self._werkers, timeout=self._einde.over())
        for werker in self._werkers:
            werker.cancel()
        await asyncio.gather(*self._werkers, return_exceptions=True)
        if (ruimer := self._ruimer) is not None:  # what it does not get to is answered once more at the next start
            await asyncio.wait([ruimer], timeout=self._einde.over())
            ruimer.cancel()

    async def ruim_op(self) -> int:
        """Delete rows that are older than anything Telegram could still repeat; return how many.

        In which chat they were goes sooner: as soon as nothing can be deleted there any more.
        """
        now = datetime.now(UTC)
        await self._database.write(None, inbox.vergeet_chats, now - chatwissingen.TERMIJN)
        return await self._database.write(None, inbox.ruim_op, now - BEWAREN)

    def _zet_in_rij(self, posten: Sequence[Post]) -> None:
        for post in posten:
            if post.id in self._bekend:
                continue
            self._bekend[post.id] = monotonic()
            self._wachtend += 1
            if post.rij in self._rijen:
                self._rijen[post.rij].append(post)
            else:
                self._rijen[post.rij] = deque([post])
                werker = asyncio.create_task(self._werk(post.rij))
                self._werkers.add(werker)
                werker.add_done_callback(self._werkers.discard)
        if self._wachtend >= VOL:
            self._ruimte.clear()

    async def _laat_vallen(self) -> None:
        """Forget all that is in hand: others took it over."""
        werkers = list(self._werkers)
        for werker in werkers:
            werker.cancel()
        await asyncio.gather(*werkers, return_exceptions=True)
        self._rijen, self._bekend, self._wachtend = {}, {}, 0
        self._er_is_post.set()

    async def _werk(self, rij: str) -> None:
        wachtend = self._rijen[rij]
        while wachtend and self._einde.over() > _GENOEG_SECONDEN:
            post = wachtend.popleft()
            try:
                with op_spoor(f"u{post.id}"):
                    await self._behandel(post)
            except Exception:  # of what we wrote ourselves: the row stays as it is, the queue goes on
                log.exception("update %d stays in the inbox for the next start", post.id)
            self._wachtend -= 1
            if self._wachtend < VOL:
                self._ruimte.set()
            if self._meer and self._wachtend <= GREEP // 2:
                self._er_is_post.set()
        del self._rijen[rij]

    async def _behandel(self, post: Post) -> None:
        if self._ploeg is not None:
            await self._ploeg.zeker()
        antwoord = post.antwoord if post.antwoord is not None else await self._probeer(post)
        if self._ploeg is not None:  # an old answer after a newer one would stand in the chat for good
            await self._ploeg.zeker()
        in_chat = [] if antwoord is None else await self._antwoord(post, antwoord)
        self._klaar.append((post.id, in_chat))
        if self._ruimer is None:
            self._ruimer = asyncio.create_task(self._markeer_klaar())

    async def _probeer(self, post: Post) -> str | None:
        """Handle an update. What stays wrong is given up; while the database is away its whole queue waits."""
        ronde = 0
        while True:
            for poging in range(1, POGINGEN + 1):
                begin = monotonic()
                try:
                    antwoord = await self._verwerk(post)
                except Exception:
                    _MISLUKT.observe(monotonic() - begin)
                    log.exception("update %d failed, try %d of %d", post.id, poging, POGINGEN)
                else:
                    _GELUKT.observe(monotonic() - begin)
                    return antwoord
                if poging < POGINGEN:
                    await asyncio.sleep(WACHT_SECONDEN)
            try:
                return await self._geef_op(post)
            except Exception:
                log.exception("the database is away: update %d waits", post.id)
                await asyncio.sleep(min(WACHT_SECONDEN * 2**ronde, MAX_WACHT_SECONDEN))
                ronde = min(ronde + 1, 8)

    async def _geef_op(self, post: Post) -> str | None:
        """Mark an update as failed and say so; when its effect turns out to stand, return the answer to that."""
        if await self._database.write(None, inbox.mislukt, post.id):
            await self._mislukt(post)
            return None
        return await self._database.read(inbox.antwoord, post.id)

    async def _markeer_klaar(self) -> None:
        try:
            while self._klaar:
                posten = dict(groep := self._klaar[:500])
                try:
                    await self._database.write(None, inbox.klaar, posten)
                except Exception:
                    log.exception("%d updates that were answered could not be marked, again soon", len(posten))
                    await asyncio.sleep(_MERK_SECONDEN)
                    continue
                del self._klaar[: len(groep)]
                for post in posten:
                    self._bekend.pop(post, None)
        finally:
            self._ruimer = None
