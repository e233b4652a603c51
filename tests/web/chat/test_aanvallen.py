"""What somebody may try who means harm, over real HTTP: nothing of it works, and nothing of it is a fault of ours."""

import asyncio
import re

import aiohttp
import pytest
from sqlalchemy import Connection, select

from bot.storage import tables as t
from tests.browser import Browsermens
from tests.web.chat.conftest import Maak, doe_mee
from tests.web.chat.test_toestel import code_van, kom
from tests.wereld import ANNA, BRAM, Wereld, zin

LANG = "9" * 5000
ELDERS: list[dict[str, str]] = [
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "http://[::"},
    {"Origin": "https://voorbeeld.nl"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "https://{hier}"},
    {"Origin": "http://{hier}.voorbeeld.nl"},
    {"Origin": "http://chat.{hier}"},
    {"Origin": "http://iemand@{hier}"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": ""},
]
_VREEMD = (
    *(f"/chat/bestand/{wat}" for wat in (LANG, "-1", "1%00", "..", "%2e%2e%2f1", "1/..", "٣", "1.0", "")),
    *(
        "/chat/%00",
        "/chat/%ff",
        "/chat/../bot",
        "/chat/%2e%2e/%2e%2e/etc/passwd",
        "/chat//begin",
        "/chat/static/chat.js",
    ),
    *(f"/chat/stroom?na={wat}" for wat in (LANG, "-1", "%00", "")),
    *(
        "/chat/?start=%00&taal=%00",
        "/chat/?taal=%ed%a0%80",
        "/chat/?start=a&start=b",
        "/chat/?start=%0d%0aSet-Cookie:x",
    ),
    *("/%00", f"/nl/{LANG}/", f"/nl/agenda/{LANG}/", "/nl/agenda/%00.ics", "/nl/%ed%a0%80/", f"/nl/rapport/{LANG}.pdf"),
    *("/nl/../../etc/passwd", "/nl/%2e%2e/%2e%2e/etc/passwd/", "/nl/..%5c..%5c/", "//voorbeeld.nl/nl", "/nl/%0d%0aX:1"),
    *("/ijkpunten/..%2f..%2fetc%2fpasswd", "/ijkpunten/../../etc/passwd", "/ijkpunten/%00", "/stijl-..%2f..%2f.css"),
    *(
        "/deur/%00",
        f"/deur/{LANG}",
        "/deur/../../x/nu",
        "/volgen/%00",
        "/mail/%00",
        f"/mail/{LANG}",
        "/volgen/x/ja",
        "/chat/manifest.webmanifest?taal=%00",
    ),
)


_KOPPEN_RAAR = (
    b"Cookie: __Host-gehoord=" + b"x" * 30_000,
    b"Cookie: " + b"__Host-gehoord=a; " * 2000,
    b'Cookie: __Host-gehoord="' + b"\\" * 20_000 + b'"',
    b"Cookie: __Host-gehoord=\xff\xfe",
    b"Accept-Language: nl;q=" + b"1" * 5000,
    b"Accept-Language: " + b"nl," * 3000,
    b"Last-Event-ID: " + LANG.encode(),
    b"If-None-Match: " + b"*," * 4000,
    b"User-Agent: \xff\xff",
    b"X-Forwarded-For: " + b"x," * 3000,
    b"X-Forwarded-For: ::ffff:1.2.3.4",
    b"X-Forwarded-Proto: gopher",
    b"Host: voorbeeld.nl",
    b"Transfer-Encoding: chunked\r\nContent-Length: 3",
    b"Content-Length: 1\r\nContent-Length: 2",
    b"Upgrade: websocket\r\nConnection: upgrade",
    b"Range: bytes=0-" + LANG.encode(),
)
_GOED = b"HTTP/1.1 2", b"HTTP/1.1 3", b"HTTP/1.1 4"


async def rauw(adres: str, verzoek: bytes) -> bytes:
    """Send bytes as they are, and return the answer up to its body."""
    host, _, poort = adres.removeprefix("http://").rpartition(":")
    lezer, schrijver = await asyncio.open_connection(host, int(poort))
    try:
        schrijver.write(verzoek)
        async with asyncio.timeout(10):
            return await lezer.readuntil(b"\r\n\r\n")
    finally:
        schrijver.close()


async def velden_van(mens: Browsermens) -> dict[str, str]:
    """Return the fields of the form in which somebody types."""
    pagina = await mens.pagina()
    return next(v for waar, v in pagina.formulieren if waar == "/chat/typ" and not v["keer"].endswith(".m"))


async def getypt(wereld: Wereld) -> list[str]:
    """Return what people typed."""

    def lees(tx: Connection) -> list[str]:
        rijen = tx.scalars(select(t.webbericht.c.inhoud).where(~t.webbericht.c.van_bot))
        return [rij["getypt"] for rij in rijen]

    return await wereld.database.read(lees)


async def test_what_is_sent_by_a_page_of_elsewhere_is_refused_and_does_nothing(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna, nieuw = browser_van(ANNA), browser_van(BRAM)
    await anna.begin()
    velden, hier = await velden_van(anna), anna.basis.removeprefix("http://")
    for van in ELDERS:
        koppen = {naam: waarde.format(hier=hier) for naam, waarde in van.items()}
        assert (await nieuw.post("/chat/begin", {"start": "", "taal": "nl"}, **koppen)).status == 403, van
        for pad in ("typ", "tik", "plek", "uit", "stuur"):
            assert (await anna.post(f"/chat/{pad}", velden | {"tekst": "vals"}, **koppen)).status == 403, (pad, van)
    assert nieuw.koekje == ""
    assert await getypt(chatwereld) == ["/start"]
    anna.koppen["Sec-Fetch-Site"] = "same-origin"
    await anna.vraag("/menu")


@pytest.mark.parametrize(("verwijzer", "mag"), [("{basis}/chat/", True), ("", True), ("{basis}.voorbeeld.nl/", False)])
async def test_an_old_browser_that_names_no_origin_is_judged_by_its_page_and_by_the_form(
    chatwereld: Wereld, browser_van: Maak, verwijzer: str, mag: bool
) -> None:
    anna = browser_van(ANNA)
    await anna.begin()
    koppen = {"Cookie": f"__Host-gehoord={anna.koekje}", "Referer": verwijzer.format(basis=anna.basis)}
    velden = await velden_van(anna) | {"tekst": "/menu"}
    async with aiohttp.ClientSession() as http:
        for csrf, verwacht in ((velden["csrf"], 303 if mag else 403), ("", 403), ("0" * 32, 403)):
            vraag = http.post(
                anna.basis + "/chat/typ", data=velden | {"csrf": csrf}, headers=koppen, allow_redirects=False
            )
            async with vraag as antwoord:
                assert antwoord.status == verwacht


async def test_with_what_is_of_another_session_nothing_can_be_done(chatwereld: Wereld, browser_van: Maak) -> None:
    anna, bram = await doe_mee(chatwereld, browser_van(ANNA)), browser_van(BRAM)
    await bram.begin()
    van_bram, van_anna = await velden_van(bram), await velden_van(anna)
    assert (await anna.post("/chat/typ", van_anna | {"csrf": van_bram["csrf"], "tekst": "vals"})).status == 403
    toestellen = await anna.vraag("/toestellen", zin("toestel.kop"))
    nummer, knoppen = str(toestellen["message_id"]), toestellen["reply_markup"]["inline_keyboard"]
    data = [k["callback_data"] for rij in knoppen for k in rij]
    for een in data:
        velden = {**van_bram, "keer": een, "bericht": nummer, "data": een}
        assert (await bram.post("/chat/tik", velden, **{"X-Gehoord": "script"})).status == 404, "not a message of his"
        eigen = (await bram.berichten())[-1]
        await bram.post("/chat/tik", velden | {"bericht": str(eigen["message_id"])})
    await chatwereld.rust()
    assert "vals" not in await getypt(chatwereld)
    assert await anna.vraag("/toestellen", zin("toestel.kop")), "she is still signed in"
    assert not [b for b in await bram.berichten() if "ook-" in b.get("text", "")]


async def test_who_plants_a_session_or_a_cookie_beforehand_gets_nothing_by_it(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = browser_van(ANNA)
    anna.koekje = verzonnen = "A" * 43
    await anna.begin(chatwereld.codes[ANNA.id])
    assert len(anna.koekje) == 43
    assert anna.koekje != verzonnen
    dief = browser_van(BRAM)
    dief.koekje = verzonnen
    assert 'action="/chat/begin"' in await dief.html()


async def test_a_code_that_was_used_tells_nothing_and_opens_nothing_a_second_time(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    code = await code_van(anna)
    await kom(browser_van(ANNA), code)
    await chatwereld.rust()
    dief = browser_van(BRAM)
    await dief.begin()
    await dief.vraag(code, zin("geweigerd.toestel.code_fout"))
    vraag = select(t.websessie.c.account, t.account.c.bewoner).join(t.account, t.account.c.id == t.websessie.c.account)
    sessies = await chatwereld.database.read(lambda tx: tx.execute(vraag).all())
    assert sorted(een.bewoner is None for een in sessies) == [False, False, True]


async def test_odd_addresses_methods_and_headers_are_refused_and_are_no_fault_of_ours(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    mis = []
    for pad in _VREEMD:
        for methode in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"):
            if "stroom" in pad and methode == "GET":
                continue
            kop = f"Host: x\r\nCookie: __Host-gehoord={anna.koekje}\r\nContent-Length: 0\r\nConnection: close"
            try:
                antwoord = await rauw(anna.basis, f"{methode} {pad} HTTP/1.1\r\n{kop}\r\n\r\n".encode())
            except (TimeoutError, asyncio.IncompleteReadError) as fout:
                antwoord = repr(fout).encode()
            if not antwoord.startswith(_GOED) or re.search(b"\r\nX:|et-Cookie:x|root:", antwoord):
                mis.append((methode, pad[:60], antwoord[:80]))
    for raar in _KOPPEN_RAAR:
        for pad in ("/chat/", "/nl/", "/"):
            vraag = b"GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n\r\n" % (pad.encode(), raar)
            antwoord = await rauw(anna.basis, vraag)
            if not antwoord.startswith(_GOED):
                mis.append(("GET", pad, raar[:60] + antwoord[:80]))
    assert mis == []


async def test_odd_fields_are_refused_or_taken_as_text_and_are_no_fault_of_ours(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    goed = await velden_van(anna)
    for naam, waarde in (("op", LANG), ("op", "-1"), ("op", "٣"), ("op", "\0"), ("keer", "\0"), ("keer", LANG)):
        velden = goed | {"tekst": "hallo", "keer": waarde[:9] + naam} | {naam: waarde}
        assert (await anna.post("/chat/typ", velden)).status in {303, 400}, (naam, waarde[:9])
    for naam, waarde in (("bericht", LANG), ("bericht", "-1"), ("data", "\0"), ("data", "é" * 40), ("data", "x" * 65)):
        velden = goed | {"bericht": "1", "data": "x"} | {naam: waarde}
        assert (await anna.post("/chat/tik", velden)).status in {303, 400}, (naam, waarde[:9])
    for naam, waarde in (("latitude", LANG), ("latitude", "nan"), ("longitude", "1e9"), ("longitude", "181")):
        velden = goed | {"latitude": "52", "longitude": "5"} | {naam: waarde}
        assert (await anna.post("/chat/plek", velden)).status == 400, (naam, waarde[:9])
    soort = {"Content-Type": "application/x-www-form-urlencoded"}
    begin = f"csrf={goed['csrf']}&keer=x"
    for inhoud, status in (
        *((f"{begin}{een}&tekst=a{een}b", 303) for een in ("%00", "%ED%A0%80", "%FF", "%F0%9F")),
        (f"{begin}&tekst=een&tekst=twee", 403),
        (f"csrf={'0' * 32}&{begin}&tekst=vals", 403),
        (f"{begin}&tekst=" + "%00" * 9, 400),
        (f"{begin}&tekst=" + "x" * 4097, 400),
        (f"{begin}&tekst=" + "x" * 70_000, 403),
        *((een, 403) for een in (b"\xff\xfe", "a&" * 3000, "=" * 5000, "csrf", "\0", "")),
    ):
        data = inhoud if isinstance(inhoud, bytes) else inhoud.encode()
        assert (await anna.post("/chat/typ", data, **soort)).status == status, data[:80]
    await chatwereld.rust()
    alles = await getypt(chatwereld)
    assert {"ab", "a\ufffdb"} <= {re.sub("\ufffd+", "\ufffd", een) for een in alles}
    assert not [een for een in alles if "vals" in een or "twee" in een or "\0" in een]
    assert await chatwereld.tel(t.inbox, t.inbox.c.staat == "mislukt") == 0
