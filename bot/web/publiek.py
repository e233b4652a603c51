"""The public page: which address gives which page, in which language. What a page shows: bot.services.publiek."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from berichten import kies_taal, talen
from bot.clock import Clock
from bot.services import publiek
from bot.services.publiek import ARCHIEF, Blik, Pagina
from bot.storage import Database
from bot.web import antwoord, sjabloon
from bot.web.sjabloon import STIJL, STIJLNAAM, Plaats
from bot.web.woorden import Woorden

LANGSTE_NAAM = 64
"""No part and no id has a longer one."""


@dataclass(frozen=True)
class Publiek:
    """The public page of a wijk.

    Args:
        url: the address of the site as a browser has it.
        botlink: address that opens the bot.
    """

    database: Database
    wijk: int
    clock: Clock
    zone: ZoneInfo
    url: str
    botlink: str

    async def pagina(self, taal: str, deel: str = "", id_: str | None = None) -> bytes | None:
        """Return a page as HTML, None when there is no such page.

        Args:
            deel: name of a part, `archief`, or empty for the home page.
        """
        if max(len(deel), len(id_ or "")) > LANGSTE_NAAM:
            return None
        lees: Callable[..., Pagina | None] = partial(publiek.lees_deel, naam=deel, id_=id_)
        if id_ is None and deel in ("", ARCHIEF):
            lees = publiek.lees_archief if deel else publiek.lees_thuis
        blik = Blik(self.wijk, self.clock.now(), self.zone)
        gelezen = await self.database.read(lees, blik)
        if gelezen is None:
            return None
        pad = "".join(f"{stuk}/" for stuk in (deel, id_) if stuk)
        plaats, woorden = Plaats.van(taal, pad, self.url.rstrip("/")), Woorden(taal, self.zone, self.botlink)
        if id_ is None and deel in ("", ARCHIEF):
            return sjabloon.maak("archief.html" if deel else "thuis.html", plaats, woorden, gelezen)
        return sjabloon.van_deel(plaats, woorden, gelezen, deel, "een" if id_ else "")


def publieke_routes(van: Publiek, *, voordeur: bool = True) -> list[Route]:
    """Return what serves the public page.

    Args:
        voordeur: also `/`, which leads to the reader's language.
    """

    async def pagina(request: Request, taal: str) -> Response:
        gevraagd = request.path_params
        gemaakt = await van.pagina(taal, gevraagd.get("deel", ""), gevraagd.get("id"))
        return antwoord.html(request, gemaakt) if gemaakt is not None else antwoord.niet_gevonden(request, taal)

    async def stijl(request: Request) -> Response:
        return antwoord.bestand(request, STIJL, "text/css; charset=utf-8", antwoord.VOOR_ALTIJD)

    async def voor(request: Request) -> Response:
        naar = f"{request.scope.get('root_path', '')}/{taal_van(request.headers)}/"
        return RedirectResponse(naar, 302, {"Vary": "Accept-Language", "Cache-Control": antwoord.EVEN})

    routes = [Route(f"/{STIJLNAAM}", stijl)]
    for taal in talen():
        doe = partial(pagina, taal=taal)
        routes += [Route(f"/{taal}/{pad}", doe) for pad in ("", "{deel}/", "{deel}/{id}/")]
    return [Route("/", voor), *routes] if voordeur else routes


def taal_van(headers: Headers) -> str:
    """Return the language of ours that a reader wants most; Dutch when none fits."""
    gevraagd = []
    for nummer, deel in enumerate(headers.get("accept-language", "")[:500].split(",")):
        code, _, gewicht = deel.strip().partition(";")
        if code.strip() and code.strip().split("-")[0].lower() in talen():
            gevraagd.append((-_gewicht(gewicht), nummer, code.strip()))
    return kies_taal(min(gevraagd)[2] if gevraagd and min(gevraagd)[0] < 0 else None)


def _gewicht(tekst: str) -> float:
    naam, _, waarde = tekst.strip().partition("=")
    try:
        return min(max(float(waarde), 0.0), 1.0) if naam.strip() == "q" else 1.0
    except ValueError:
        return 0.0
