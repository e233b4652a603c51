"""Two wijken in two processes on one PostgreSQL database: a page that is open at one shows what the other does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot import app
from bot.app import Draaiend
from bot.channels import weblijnen
from bot.config import Opslag, Settings, Telegram, Wijk
from bot.samen import Procesrol
from bot.webinstellingen import Web, Webchat
from tests.browser import Browsermens
from tests.builders import PEPER, een_huishouden
from tests.wereld import ANNA, BRAM, knop, vrije_poort, zin

pytestmark = pytest.mark.parametrize("database_url", ["postgres"], indirect=True)


@asynccontextmanager
async def _proces(wijken: list[Settings], *rollen: Procesrol) -> AsyncIterator[tuple[Draaiend, str]]:
    """Run a bot with pages at a place of its own; return it with their address."""
    adres = f"127.0.0.1:{vrije_poort()}"
    web = Web(adres, f"http://{adres}")
    async with app.draai([replace(een, web=web) for een in wijken], PEPER, rollen=rollen) as bot:
        yield bot, web.url


async def test_a_page_open_at_one_process_is_woken_by_what_another_does_in_whichever_wijk(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weblijnen, "_WAAK_SECONDEN", 3600.0)  # only what is told wakes a page
    opslag = Opslag(database_url, *(str(tmp_path / naam) for naam in ("peper", "tijdvak", "sleutel", "pushsleutel")))
    wijken = [
        Settings(Wijk(naam), opslag, Telegram(""), webchat=Webchat(aan=True), sleutel=naam.lower())
        for naam in ("Vogelbuurt", "Bloemenbuurt")
    ]
    async with AsyncExitStack() as stapel:
        bot, pagina = await stapel.enter_async_context(_proces(wijken, Procesrol.WEB))
        await stapel.enter_async_context(_proces(wijken, *(set(Procesrol) - {Procesrol.WEB})))
        database = bot.omgeving.database
        http = await stapel.enter_async_context(aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()))
        async with asyncio.timeout(60):
            for een, wie in zip(bot.wijken, (ANNA, BRAM), strict=True):
                code = (await database.write(0, een_huishouden, een.wijk)).code
                mens = Browsermens(http, pagina, wie)
                await mens.begin(code)
                welke = await mens.wacht(lambda b: zin("welkom.taal") in b["text"], "the welcome")
                toestemming = await mens.druk(welke, "Nederlands", zin("welkom.toestemming"))
                await mens.druk(toestemming, knop("welkom.knop_ja"), zin("welkom.binnen"))
                async with http.get(f"{pagina}/chat/stroom?na=0", headers=mens._koppen()) as stroom:
                    assert (await stroom.content.readuntil(b"\n\n")).startswith(b"retry")
                    assert b"html" in await stroom.content.readuntil(b"\n\n"), "what was there"
                    await mens.vraag("/wijk", zin("wijk.een", wijk=een.settings.wijk.naam))
                    naam = een.settings.wijk.naam.encode()
                    while naam not in await stroom.content.readuntil(b"\n\n"):  # what she typed may come before
                        pass
        assert (bot.intake._werkers, bot.intake.ontvangen > 0) == (set(), True), "it took them in, and handled none"
