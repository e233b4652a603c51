"""Lines that are kept open to no purpose: who asks slowly or reads nothing makes way, and others notice nothing."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.web import verbinding
from bot.web.server import bind, serveer

Lijn = tuple[asyncio.StreamReader, asyncio.StreamWriter]
KORT = 0.6
TRAAG = {
    "nothing is asked": b"",
    "a head without end": b"GET / HTTP/1.1\r\nHost: x\r\nX: ",
    "an empty line after an answer": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "a form without end": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n",
    "a form that was answered": b"POST /weg HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n",
    "a form in pieces": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
}
DRUPPEL = {"an empty line after an answer": b"", "a form in pieces": b"1\r\na\r\n", "nothing is asked": b""}


async def antwoord(request: Request) -> Response:
    if request.method == "POST":
        return PlainTextResponse(str(len(await request.body())))
    return PlainTextResponse("ja")


async def groot(request: Request) -> Response:
    return Response(bytes(30_000_000))


async def stroom(request: Request) -> Response:
    async def adem() -> AsyncIterator[bytes]:
        for _ in range(8):
            yield b": \n\n"
            await asyncio.sleep(KORT / 2)
        yield b"einde"

    return StreamingResponse(adem())


@pytest.fixture
async def site(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[str, int]]:
    for naam, seconden in (("KOP", KORT), ("STIL", KORT), ("LEES", KORT), ("_KIJK", 0.1)):
        monkeypatch.setattr(verbinding, f"{naam}_SECONDEN", seconden)
    app = Starlette(
        routes=[Route("/", antwoord, methods=["GET", "POST"]), Route("/groot", groot), Route("/stroom", stroom)]
    )
    stekker = bind("127.0.0.1", 0)
    poort: int = stekker.getsockname()[1]
    async with serveer(app, stekker):
        yield "127.0.0.1", poort


async def open_lijnen(site: tuple[str, int], hoeveel: int, eerst: bytes) -> list[Lijn]:
    lijnen = [await asyncio.open_connection(*site) for _ in range(hoeveel)]
    for _, schrijver in lijnen:
        schrijver.write(eerst)
    return lijnen


async def is_weg(lijn: Lijn, druppel: bytes) -> float:
    """Send a drop now and then until the line is broken off; return after how long."""
    begin, (lezer, schrijver) = time.monotonic(), lijn
    while True:
        try:
            async with asyncio.timeout(0.2):
                if not await lezer.read(1000):
                    return time.monotonic() - begin
        except TimeoutError:
            schrijver.write(druppel)
        except ConnectionError:
            return time.monotonic() - begin


@pytest.mark.parametrize("hoe", TRAAG)
async def test_two_hundred_slow_lines_are_broken_off_and_a_neighbour_is_answered_at_once_meanwhile(
    site: tuple[str, int], hoe: str
) -> None:
    lijnen = await open_lijnen(site, 200, TRAAG[hoe])
    if hoe == "an empty line after an answer":
        await asyncio.sleep(0.1)
        for lezer, schrijver in lijnen:
            await lezer.readuntil(b"ja")
            schrijver.write(b"\r\n")
    weg = asyncio.gather(*(is_weg(lijn, DRUPPEL.get(hoe, b"a")) for lijn in lijnen))
    async with aiohttp.ClientSession(f"http://{site[0]}:{site[1]}") as http:
        duurde = []
        while not weg.done():
            begin = time.monotonic()
            async with http.get("/", headers={"Connection": "close"}) as gezegd:
                assert await gezegd.text() == "ja"
            duurde.append(time.monotonic() - begin)
            await asyncio.sleep(0.02)
    assert max(await weg) < 8 * KORT + 2
    assert max(duurde) < 1.5


async def test_who_reads_nothing_of_an_answer_is_broken_off_and_who_reads_slowly_is_not(site: tuple[str, int]) -> None:
    niets, (langzaam, schrijver) = await open_lijnen(site, 2, b"GET /groot HTTP/1.1\r\nHost: x\r\n\r\n")
    gelezen = 0
    for _ in range(20):
        gelezen += len(await langzaam.readexactly(1_000_000))
        await asyncio.sleep(KORT / 10)
    assert gelezen == 20_000_000
    with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
        await niets[0].readexactly(30_000_000)
    schrijver.close()


async def test_a_slow_but_steady_form_and_an_open_stream_are_left_alone(site: tuple[str, int]) -> None:
    async def inhoud() -> AsyncIterator[bytes]:
        for _ in range(10):
            yield bytes(500)
            await asyncio.sleep(KORT / 4)

    async with aiohttp.ClientSession(f"http://{site[0]}:{site[1]}") as http:
        async with http.post("/", data=inhoud()) as gezegd:
            assert await gezegd.text() == "5000"
        async with http.get("/stroom") as gezegd:
            assert (await gezegd.text()).endswith("einde")


async def test_a_head_that_is_too_long_is_refused(site: tuple[str, int]) -> None:
    [(lezer, schrijver)] = await open_lijnen(site, 1, b"GET / HTTP/1.1\r\nX: " + b"y" * 64_000)
    async with asyncio.timeout(KORT):
        assert (await lezer.readline()).startswith(b"HTTP/1.1 431 ")
    schrijver.close()


async def test_when_all_places_are_taken_who_asks_nothing_makes_way_for_who_does(
    site: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbinding, "plaatsen", lambda: 50)
    monkeypatch.setattr(verbinding, "KOP_SECONDEN", 60.0)
    async with AsyncExitStack() as stapel:
        kop = await open_lijnen(site, 100, b"GET / HTTP/1.1\r\nX: ")
        for _, schrijver in kop:
            stapel.callback(schrijver.close)
        async with aiohttp.ClientSession(f"http://{site[0]}:{site[1]}") as http:
            for _ in range(20):
                async with http.get("/", headers={"Connection": "close"}) as gezegd:
                    assert await gezegd.text() == "ja"
            stromen = await open_lijnen(site, 50, b"GET /stroom HTTP/1.1\r\nHost: x\r\n\r\n")
            for lezer, schrijver in stromen:
                stapel.callback(schrijver.close)
                assert b"200" in await lezer.readline()
            with pytest.raises(aiohttp.ClientResponseError, match="503"):
                await http.get("/", raise_for_status=True)
