"""The page behind the link in a follower's mail: say yes, or stop. Opening it changes nothing: scanners do that."""

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

PAD = "/volgen/"
_KNOPPEN = ("ja", "stop")

Lees = Callable[[str], Awaitable[dict[str, Any] | None]]
"""Returns how the follower of a secret stands; None when there is none (any more)."""
Zeg = Callable[[str, str], Awaitable[None]]
"""Lets the follower of a secret say `ja` or `stop`."""


def volgpagina(lees: Lees, zeg: Zeg, toon: Toon, url: str) -> list[Route]:
    """Return what serves `/volgen/<secret>`, and takes its two buttons.

    Args:
        toon: speaks Dutch; the page speaks as the mail to this follower does, and Dutch to who follows no more.
        url: the address of the site.
    """

    def antwoord_met(stand: dict[str, Any] | None, geheim: str, diepte: int) -> Response:
        taal = stand["taal"] if stand else toon.t.taal
        plaats = Plaats(taal, "", url.rstrip("/"), diepte)
        pagina = Pagina(stand["wijk"] if stand else "", (), (), {})
        inhoud = sjabloon.maak("volgen.html", plaats, Woorden(taal, toon), pagina, stand=stand, geheim=geheim)
        koppen = {**antwoord.KOPPEN, "Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
        return Response(inhoud, headers={**koppen, "Content-Type": "text/html; charset=utf-8"})

    async def pagina(request: Request, diepte: int = 1) -> Response:
        geheim = request.path_params["geheim"]
        stand = await lees(geheim)
        return antwoord.niet_gevonden(request, toon.t.taal) if stand is None else antwoord_met(stand, geheim, diepte)

    async def zei(request: Request) -> Response:
        geheim, wat = request.path_params["geheim"], request.path_params["wat"]
        if wat not in _KNOPPEN:
            return antwoord.niet_gevonden(request, toon.t.taal)
        if request.method != "POST":
            return await pagina(request, 2)
        await zeg(geheim, wat)
        return antwoord_met(await lees(geheim), geheim, 2)

    return [Route(PAD + "{geheim}", pagina), Route(PAD + "{geheim}/{wat}", zei, methods=["GET", "POST"])]
