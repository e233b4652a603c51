"""Being told of a message while no page is open: once, with nothing of it, by the browser's own push service."""

import asyncio
import logging
import re
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.channels import seiner
from bot.rules.pacing import Baan
from bot.storage import outbox
from bot.storage import tables as t
from bot.webinstellingen import KANAAL, Webchat
from tests.browser import Browsermens
from tests.web.chat.conftest import Maak, doe_mee
from tests.web.chat.pushdienst import Gekomen, Pushdienst, Toestel, een_pushdienst
from tests.wereld import ANNA, NU, Wereld, zin


@pytest.fixture(autouse=True)
def snel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seiner, "RUST_SECONDEN", 0.05)
    monkeypatch.setattr(seiner, "GEDULD_SECONDEN", 0.4)


@pytest.fixture
async def dienst() -> AsyncIterator[Pushdienst]:
    async with een_pushdienst() as dienst:
        yield dienst


@pytest.fixture
async def pushwereld(chatwereld: Wereld, dienst: Pushdienst) -> Wereld:
    await chatwereld.stop()
    chatwereld.settings = replace(chatwereld.settings, webchat=Webchat(aan=True, pushdiensten=(dienst.url,)))
    await chatwereld.start()
    return chatwereld


async def zeg(wereld: Wereld, *sleutels: str) -> None:
    """Let messages that nobody asked for go to who is in the browser, through the outbox."""
    bericht = Boodschap("toestel.erbij", {"op": NU.isoformat()})

    def schrijf(tx: Connection) -> None:
        wie = list(tx.scalars(select(t.account.c.id).where(t.account.c.kanaal == KANAAL)))
        for sleutel in sleutels:
            outbox.schrijf(tx, wereld.wijk, sleutel, wie, bericht, baan=Baan.UITZENDING)

    await wereld.database.write(wereld.wijk, schrijf)
    await wereld.rust()


async def zet(mens: Browsermens, toestel: Toestel | None, **anders: str) -> int:
    """Put it on or off, as the page does; return the status."""
    csrf = next(velden["csrf"] for _, velden in (await mens.pagina()).formulieren)
    velden = {"csrf": csrf, **(toestel.velden if toestel else {}), **anders}
    return (await mens.post("/chat/seintje", velden, **{"X-Gehoord": "script"})).status


async def gekomen(dienst: Pushdienst, hoeveel: int) -> list[Gekomen]:
    async with asyncio.timeout(20):
        while len(dienst.gekomen) < hoeveel:  # noqa: ASYNC110 (what comes over HTTP)
            await asyncio.sleep(0.02)
    return dienst.gekomen


async def niets_meer(dienst: Pushdienst, hoeveel: int) -> None:
    """Wait longer than it takes to be told, and see that there were no more."""
    await asyncio.sleep(1)
    assert len(dienst.gekomen) == hoeveel


async def met_seintje(wereld: Wereld, mens: Browsermens, dienst: Pushdienst) -> Toestel:
    toestel = Toestel(f"{dienst.url}/wpush/anna")
    await doe_mee(wereld, mens)
    assert await zet(mens, toestel) == 204
    return toestel


async def test_messages_while_no_page_is_open_give_one_push_that_says_nothing_of_them(
    pushwereld: Wereld, browser_van: Maak, dienst: Pushdienst, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = browser_van(ANNA)
    toestel = await met_seintje(pushwereld, anna, dienst)
    await zeg(pushwereld, "een", "twee")
    [een] = await gekomen(dienst, 1)
    await niets_meer(dienst, 1)
    assert een.pad == "/wpush/anna"
    assert {een.koppen[kop] for kop in ("Topic", "Urgency", "Content-Encoding")} == {"bericht", "normal", "aes128gcm"}
    inhoud = toestel.lees(een.lichaam)
    assert inhoud["tekst"] == zin("webkanaal.seintje_tekst")
    assert (inhoud["titel"], inhoud["taal"], inhoud["richting"]) == ("Vogelbuurt", "nl", "ltr")
    assert inhoud.keys() == {"titel", "tekst", "taal", "richting", "icoon"}
    sleutel, claims = een.wie()
    pagina = await anna.html()  # and so it is seen
    assert f'data-sleutel="{sleutel}" data-aan' in pagina
    assert (claims["aud"], claims["sub"]) == (dienst.url, pushwereld.settings.web.url)
    assert 0 < claims["exp"] - time.time() <= 24 * 3600
    monkeypatch.setattr(seiner, "GEDULD_SECONDEN", 3600)
    await zeg(pushwereld, "waar")
    await pushwereld.stop()
    await niets_meer(dienst, 1)
    monkeypatch.setattr(seiner, "GEDULD_SECONDEN", 0.2)
    await pushwereld.start()  # what was not told yet stands in rows; the key is the one that it was
    [_, ander] = await gekomen(dienst, 2)
    assert ander.wie()[0] == sleutel
    assert await zet(anna, None) == 204
    await zeg(pushwereld, "wanneer")
    await niets_meer(dienst, 2)
    assert re.search(r'id="seintje" data-sleutel="[\w-]+" hidden', await anna.html())


async def test_an_open_page_needs_no_push_and_what_waits_for_the_morning_gives_none_before_it_goes(
    pushwereld: Wereld, browser_van: Maak, dienst: Pushdienst
) -> None:
    anna = browser_van(ANNA)
    await met_seintje(pushwereld, anna, dienst)
    koppen = {"Cookie": f"__Host-gehoord={anna.koekje}"}
    async with anna._session.get(f"{anna.basis}/chat/stroom", headers=koppen) as stroom:
        await zeg(pushwereld, "welke")
        async for regel in stroom.content:
            if b"toestellen" in regel:
                break
        await niets_meer(dienst, 0)
    pushwereld.klok.nu = NU.replace(hour=22)
    await zeg(pushwereld, "vannacht")
    await niets_meer(dienst, 0)
    await pushwereld.ga_naar(NU.replace(hour=7) + timedelta(days=1))
    await gekomen(dienst, 1)


async def test_an_address_that_is_gone_is_forgotten_one_that_sends_on_is_not_followed_and_a_fault_waits(
    pushwereld: Wereld, browser_van: Maak, dienst: Pushdienst, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    anna = browser_van(ANNA)
    toestel = await met_seintje(pushwereld, anna, dienst)
    dienst.status, dienst.koppen = 307, {"Location": f"{dienst.url}/elders"}
    await zeg(pushwereld, "een")
    assert [een.pad for een in await gekomen(dienst, 1)] == ["/wpush/anna"]
    await niets_meer(dienst, 1)
    dienst.status, dienst.koppen = 503, {"Retry-After": "600"}
    await zeg(pushwereld, "twee")
    await gekomen(dienst, 2)
    await niets_meer(dienst, 2)
    rijen = select(t.seintje.c.pogingen)
    assert await pushwereld.database.read(lambda tx: list(tx.scalars(rijen))) == [1]
    assert await pushwereld.tel(t.outbox, t.outbox.c.staat != "verzonden") == 0, "nothing else waits for it"
    dienst.status, dienst.koppen = 410, {}
    await pushwereld.database.write(0, lambda tx: tx.execute(t.seintje.update().values(niet_voor=None)))
    await gekomen(dienst, 3)
    await niets_meer(dienst, 3)
    assert await pushwereld.tel(t.seintje) == 0
    assert toestel.adres not in caplog.text
    assert "/wpush/" not in caplog.text


async def test_an_address_that_is_no_push_service_of_a_browser_is_refused_and_nothing_is_called(
    pushwereld: Wereld, browser_van: Maak, dienst: Pushdienst
) -> None:
    anna, goed = browser_van(ANNA), Toestel(f"{dienst.url}/a")
    await doe_mee(pushwereld, anna)
    vals = ("http://169.254.169.254/latest/", "http://localhost/", "file:///etc/passwd", anna.basis + "/chat/")
    for adres in vals:
        assert await zet(anna, goed, adres=adres) == 400, adres
    for velden in ({"punt": "AAAA"}, {"geheim": "AAAA"}, {"punt": "é"}, {"geheim": "?" * 22}):
        assert await zet(anna, goed, **velden) == 400, velden
    assert await zet(anna, goed, csrf="x") == 403
    assert await zet(anna, replace(goed, adres=goed.adres + "a" * 1000)) == 400
    assert await pushwereld.tel(t.seintje) == 0
    geen_punt = Toestel(f"{dienst.url}/b")
    assert await zet(anna, geen_punt, punt="BA" + "A" * 85) == 204
    await zeg(pushwereld, "welke")
    async with asyncio.timeout(20):
        while await pushwereld.tel(t.seintje):  # noqa: ASYNC110 (what is waited for is a row)
            await asyncio.sleep(0.05)
    assert dienst.gekomen == [], "four bytes right and no point of the curve: nobody can read it"
