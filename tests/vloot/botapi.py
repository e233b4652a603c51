"""A Bot API server in a process of its own, which brings updates by webhook: `python -m tests.vloot.botapi OPDRACHT`.

It brings them as Telegram does: of one chat one after another, each until it is taken (2xx), chats beside each other.
It keeps what it was asked to write, in order. For whoever drives it: `/breng/<n>` brings the first n and answers with
the seconds until all of them were answered; `/verslag` tells all that was written.
"""

import asyncio
import json
import sys
import time
from collections import defaultdict, deque
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from tests.bench._botapi import WAAR, bericht, gelezen, serveer
from tests.bench._buurt import tik
from tests.bench._opgave import BOT, EERSTE_UPDATE

TEGELIJK = 48


class Botapi:
    """What is to be brought, and what was written."""

    def __init__(self, opdracht: dict[str, Any]) -> None:
        self._taps = opdracht["taps"]
        self._scherm = opdracht["scherm"]
        self._haak = opdracht["haak"]
        self._koppen = {"X-Telegram-Bot-Api-Secret-Token": opdracht["geheim"], "Content-Type": "application/json"}
        self._wachtend: dict[int, deque[int]] = defaultdict(deque)
        self._gebracht = 0
        self._beantwoord: set[str] = set()
        self._doel = 0
        self._alles = asyncio.Event()
        self._opnieuw = 0
        self._meldingen: list[str] = []
        self._schermen: dict[int, str] = {}
        self._berichten: list[tuple[int, int, str]] = []
        self._pogingen = 0
        self._sessie: aiohttp.ClientSession | None = None

    async def handel(self, request: web.BaseRequest) -> web.Response:
        """Answer one request; an unknown method is simply true."""
        methode, velden = await gelezen(request)
        match methode:
            case "answerCallbackQuery":
                self._meldingen.append(velden["callback_query_id"])
                self._beantwoord.add(velden["callback_query_id"])
                if len(self._beantwoord) >= self._doel:
                    self._alles.set()
                inhoud = WAAR
            case "editMessageText":
                self._schermen[int(velden["chat_id"])] = velden["text"]
                inhoud = bericht(velden, int(velden["message_id"]))
            case "sendMessage":
                nummer = len(self._berichten) + 1_000_000
                self._berichten.append((int(velden["chat_id"]), nummer, velden["text"]))
                inhoud = bericht(velden, nummer)
            case "getMe":
                inhoud = json.dumps({"ok": True, "result": BOT}).encode()
            case "verslag":
                inhoud = json.dumps(self._verslag()).encode()
            case n if n.isdigit():
                inhoud = json.dumps(await self._breng(int(n))).encode()
            case _:
                inhoud = WAAR
        return web.Response(body=inhoud, content_type="application/json")

    def _verslag(self) -> dict[str, Any]:
        return {
            "meldingen": self._meldingen,
            "schermen": self._schermen,
            "berichten": self._berichten,
            "opnieuw": self._opnieuw,
        }

    async def _breng(self, tot: int) -> float:
        begin = time.perf_counter()
        self._doel = tot
        self._alles.clear()
        if self._sessie is None:
            verbinding = aiohttp.TCPConnector(limit=0, force_close=False, keepalive_timeout=5)
            self._sessie = aiohttp.ClientSession(connector=verbinding, timeout=aiohttp.ClientTimeout(total=10))
        for nummer in range(self._gebracht, tot):
            self._wachtend[self._taps[nummer][0]].append(nummer)
        self._gebracht = tot
        klaar: asyncio.Queue[int] = asyncio.Queue()
        for chat in list(self._wachtend):
            klaar.put_nowait(chat)
        await asyncio.gather(*(self._brenger(klaar, self._sessie) for _ in range(TEGELIJK)))
        await self._alles.wait()
        return time.perf_counter() - begin

    async def _brenger(self, klaar: "asyncio.Queue[int]", sessie: aiohttp.ClientSession) -> None:
        """Bring one update of a chat that is free, and let the chat wait its turn again."""
        while not klaar.empty():
            chat = klaar.get_nowait()
            wacht = self._wachtend[chat]
            nummer = wacht.popleft()
            update = json.dumps(tik(EERSTE_UPDATE + nummer, chat, self._taps[nummer][1], self._scherm))
            while not await self._poging(sessie, update):
                self._opnieuw += 1
                await asyncio.sleep(0.05)
            if wacht:
                klaar.put_nowait(chat)
            else:
                del self._wachtend[chat]

    async def _poging(self, sessie: aiohttp.ClientSession, update: str) -> bool:
        try:
            async with sessie.post(self._haak, data=update, headers=self._koppen) as antwoord:
                return antwoord.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False


async def main(opdracht: dict[str, Any]) -> None:
    await serveer(Botapi(opdracht).handel)


if __name__ == "__main__":
    asyncio.run(main(json.loads(Path(sys.argv[1]).read_text())))
