"""The chat on the home screen of a phone: its name and icons there, and the script that works without network."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from berichten import vertaal
from bot.web.chat import scherm, toegang
from bot.web.chat.antwoorden import CHAT, GEWOON

_WERKER = (Path(__file__).parent / "static" / "werker.js").read_bytes()
_ICONEN = (("icoon-192.png", "192x192", "any"), ("icoon-512.png", "512x512", "any"))
_MASKER = ("icoon-masker.png", "512x512", "maskable")
_LANGSTE_NAAM = 12
"""More letters do not fit below an icon (web.dev, "Add a web app manifest")."""


def manifest(wijk: str) -> Callable[[Request], Awaitable[Response]]:
    """Return what serves the manifest, in the language that is asked for."""

    async def geef(request: Request) -> Response:
        taal = toegang.taal(request, request.query_params.get("taal"))
        koppen = {"Content-Type": "application/manifest+json", "Cache-Control": "public, max-age=3600"}
        return Response(json.dumps(_manifest(wijk, taal), ensure_ascii=False), headers=GEWOON | koppen)

    return geef


async def werker(request: Request) -> Response:
    """Serve the service worker; a browser asks for it anew each time."""
    koppen = {"Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache"}
    return Response(_WERKER, headers=GEWOON | koppen)


def _manifest(wijk: str, taal: str) -> dict[str, object]:
    t = vertaal(taal)
    return {
        "id": CHAT,
        "start_url": CHAT,
        "scope": CHAT,
        "name": t.plat("webkanaal.titel", wijk=wijk),
        "short_name": wijk if len(wijk) <= _LANGSTE_NAAM else "Gehoord",
        "lang": taal,
        "dir": "rtl" if t.rechts else "ltr",
        "display": "standalone",
        "background_color": "#eef3f1",
        "theme_color": "#1f5c4d",
        "icons": [
            {"src": CHAT + scherm.statisch_naam(naam), "sizes": maat, "type": "image/png", "purpose": doel}
            for naam, maat, doel in (*_ICONEN, _MASKER)
        ],
    }
