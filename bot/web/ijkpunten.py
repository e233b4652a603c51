"""The signed heads of the log, for everybody: who kept one can see later whether the log is still the same."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from string import Template

from babel.dates import format_date
from babel.numbers import format_decimal
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from berichten import vertaal
from bot.services.bewijslog import Ijkpunten
from bot.storage.bewijslog import Hoofd
from bot.web.paginas import merk

PAD = "/ijkpunten/"
_SJABLOON = Template(Path(__file__).with_name("ijkpunten.html").read_text("utf-8"))

Lees = Callable[[], Awaitable[Ijkpunten]]


def ijkpuntpagina(lees: Lees) -> list[Route]:
    """Return what serves `/ijkpunten/`, each head by the name of its file, and the public key."""

    async def pagina(request: Request) -> Response:
        return HTMLResponse(maak(await lees()), headers=_KOPPEN)

    async def bestand(request: Request) -> Response:
        nu, naam = await lees(), request.path_params["bestand"]
        gevonden = bestanden(nu)
        if naam not in gevonden:
            return PlainTextResponse(vertaal("nl").plat("ijkpuntpagina.onbekend"), 404, _KOPPEN)
        return PlainTextResponse(gevonden[naam], headers=_KOPPEN)

    return [Route(PAD, pagina), Route(PAD + "{bestand}", bestand)]


def bestanden(nu: Ijkpunten) -> dict[str, str]:
    """Return each head and the key, by the names of their files."""
    hoofden = {hoofd.bestand: hoofd.notitie for hoofd in nu.hoofden}
    return hoofden | ({"sleutel.pub": nu.sleutel} if nu.sleutel else {})


def maak(nu: Ijkpunten) -> str:
    """Return the page of all heads."""
    t = vertaal("nl")
    woorden = {
        "titel": t.tekst("ijkpuntpagina.titel", wijk=nu.wijk),
        "uitleg": t.tekst("ijkpuntpagina.uitleg"),
        "bewaar": t.tekst("ijkpuntpagina.bewaar"),
        "geen": t.tekst("ijkpuntpagina.geen"),
        "sleutel": t.tekst("ijkpuntpagina.sleutel"),
        "dag": t.tekst("ijkpuntpagina.dag"),
        "grootte": t.tekst("ijkpuntpagina.grootte"),
    }
    rijen = "\n".join(_rij(hoofd) for hoofd in reversed(nu.hoofden))
    return _SJABLOON.substitute(woorden, rijen=rijen, leeg="" if rijen else "leeg")


def _rij(hoofd: Hoofd) -> str:
    dag = format_date(hoofd.dag, "d MMMM yyyy", locale="nl")
    grootte = format_decimal(hoofd.grootte, locale="nl")
    return f'<tr><th scope="row"><a href="{hoofd.bestand}" download>{dag}</a></th><td>{grootte}</td></tr>'


_KOPPEN = {
    "Cache-Control": "public, max-age=300",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src {merk(_SJABLOON, 'style')}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
}
