"""How much one may ask: who goes on asking is stopped, and the neighbours of who does notice nothing."""

import asyncio
import secrets
import time

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.rules import huishoudcode
from bot.storage import tables as t
from bot.web.chat import plaatsen
from bot.web.chat.rem import Rem, van_adres
from bot.web.server import bind, serveer
from bot.webinstellingen import Web
from tests.browser import Browsermens
from tests.web.chat.conftest import Maak, doe_mee
from tests.web.chat.test_aanvallen import velden_van
from tests.wereld import ANNA, BRAM, NOOR, Wereld


@given(
    vlaag=st.integers(1, 20),
    seconden=st.integers(1, 30),
    keren=st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 40)), max_size=60),
)
def test_in_any_stretch_of_time_one_may_no_more_than_the_burst_and_what_that_time_gives_and_never_for_another(
    vlaag: int, seconden: int, keren: list[tuple[str, int]]
) -> None:
    nu = 0.0

    def klok() -> float:
        return nu

    rem = Rem(vlaag, seconden, klok)
    gemogen: dict[str, list[float]] = {"a": [], "b": []}
    for wie, later in keren:
        nu += later
        alleen = Rem(vlaag, seconden, klok)
        for eerder in gemogen[wie]:
            terug, nu = nu, eerder
            alleen.mag(wie)
            nu = terug
        mag = rem.mag(wie)
        assert mag == alleen.mag(wie), "what another asked makes no difference"
        gemogen[wie] += [nu] if mag else []
    for momenten in gemogen.values():
        for n, begin in enumerate(momenten):
            for m, eind in enumerate(momenten[n:], 1):
                assert m <= vlaag + (eind - begin) / seconden + 1


@pytest.mark.parametrize(
    ("adres", "voor"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("onbekend" * 20, ("onbekend" * 20)[:64]),
        ("", ""),
    ],
)
def test_a_home_is_one_address_also_where_it_has_very_many(adres: str, voor: str) -> None:
    assert van_adres(adres) == voor


async def test_who_asks_and_how_is_believed_only_of_our_own_webserver() -> None:
    gezien: list[tuple[str, str]] = []

    async def app(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        if scope["type"] == "http":
            gezien.append((scope["client"][0], scope["scheme"]))
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
            await send({"type": "http.response.body"})

    vals = "198.51.100.9, 203.0.113.7"
    for vertrouwd, verwacht in (
        (Web().webserver, ("203.0.113.7", "https")),
        (("127.0.0.0/8", "203.0.113.0/24"), ("198.51.100.9", "https")),
        (("10.0.0.2",), ("127.0.0.1", "http")),
        ((), ("127.0.0.1", "http")),
    ):
        stekker = bind("127.0.0.1", 0)
        async with serveer(app, stekker, vertrouwd), aiohttp.ClientSession() as http:
            koppen = {"X-Forwarded-For": vals, "X-Forwarded-Proto": "https"}
            await http.get(f"http://127.0.0.1:{stekker.getsockname()[1]}/", headers=koppen)
        assert gezien.pop() == verwacht, vertrouwd


@pytest.mark.parametrize("van", ["*", "", "0.0.0.0/0", "::/0", "mijn-webserver", "10.0.0.1/8"])
def test_a_webserver_that_is_everybody_or_nobody_is_refused_in_words(van: str) -> None:
    [bezwaar] = Web(webserver=(van,)).bezwaren(polling=True)
    assert "[web] webserver" in bezwaar


def foute_code() -> str:
    """Return a code as on a letter, with its check sign, that nobody has."""
    return huishoudcode.maak(secrets.token_bytes(16))


@pytest.mark.parametrize("adressen", [15, pytest.param(100, marks=pytest.mark.zwaar)])
async def test_while_wrong_codes_come_from_many_addresses_a_neighbour_joins_undisturbed(
    chatwereld: Wereld, browser_van: Maak, adressen: int
) -> None:
    async def raad(nummer: int) -> None:
        """Try ten codes from one address: five on each of two sessions, and a sixth that is not looked at."""
        for _ in range(2):
            mens = browser_van(BRAM)
            mens.koppen = {"X-Forwarded-For": f"198.51.100.{nummer}", "X-Gehoord": "script"}
            await mens.begin()
            velden = await velden_van(mens)
            for keer in range(6):
                gezegd = velden | {"tekst": foute_code(), "keer": str(keer)}
                assert (await mens.post("/chat/typ", gezegd)).status == 204

    aanval = asyncio.gather(*(raad(n) for n in range(adressen)))
    await asyncio.sleep(0.5)
    anna, begin = browser_van(ANNA), time.monotonic()
    anna.koppen = {"X-Forwarded-For": "203.0.113.7"}
    await doe_mee(chatwereld, anna)
    duurde = time.monotonic() - begin
    await aanval
    await chatwereld.rust()
    print(f"{adressen} addresses: a neighbour joined in {duurde:.2f} s")
    assert duurde < 30
    assert await chatwereld.tel(t.codepoging) == 10 * adressen, "the sixth of each is not looked at"
    binnen = select(t.account.c.kanaal).where(t.account.c.bewoner.is_not(None))
    assert await chatwereld.database.read(lambda tx: list(tx.scalars(binnen))) == ["web"]


async def test_of_a_session_six_pages_are_open_at_once_and_the_oldest_makes_way(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna, bram = await doe_mee(chatwereld, browser_van(ANNA)), browser_van(BRAM)
    await bram.begin()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:

        async def open_(mens: Browsermens) -> aiohttp.ClientResponse:
            stroom = await http.get(mens.basis + "/chat/stroom?na=999999", headers=mens._koppen())
            assert stroom.status == 200
            assert await stroom.content.readline() == b"retry: 2000\n"
            return stroom

        van_bram = await open_(bram)
        stromen = [await open_(anna) for _ in range(plaatsen.PER_SESSIE + 3)]
        for stroom in stromen[:3]:
            assert b"retry: 60000" in await asyncio.wait_for(stroom.content.read(), 5)
        for stroom in (*stromen[3:], van_bram):
            assert not stroom.content.at_eof()
        koppen = anna._koppen() | {"X-Forwarded-For": "203.0.113.7"}
        was, plaatsen.PER_ADRES = plaatsen.PER_ADRES, 1
        try:
            eerst = await http.get(anna.basis + "/chat/stroom", headers=koppen)
            tweede = await http.get(anna.basis + "/chat/stroom", headers=koppen)
            elders = await http.get(anna.basis + "/chat/stroom", headers=koppen | {"X-Forwarded-For": "203.0.113.8"})
            assert [een.status for een in (eerst, tweede, elders)] == [200, 503, 200]
        finally:
            plaatsen.PER_ADRES = was
        async with http.head(anna.basis + "/chat/stroom", headers=koppen) as kop:
            assert kop.status == 200


async def test_who_sends_too_much_from_one_session_is_stopped_and_another_is_not(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna, noor = browser_van(ANNA), browser_van(NOOR)
    for mens in (anna, noor):
        await mens.begin()
        mens.koppen = {"X-Gehoord": "script"}
    velden = await velden_van(anna)
    gezegd = [await anna.post("/chat/typ", velden | {"tekst": "x", "keer": str(n)}) for n in range(60)]
    assert [een.status for een in gezegd].count(204) < 50
    assert gezegd[-1].status == 429
    velden = await velden_van(noor)
    assert (await noor.post("/chat/typ", velden | {"tekst": "x"})).status == 204
