"""A Bot API server that enforces Telegram's limits, in a process of its own, and remembers when it accepted what.

Beside the Bot API it has calls for the benchmark: `/begin` forgets everything, for the next bot; `/stroom` begins to
hand out updates at a steady pace; `/zend` marks the beginning of the broadcast; `/klaar` waits until it has arrived, or
nothing has come of it for a while; `/einde` stops the updates, waits for their answers and tells all that happened.
"""

import asyncio
import json
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.webchat.fouten import ApiError, weiger
from bot.webchat.tempo import PER_SECONDE, TELT, Tempo
from tests.bench._botapi import WAAR, Uitgifte, bericht, gelezen, serveer
from tests.bench._opgave import BOT, MAKER, Opgave

GEEN_NIEUWS_SECONDEN = 10.0
"""After so long without a message of the broadcast no more is expected."""
ANTWOORD_SECONDEN = 20.0
"""So long an answer may take after the broadcast."""


@dataclass
class Grens:
    """What Telegram may do, both ways at once: nobody outside knows how it counts.

    In any second as many as `PER_SECONDE`, and a bucket of that size that fills at that pace; one a second in one chat,
    where short bursts pass (`Tempo`).
    """

    klok: Callable[[], float]
    _emmer: float = PER_SECONDE
    _gevuld_op: float = 0.0

    def __post_init__(self) -> None:
        self._tempo = Tempo(self.klok, PER_SECONDE)

    def neem(self, chat: int) -> ApiError | None:
        """Count one message, or return the refusal of one that is too many."""
        nu = self.klok()
        self._emmer = min(self._emmer + (nu - self._gevuld_op) * PER_SECONDE, PER_SECONDE)
        self._gevuld_op = nu
        if self._emmer < 1:
            fout = weiger("te_snel", seconden=1)
            fout.wacht = 1
            return fout
        fout_of_niets = self._tempo.neem(chat)
        if fout_of_niets is None:
            self._emmer -= 1
        return fout_of_niets


@dataclass
class Verloop:
    """What happened, in seconds of one clock.

    Attributes:
        vrij: for each update that was handed out, since when it could be fetched.
        beantwoord: for each of these, when its answer was accepted.
        gezonden: when each message of the broadcast was accepted, and in which chat.
        voortgang: when its maker was shown how it goes.
        overbodig: answers to nothing.
        te_snel: refusals.
        zend_op: when the broadcast was begun.
        einde_op: until when answers were waited for.
    """

    vrij: list[float] = field(default_factory=list)
    beantwoord: dict[int, float] = field(default_factory=dict)
    gezonden: list[tuple[float, int]] = field(default_factory=list)
    voortgang: list[float] = field(default_factory=list)
    overbodig: int = 0
    te_snel: int = 0
    zend_op: float = 0.0
    einde_op: float = 0.0


class StrengeBotapi:
    """The state of one contender's turn."""

    def __init__(self, opgave: Opgave) -> None:
        self._opgave = opgave
        self._uitdeler: asyncio.Task[None] | None = None
        self._begin()

    def _begin(self) -> None:
        self._uitgifte = Uitgifte(self._opgave.updates)
        self._grens = Grens(time.perf_counter)
        self._verloop = Verloop()
        self._open: dict[int, deque[int]] = defaultdict(deque)
        self._alles_beantwoord = asyncio.Event()
        self._nummer = 10_000

    async def handel(self, request: web.BaseRequest) -> web.Response:
        """Answer one request after the time that the network takes."""
        methode, velden = await gelezen(request)
        if not request.path.startswith("/bot"):
            return web.Response(body=await self._stuur_bench(methode))
        onderweg = self._opgave.latentie_ms / 2000
        await asyncio.sleep(onderweg)
        status, inhoud = await self._roep(methode, velden)
        await asyncio.sleep(onderweg)
        return web.Response(status=status, body=inhoud, content_type="application/json")

    async def _roep(self, methode: str, velden: dict[str, Any]) -> tuple[int, bytes]:
        if methode == "getUpdates":
            return 200, await self._uitgifte.get_updates(velden)
        if methode == "getMe":
            return 200, json.dumps({"ok": True, "result": BOT}).encode()
        if methode not in TELT:
            return 200, WAAR
        chat = int(velden["chat_id"])
        if fout := self._grens.neem(chat):
            self._verloop.te_snel += 1
            return fout.code, json.dumps(fout.envelop()).encode()
        self._neem_aan(chat, velden["text"])
        self._nummer += 1
        return 200, bericht(velden, int(velden.get("message_id", self._nummer)))

    def _neem_aan(self, chat: int, tekst: str) -> None:
        nu = time.perf_counter()
        if chat == int(MAKER):
            self._verloop.voortgang.append(nu)
        elif self._opgave.uitzending in tekst:
            self._verloop.gezonden.append((nu, chat))
        elif self._open[chat]:
            self._verloop.beantwoord[self._open[chat].popleft()] = nu
            if len(self._verloop.beantwoord) == len(self._verloop.vrij):
                self._alles_beantwoord.set()
        else:
            self._verloop.overbodig += 1

    async def _stuur_bench(self, wat: str) -> bytes:
        match wat:
            case "begin":
                self._begin()
            case "stroom":
                await self._uitgifte.gevraagd.wait()
                self._uitdeler = asyncio.create_task(self._deel_uit())
            case "zend":
                self._verloop.zend_op = time.perf_counter()
            case "klaar":
                await self._wacht_tot_klaar()
            case "einde":
                return await self._einde()
        return b""

    async def _deel_uit(self) -> None:
        begin = time.perf_counter()
        for nummer, update in enumerate(self._opgave.updates):
            await asyncio.sleep(begin + nummer / self._opgave.per_seconde - time.perf_counter())
            persoon = (update.get("message") or update["callback_query"])["from"]["id"]
            self._open[persoon].append(nummer)
            self._verloop.vrij.append(time.perf_counter())
            self._alles_beantwoord.clear()
            self._uitgifte.laat_los(nummer + 1)

    async def _wacht_tot_klaar(self) -> None:
        hadden_het: set[int] = set()
        laatst = time.perf_counter()
        while len(hadden_het) < len(self._opgave.chats) and time.perf_counter() - laatst < GEEN_NIEUWS_SECONDEN:
            await asyncio.sleep(0.1)
            nu = {chat for _, chat in self._verloop.gezonden}
            if len(nu) > len(hadden_het):
                hadden_het, laatst = nu, time.perf_counter()

    async def _einde(self) -> bytes:
        if self._uitdeler:
            self._uitdeler.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._alles_beantwoord.wait(), ANTWOORD_SECONDEN)
        self._verloop.einde_op = time.perf_counter()
        await asyncio.sleep(0.5)  # what comes now came too often
        return json.dumps(vars(self._verloop)).encode()


if __name__ == "__main__":
    gegeven = Opgave(**json.loads(Path(sys.argv[1]).read_text()))

    async def main() -> None:
        await serveer(StrengeBotapi(gegeven).handel)

    asyncio.run(main())
