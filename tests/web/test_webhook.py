"""The webhook: only who knows the secret gets in, and 200 means that the update is kept."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot.channels.intake import Intake
from bot.storage import Database
from bot.storage.inbox import Post
from bot.storage.tables import inbox
from bot.web.paginas import paginas_app
from bot.web.server import bind, serveer
from bot.web.webhook import MAX_BYTES, PAD, webhook_routes
from tests.channels.conftest import bericht

GEHEIM = "een-geheim-van-genoeg-tekens"


class Haak:
    """A served webhook and its intake."""

    def __init__(self, url: str, http: aiohttp.ClientSession, database: Database, gehoord: list[str]) -> None:
        self.url = url
        self.database = database
        self.gehoord = gehoord
        self._http = http

    async def post(self, inhoud: Any, geheim: str | None = GEHEIM, pad: str = PAD) -> int:
        data = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
        koppen = {} if geheim is None else {"X-Telegram-Bot-Api-Secret-Token": geheim}
        async with self._http.post(self.url + pad, data=data, headers=koppen) as antwoord:
            assert await antwoord.read() is not None
            return antwoord.status

    async def get(self, pad: str) -> tuple[int, str]:
        async with self._http.get(self.url + pad) as antwoord:
            return antwoord.status, await antwoord.text()

    async def bewaard(self) -> list[int]:
        return await self.database.read(lambda tx: list(tx.scalars(select(inbox.c.update_id).order_by(inbox.c.id))))


@pytest.fixture
async def haak(database: Database) -> AsyncIterator[Haak]:
    gehoord: list[str] = []

    async def verwerk(post: Post) -> None:
        gehoord.append(json.loads(post.inhoud)["message"]["text"])

    async def niets(*_: object) -> Any: ...

    intake = Intake(database, "telegram", "42", verwerk, niets, niets)
    stekker = bind("127.0.0.1", 0)
    app = paginas_app(webhook_routes(intake.ontvang, GEHEIM))
    los = aiohttp.TCPConnector(force_close=True)  # after a fault the server closes the connection
    async with serveer(app, stekker), aiohttp.ClientSession(connector=los) as http:
        yield Haak(f"http://127.0.0.1:{stekker.getsockname()[1]}", http, database, gehoord)
        await intake.stop()


async def test_an_update_with_the_right_secret_is_kept_before_it_is_confirmed(haak: Haak) -> None:
    assert await haak.post(bericht(1)) == 200
    assert await haak.bewaard() == [1]


@pytest.mark.parametrize("geheim", [None, "", "fout", GEHEIM + "x", GEHEIM[:-1], "é€", GEHEIM.upper()])
async def test_without_the_right_secret_nothing_is_read_or_kept(haak: Haak, geheim: str | None) -> None:
    assert await haak.post(bericht(1), geheim and geheim.encode().decode("latin-1")) == 403
    assert await haak.bewaard() == []


async def test_a_body_that_is_too_large_is_refused(haak: Haak) -> None:
    assert await haak.post(b'"' + b"x" * MAX_BYTES + b'"') == 413
    assert await haak.post(bericht(1)) == 200


@pytest.mark.parametrize("lichaam", [b"", b"geen json", b"\xff", b'{"update_id": 1', b"[" * 100_000])
async def test_a_body_that_is_no_json_is_refused(haak: Haak, lichaam: bytes) -> None:
    assert await haak.post(lichaam) == 400
    assert await haak.bewaard() == []


@pytest.mark.parametrize("lichaam", [[], [bericht(1)], "tekst", 7, None, {}, {"update_id": "x"}, {"update_id": 2**70}])
async def test_what_can_never_be_kept_is_not_asked_for_again(haak: Haak, lichaam: Any) -> None:
    """Telegram repeats for a day what is not answered with 200, and holds back what comes after."""
    assert await haak.post(lichaam) == 200
    assert await haak.bewaard() == []


async def test_an_update_that_telegram_repeats_is_handled_once(haak: Haak) -> None:
    for _ in range(3):
        assert await haak.post(bericht(5, "een keer")) == 200
    assert await haak.post(bericht(4, "later gekomen, eerder gemaakt")) == 200
    assert await haak.bewaard() == [5, 4]
    assert haak.gehoord[:1] == ["een keer"]
    assert haak.gehoord.count("een keer") == 1


async def test_what_cannot_be_kept_now_is_not_confirmed(haak: Haak, monkeypatch: pytest.MonkeyPatch) -> None:
    async def weg(*_: object) -> None:
        raise ConnectionError("the database is away")

    with monkeypatch.context() as even:
        even.setattr(haak.database, "write", weg)
        assert await haak.post(bericht(1)) == 500
    assert await haak.post(bericht(1)) == 200


async def test_there_is_nothing_else_to_find(haak: Haak) -> None:
    assert (await haak.get("/gezond"))[0] == 200
    assert (await haak.get(PAD))[0] == 405
    for pad in ("/", "/chat", "/chat/api/klok", "/docs", "/openapi.json"):
        assert (await haak.get(pad))[0] == 404
