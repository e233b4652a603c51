"""The headers of everything that is served: each route is asked, also what it refuses."""

import re

import aiohttp

from bot import opweb
from bot.web.chat.routes import Chat
from bot.web.koppen import ALTIJD, met_koppen
from tests.web.chat.conftest import Maak, doe_mee
from tests.wereld import ANNA, Wereld

_MAG_BEWAARD = re.compile(
    r"/(chat/([\w-]+-[0-9a-f]{12}\.\w+|manifest\.webmanifest|werker\.js)|stijl-.*|[a-z]{2}/.*|ijkpunten/.*)?"
)
"""What is the same for everybody; all else no browser and no proxy may keep."""
_STREEP = "default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"


def alle_paden(wereld: Wereld) -> list[tuple[str, str]]:
    """Return each address that is served, with something filled in, and its method."""
    o, niets = wereld.omgeving, None
    chat = Chat(o.database, o.wijk, o.clock, o.settings, niets, niets, niets, "", b"")  # type: ignore[arg-type]
    paden = [("GET", "/healthz"), ("GET", "/readyz"), ("GET", "/is/er/niet"), ("POST", "/nl/")]
    for route in (*chat.routes(), *opweb.paginas([o])):
        gevuld = re.sub(r"{\w+(:\w+)?}", "1", route.path)
        paden += [(methode, gevuld) for methode in sorted(route.methods or ())]
    return paden


async def test_every_answer_says_what_a_browser_may_do_with_it_and_what_is_personal_is_kept_nowhere(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    mis = []
    async with aiohttp.ClientSession() as http:
        for methode, pad in alle_paden(chatwereld):
            for koekje in ({}, {"Cookie": f"__Host-gehoord={anna.koekje}"}):
                vraag = http.request(methode, anna.basis + pad, headers=koekje, allow_redirects=False)
                async with vraag as antwoord:
                    kop, beleid = antwoord.headers, antwoord.headers.get("Content-Security-Policy", "")
                    goed = (
                        antwoord.status < 500
                        and all(deel in beleid for deel in _STREEP if "sandbox" not in beleid)
                        and not re.search(r"unsafe|\*|data:|http:", beleid)
                        and (
                            "trusted-types gehoord" in beleid or not pad.startswith("/chat/") or "script" not in beleid
                        )
                        and ALTIJD.keys() <= kop.keys()
                        and kop["X-Content-Type-Options"] == "nosniff"
                        and kop["Referrer-Policy"] in {"no-referrer", "same-origin"}
                        and (kop["Cache-Control"] == "no-store" or bool(_MAG_BEWAARD.fullmatch(pad)))
                        and not {"Server", "X-Powered-By", "Access-Control-Allow-Origin"} & kop.keys()
                        and len(kop.getall("Content-Security-Policy")) == 1
                    )
                    mis += [] if goed else [(methode, pad, antwoord.status, dict(kop))]
    assert mis == [], mis[0]


async def test_over_https_a_browser_comes_in_no_other_way_for_a_year() -> None:
    async def leeg(scope: object, receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})  # type: ignore[operator]

    for url, verwacht in (("https://wijk.voorbeeld.nl", b"max-age=31536000"), ("http://127.0.0.1:8080", None)):
        gezegd: list[dict[bytes, bytes]] = []

        async def hoor(bericht: dict[str, object]) -> None:
            gezegd.append(dict(bericht["headers"]))  # type: ignore[call-overload] # noqa: B023

        await met_koppen(leeg, url)({"type": "http"}, None, hoor)  # type: ignore[arg-type]
        assert gezegd[0].get(b"strict-transport-security") == verwacht
