"""A Bot API server with nothing to it, in a process of its own: hands out prepared taps and counts their answers.

Beside the Bot API it has two calls for the benchmark: `/begin` forgets everything, for the next bot; `/los/<n>` waits
until the bot asks, lets it have the first n taps, and answers with the seconds that it took when all are answered.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.bench._opgave import BOT, EERSTE_UPDATE

PER_KEER = 100
WAAR = b'{"ok":true,"result":true}'


class Uitgifte:
    """The updates that a bot may have by now."""

    def __init__(self, updates: list[dict[str, Any]]) -> None:
        self._updates = [json.dumps(u, ensure_ascii=False, separators=(",", ":")).encode() for u in updates]
        self._nieuw = asyncio.Event()
        self.los = 0
        self.gevraagd = asyncio.Event()

    def laat_los(self, tot: int) -> None:
        """Let the bot have the first so many."""
        self.los = tot
        self._nieuw.set()

    async def get_updates(self, velden: dict[str, Any]) -> bytes:
        """Answer getUpdates, with long polling."""
        self.gevraagd.set()
        vanaf = max(int(velden.get("offset", 0)) - EERSTE_UPDATE, 0)
        if vanaf >= self.los:
            self._nieuw.clear()
            try:
                async with asyncio.timeout(float(velden.get("timeout", 0))):
                    await self._nieuw.wait()
            except TimeoutError:
                pass
        deel = self._updates[vanaf : min(self.los, vanaf + PER_KEER)]
        return b'{"ok":true,"result":[' + b",".join(deel) + b"]}"


class Botapi:
    """The state of one contender's turn."""

    def __init__(self, updates: list[dict[str, Any]]) -> None:
        self._updates = updates
        self._begin()

    def _begin(self) -> None:
        self._uitgifte = Uitgifte(self._updates)
        self._beeindigd: set[str] = set()
        self._bewerkt = 0
        self._alles = asyncio.Event()

    async def handel(self, request: web.BaseRequest) -> web.Response:
        """Answer one request; an unknown method is simply true."""
        methode, velden = await gelezen(request)
        match methode:
            case "getUpdates":
                inhoud = await self._uitgifte.get_updates(velden)
            case "editMessageText":
                inhoud = self._edit_message_text(velden)
            case "answerCallbackQuery":
                self._beeindigd.add(velden["callback_query_id"])
                self._tel()
                inhoud = WAAR
            case "getMe":
                inhoud = json.dumps({"ok": True, "result": BOT}).encode()
            case "begin":
                self._begin()
                inhoud = b""
            case n if n.isdigit():
                inhoud = await self._laat_los(int(n))
            case _:
                inhoud = WAAR
        return web.Response(body=inhoud, content_type="application/json")

    def _edit_message_text(self, velden: dict[str, Any]) -> bytes:
        assert velden["parse_mode"] == "HTML"
        assert "is_disabled" in velden["link_preview_options"]
        self._bewerkt += 1
        self._tel()
        return bericht(velden, int(velden["message_id"]))

    async def _laat_los(self, tot: int) -> bytes:
        await self._uitgifte.gevraagd.wait()
        begin = time.perf_counter()
        self._alles.clear()
        self._uitgifte.laat_los(tot)
        await self._alles.wait()
        duur = time.perf_counter() - begin
        await asyncio.sleep(0.2)  # what comes now came too often
        assert (len(self._beeindigd), self._bewerkt) == (tot, tot), "a tap was answered more than once"
        return json.dumps(duur).encode()

    def _tel(self) -> None:
        if len(self._beeindigd) == self._bewerkt == self._uitgifte.los:
            self._alles.set()


async def gelezen(request: web.BaseRequest) -> tuple[str, dict[str, Any]]:
    """Return the last part of a request's path, and its fields."""
    return request.path.rpartition("/")[2], _velden(request.content_type, await request.read())


def bericht(velden: dict[str, Any], message_id: int) -> bytes:
    """Return the answer to a call that wrote or changed a message."""
    chat = int(velden["chat_id"])
    geschreven = {
        "message_id": message_id,
        "from": BOT,
        "chat": {"id": chat, "first_name": "Merel", "username": f"merel{chat}", "type": "private"},
        "date": 1801500000,
        "edit_date": 1801500060,
        "text": velden["text"].replace("<b>", "").replace("</b>", ""),
        "entities": [{"type": "bold", "offset": 0, "length": 42}],
        "link_preview_options": {"is_disabled": True},
    }
    if foto := velden.get("photo"):
        file_id = foto if isinstance(foto, str) else f"AgAC{message_id}"
        geschreven["photo"] = [{"file_id": file_id, "file_unique_id": file_id, "width": 1080, "height": 900}]
    if knoppen := velden.get("reply_markup"):
        geschreven["reply_markup"] = json.loads(knoppen) if isinstance(knoppen, str) else knoppen
    return json.dumps({"ok": True, "result": geschreven}, ensure_ascii=False).encode()


def _velden(soort: str, body: bytes) -> dict[str, Any]:
    if soort == "application/json":
        velden: dict[str, Any] = json.loads(body)
        return velden
    return dict(parse_qsl(body.decode()))


async def serveer(handel: Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]) -> None:
    """Serve on a free port, which is printed, until the input ends."""
    runner = web.ServerRunner(web.Server(handel))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


async def main(opgave: dict[str, Any]) -> None:
    await serveer(Botapi(opgave["updates"]).handel)


if __name__ == "__main__":
    asyncio.run(main(json.loads(Path(sys.argv[1]).read_text())))
