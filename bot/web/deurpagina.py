"""The page to project at a door: its QR and digits, large, renewing themselves. Who has no script gets it anew by the
browser. Nothing of it is kept: not by a cache, not in another site's log.
"""

import html
from collections.abc import Awaitable, Callable
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from berichten import talen, vertaal
from bot.services.deur import Deurbeeld
from bot.web import qr
from bot.web.paginas import merk

PAD = "/deur/"
_SJABLOON = Template((Path(__file__).with_name("deurpagina.html")).read_text("utf-8"))

Lees = Callable[[str], Awaitable[Deurbeeld | None]]
"""Returns what the page of a name shows now; None when there is no such page (any more)."""


def deurpagina(lees: Lees) -> list[Route]:
    """Return what serves `/deur/<name>`, and `/deur/<name>/nu` for its script."""

    async def pagina(request: Request) -> Response:
        beeld = await lees(request.path_params["naam"])
        if beeld is None:
            return _antwoord(_pagina(None), 404)
        return _antwoord(_pagina(beeld))

    async def nu(request: Request) -> Response:
        beeld = await lees(request.path_params["naam"])
        if beeld is None:
            return JSONResponse({}, 404, _KOPPEN)
        return JSONResponse(_velden(beeld) | {"over": beeld.over_ms}, headers=_KOPPEN)

    return [Route(PAD + "{naam}", pagina), Route(PAD + "{naam}/nu", nu)]


def _velden(beeld: Deurbeeld) -> dict[str, str]:
    pad, maat = qr.als_pad(beeld.link) if beeld.link else ("", 1)
    return {
        "titel": beeld.titel,
        "wanneer": beeld.wanneer,
        "code": beeld.code,
        "pad": pad,
        "maat": f"0 0 {maat} {maat}",
    }


def _pagina(beeld: Deurbeeld | None) -> str:
    nl = vertaal("nl")
    woorden = {
        "scan": nl.plat("deurpagina.scan"),
        "typ": nl.plat("deurpagina.typ"),
        "qr": nl.plat("deurpagina.qr"),
        "geen_verbinding": nl.plat("deurpagina.geen_verbinding"),
    }
    ook = {naam: _in_andere_talen(f"deurpagina.{wat}") for naam, wat in (("ook", "scan"), ("ook_typ", "typ"))}
    if beeld is None:
        velden = {"titel": nl.plat("deurpagina.weg"), "wanneer": "", "code": "", "pad": "", "maat": "0 0 1 1"}
    else:
        velden = _velden(beeld)
    staat = "weg" if beeld is None else "open" if beeld.link else "straks"
    alles = {naam: html.escape(tekst) for naam, tekst in {**woorden, **velden, "staat": staat}.items()}
    return _SJABLOON.substitute(alles | ook, over=beeld.over_ms if beeld else 0)


def _in_andere_talen(sleutel: str) -> str:
    teksten = {taal: html.escape(vertaal(taal).plat(sleutel)) for taal in talen() if taal != "nl"}
    return " · ".join(f'<bdi lang="{taal}">{tekst}</bdi>' for taal, tekst in teksten.items())


_KOPPEN = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src {merk(_SJABLOON, 'style')}; script-src {merk(_SJABLOON, 'script')}; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}


def _antwoord(tekst: str, status: int = 200) -> Response:
    return HTMLResponse(tekst, status, _KOPPEN)
