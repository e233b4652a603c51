"""The page behind the link in a daily mail: it stops that mail and does nothing else. Opening it changes nothing."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from berichten import Toon
from bot.services.publiek import Pagina
from bot.web import antwoord, sjabloon
from bot.web.sjabloon import Plaats
from bot.web.woorden import Woorden

PAD = "/mail/"

Lees = Callable[[str], Awaitable[dict[str, Any] | None]]
"""Returns how the daily mail of a secret stands; None when there is none (any more)."""
Stop = Callable[[str], Awaitable[None]]
"""Stops it."""


def mailstoppagina(lees: Lees, stop: Stop, toon: Toon, url: str) -> list[Route]:
    """Return what serves `/mail/<secret>`, and takes its button; a mail program sends the same by itself (RFC 8058).

    Args:
        toon: speaks Dutch.
        url: the address of the site.
    """

    async def pagina(request: Request, diepte: int = 1) -> Response:
        geheim = request.path_params["geheim"]
        stand = await lees(geheim)
        if stand is None:
            return antwoord.niet_gevonden(request, toon.t.taal)
        plaats = Plaats(stand["taal"], "", url.rstrip("/"), diepte)
        woorden, gegevens = Woorden(stand["taal"], toon), Pagina(stand["wijk"], (), (), {})
        inhoud = sjabloon.maak("mailstop.html", plaats, woorden, gegevens, stand=stand, geheim=geheim)
        koppen = {**antwoord.KOPPEN, "Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
        return Response(inhoud, headers={**koppen, "Content-Type": "text/html; charset=utf-8"})

    async def stopt(request: Request) -> Response:
        if request.method == "POST":
            await stop(request.path_params["geheim"])
        return await pagina(request, 2)

    return [Route(PAD + "{geheim}", pagina), Route(PAD + "{geheim}/stop", stopt, methods=["GET", "POST"])]
