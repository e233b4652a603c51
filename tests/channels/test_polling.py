"""Long polling: an update is confirmed only after it is stored, and whatever comes back, it goes on."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import func, select

from bot.channels import polling
from bot.channels.herkomst import heeft_id
from bot.channels.intake import Intake
from bot.channels.transport import AiohttpRequest
from bot.storage import Database
from bot.storage.inbox import Post
from bot.storage.tables import inbox
from tests.channels.conftest import Update, bericht, tot

pytestmark = pytest.mark.usefixtures("ongeduldig")


class Wachtrij:
    """Telegram's queue of updates: gives what is not yet confirmed, and forgets what is."""

    def __init__(self) -> None:
        self.updates: list[Any] = []
        self.raar: list[web.Response] = []
        self.offsets: list[int] = []
        self.bij_bevestigen: Callable[[int], Awaitable[None]] | None = None

    async def __call__(self, request: web.Request) -> web.Response:
        velden = json.loads(await request.read())
        offset = int(velden["offset"])
        self.offsets.append(offset)
        if self.bij_bevestigen is not None and offset:
            await self.bij_bevestigen(offset)
        self.updates = [u for u in self.updates if not heeft_id(u) or u["update_id"] >= offset]
        if self.raar:
            return self.raar.pop(0)
        if not self.updates:
            await asyncio.sleep(0.02)
        return web.json_response({"ok": True, "result": self.updates[:2]})


@asynccontextmanager
async def bedien(rij: Wachtrij) -> AsyncIterator[str]:
    async def roep(request: web.Request) -> web.Response:
        return await rij(request)

    app = web.Application()
    app.router.add_post("/bot1:x/getUpdates", roep)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/bot1:x"
    finally:
        await runner.cleanup()


class Bot:
    """An intake that only hears, and the queue that it is fed from."""

    def __init__(self, database: Database) -> None:
        self.rij = Wachtrij()
        self.gehoord: list[str] = []
        self.database = database
        self.intake = Intake(database, "telegram", "1", self._verwerk, self._niets, self._niets)

    async def _verwerk(self, post: Post) -> None:
        self.gehoord.append(json.loads(post.inhoud).get("message", {}).get("text", "?"))

    async def _niets(self, *_: object) -> Any: ...

    async def tel(self) -> int:
        return await self.database.read(lambda tx: tx.scalar(select(func.count()).select_from(inbox)) or 0)

    async def hoort(self, *teksten: str) -> None:
        async def alles() -> bool:
            return self.gehoord == list(teksten)

        await tot(alles)


@pytest.fixture
async def bot(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    """A bot that polls."""
    monkeypatch.setattr(polling, "BEGIN_PAUZE", 0.01)
    monkeypatch.setattr(polling, "MAX_PAUZE", 0.05)
    bot = Bot(database)
    request = AiohttpRequest(5)
    await request.initialize()
    async with bedien(bot.rij) as basis:
        taak = asyncio.create_task(polling.poll(request, basis, bot.intake))
        yield bot
        assert not taak.done(), "polling ended by itself"
        taak.cancel()
        await asyncio.gather(taak, return_exceptions=True)
        await bot.intake.stop()
        await request.shutdown()


async def test_updates_come_in_order_and_are_confirmed_only_when_they_are_kept(bot: Bot) -> None:
    bewaard: dict[int, int] = {}

    async def kijk(offset: int) -> None:
        bewaard[offset] = await bot.tel()

    bot.rij.bij_bevestigen = kijk
    bot.rij.updates = [bericht(n, str(n)) for n in (11, 12, 13, 14, 15)]
    await bot.hoort("11", "12", "13", "14", "15")
    await tot(lambda: _bevat(bewaard, 16))
    assert all(aantal >= offset - 11 for offset, aantal in bewaard.items())


async def _bevat(waar: dict[int, int], wat: int) -> bool:
    return wat in waar


@pytest.mark.parametrize(
    ("status", "tekst"),
    [
        (500, "oeps"),
        (502, "<html>Bad Gateway</html>"),
        (200, "<html>Inloggen op het netwerk</html>"),
        (200, '{"ok": true}'),
        (200, '{"ok": true, "result": {"a": 1}}'),
        (200, '{"ok": true, "result": 7}'),
        (200, "[]"),
        (200, "null"),
        (200, '{"ok": false}'),
        (401, '{"ok": false, "error_code": 401, "description": "Unauthorized"}'),
        (409, '{"ok": false, "error_code": 409, "description": "Conflict: terminated by other getUpdates request"}'),
        (429, '{"ok": false, "error_code": 429, "description": "Too Many", "parameters": {"retry_after": 0}}'),
    ],
)
async def test_an_answer_that_is_none_is_asked_again(bot: Bot, status: int, tekst: str) -> None:
    bot.rij.raar = [web.Response(status=status, text=tekst, content_type="application/json") for _ in range(3)]
    bot.rij.updates = [bericht(1, "toch")]
    await bot.hoort("toch")


@pytest.mark.parametrize(
    "raar", [{}, {"update_id": "x"}, {"update_id": None, "message": {}}, "tekst", 7, None, [], {"update_id": 2**70}]
)
async def test_an_update_without_a_usable_id_does_not_stop_those_behind_it(bot: Bot, raar: Any) -> None:
    bot.rij.updates = [raar, bericht(2, "goed")]
    await bot.hoort("goed")


@pytest.mark.parametrize(
    "raar",
    [
        {"update_id": 1, "message": {"chat": {"id": "x" * 500}}},
        {"update_id": 1, "message": "\ud800"},
        {"update_id": 1, "iets_van_morgen": {"a": [1, 2]}},
    ],
)
async def test_an_update_that_does_not_parse_is_kept_confirmed_and_let_by(bot: Bot, raar: Update) -> None:
    bot.rij.updates = [raar, bericht(2, "goed"), bericht(3, "beter")]

    async def gehoord() -> bool:
        return bot.gehoord[-1:] == ["beter"]

    await tot(gehoord)
    assert await bot.tel() == 3


async def test_when_the_database_is_away_nothing_is_confirmed_and_nothing_is_lost(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = bot.database.write
    keren = [0]

    async def weg(*args: Any) -> Any:
        keren[0] += 1
        if keren[0] <= 2:
            raise ConnectionError("the database is away")
        return await echt(*args)

    monkeypatch.setattr(bot.database, "write", weg)
    bot.rij.updates = [bericht(1, "een"), bericht(2, "twee")]
    await bot.hoort("een", "twee")
    assert bot.rij.offsets[:3] == [0, 0, 0]


async def test_what_was_not_confirmed_before_a_kill_comes_again_and_is_handled_once(bot: Bot) -> None:
    await bot.intake.ontvang([bericht(1, "al bewaard")])
    bot.rij.updates = [bericht(1, "al bewaard"), bericht(2, "nieuw")]
    await bot.hoort("al bewaard", "nieuw")
