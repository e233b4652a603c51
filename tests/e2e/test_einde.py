"""Told to stop while everything hangs, the program ends by itself within seconds, and nothing is lost."""

import asyncio
import os
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import Connection, select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.storage import Database, open_database, outbox, postuit
from bot.storage import tables as t
from bot.voorbeeldbuurt import Rol
from tests.browser import Browsermens
from tests.builders import NU, een_account, een_bewoner
from tests.channels.test_post import NIEUWS, een_volger, mailserver
from tests.webchat.conftest import bedien
from tests.wereld import vrije_poort

TOKEN, ORGANISATOR, HOEVEEL = "4242:TEST-token_of_no_one", 9002, 200
RUIM_SECONDEN = 15.0
"""The bound is 5 s on a machine that does nothing else."""
INSTELLINGEN = """
[wijk]
naam = "Vogelbuurt"
[telegram]
token = "{token}"
api_url = "{api}"
botlink = "{api}/"
[web]
adres = "127.0.0.1:{poort}"
url = "http://127.0.0.1:{poort}"
[webchat]
aan = true
[post]
server = "127.0.0.1"
poort = {post}
afzender = "a@b.example"
starttls = false
[rollen]
organisator = ["telegram:{organisator}"]
[verzending]
stil_van = "00:00"
stil_tot = "00:00"
"""


class Botapi:
    """A Bot API that hangs on every message, once it is told to."""

    def __init__(self) -> None:
        self.hangt = asyncio.Event()
        self.door = asyncio.Event()
        self.aangekomen: Counter[str] = Counter()
        self.begonnen = 0
        self._updates: list[dict[str, Any]] = []

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/bot{token}/{methode}", self.roep, methods=["GET", "POST"])])

    def zeg(self, wie: int, tekst: str) -> None:
        """Let someone send a command in their own chat."""
        nummer = len(self._updates) + 1
        persoon = {"id": wie, "is_bot": False, "first_name": "X", "language_code": "nl"}
        deel = [{"type": "bot_command", "offset": 0, "length": len(tekst)}]
        chat, op = {"id": wie, "type": "private", "first_name": "X"}, int(time.time())
        bericht = {"message_id": nummer, "date": op, "chat": chat, "from": persoon, "text": tekst, "entities": deel}
        self._updates.append({"update_id": nummer, "message": bericht})

    async def roep(self, request: Request) -> Response:
        methode, velden = request.path_params["methode"], await request.json() if await request.body() else {}
        if methode == "getMe":
            return _ja({"id": 4242, "is_bot": True, "first_name": "G", "username": "GehoordBot"})
        if methode == "getUpdates":
            await asyncio.sleep(0.2)
            return _ja([een for een in self._updates if een["update_id"] >= velden.get("offset", 0)])
        if methode not in ("sendMessage", "editMessageText"):
            return _ja(True)
        self.begonnen += 1
        if self.hangt.is_set():
            await self.door.wait()
            return JSONResponse({"ok": False, "error_code": 502, "description": "Bad Gateway"}, 502)
        self.aangekomen[velden["text"]] += 1
        chat = {"id": velden["chat_id"], "type": "private"}
        return _ja({"message_id": self.begonnen + 100, "date": 0, "chat": chat, "text": "x"})


def _ja(wat: Any) -> Response:
    return JSONResponse({"ok": True, "result": wat})


def vul(tx: Connection) -> None:
    """A broadcast that waits for many, and a mail that waits."""
    wijk = tx.execute(select(t.wijk.c.id)).scalar_one()
    wie = [een_account(tx, str(1000 + n), bewoner=een_bewoner(tx, wijk)) for n in range(HOEVEEL)]
    outbox.schrijf(
        tx, wijk, "ronde", wie, Boodschap("tijdvak.hersteld", {"onzeker": 0, "vastgehouden": 0}), baan=Baan.UITZENDING
    )
    postuit.schrijf(tx, wijk, [een_volger(tx, wijk)], "volgnieuws", NIEUWS, "k", NU)


@asynccontextmanager
async def gehoord(map_: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run `gehoord start` until it can be told to stop."""
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("GEHOORD_")}
    with (map_ / "log.txt").open("a") as log:
        start = sys.executable, "-m", "bot", "start"
        proces = await asyncio.create_subprocess_exec(*start, cwd=map_, stderr=log, env=omgeving)
        al = (map_ / "log.txt").read_text().count("Gehoord draait voor")
        try:
            while (map_ / "log.txt").read_text().count("Gehoord draait voor") == al:
                assert proces.returncode is None, (map_ / "log.txt").read_text()
                await asyncio.sleep(0.05)
            yield proces
        finally:
            if proces.returncode is None:
                proces.kill()
                await proces.wait()


async def stop(proces: asyncio.subprocess.Process) -> float:
    """Tell it to stop; return after how many seconds it ended, by itself."""
    begin = time.monotonic()
    proces.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(proces.wait(), RUIM_SECONDEN) == 0
    return time.monotonic() - begin


async def tot(klopt: Any) -> None:
    async with asyncio.timeout(40):
        while not klopt():  # noqa: ASYNC110 (what is waited for is in another process)
            await asyncio.sleep(0.02)


async def staten(database: Database, tabel: Any) -> Counter[str]:
    return Counter(await database.read(lambda tx: list(tx.scalars(select(tabel.c.staat)))))


async def test_while_all_hangs_it_ends_by_itself_and_all_goes_on_at_the_next_start(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Open pages, a broadcast and an answer on their way to a slow Bot API, a stuck mail server, and a practice."""
    bestand, api, poort = tmp_path / "gehoord.db", Botapi(), vrije_poort()
    shutil.copy(request.getfixturevalue("_sqlite_sjabloon"), bestand)
    database = await open_database(f"sqlite:///{bestand}")
    async with mailserver() as post, bedien(api.app()) as url, aiohttp.ClientSession() as sessie:
        post.hangt = asyncio.Event()
        velden = {"token": TOKEN, "api": url, "poort": poort, "post": post.poort, "organisator": ORGANISATOR}
        (tmp_path / "gehoord.toml").write_text(INSTELLINGEN.format(**velden))
        async with gehoord(tmp_path) as proces:
            rustig = await stop(proces)
        async with gehoord(tmp_path) as proces:
            api.zeg(ORGANISATOR, "/oefenen")
            await tot(lambda: (tmp_path / "oefenen" / "telegram" / str(ORGANISATOR) / "oefening.json").exists())
            eva = Browsermens(sessie, f"http://127.0.0.1:{poort}", Rol(5, "Eva"))
            await eva.begin()
            stroom = await sessie.get(f"http://127.0.0.1:{poort}/chat/stroom", headers=eva._koppen())
            await database.write(0, vul)
            await tot(lambda: api.aangekomen.total() > 3)
            api.hangt.set()
            eerst = api.begonnen
            api.zeg(1000, "/help")
            await tot(lambda: api.begonnen > eerst + 3 and post.ontvangen)
            druk = await stop(proces)
            stroom.close()
        print(f"ended after {rustig:.1f} s at rest, {druk:.1f} s while all hung")
        over = await staten(database, t.outbox)
        assert over["wachtend"] > 0, "what was not begun waits"
        assert over["bezig"] <= api.begonnen - api.aangekomen.total(), "only what was being said may have arrived"
        verwacht = HOEVEEL - over["bezig"] - over["onzeker"]
        api.door.set()
        api.hangt.clear()
        post.hangt.set()
        async with gehoord(tmp_path) as proces:
            async with asyncio.timeout(40):
                while (await staten(database, t.outbox))["verzonden"] < verwacht:  # noqa: ASYNC110 (as above)
                    await asyncio.sleep(0.1)
            await stop(proces)
    einde = await staten(database, t.outbox)
    await database.close()
    assert max(api.aangekomen.values()) == einde["verzonden"], "all else arrived, once"
