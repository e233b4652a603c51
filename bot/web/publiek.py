"""The public page: which address gives which page, in which language. What a page shows: bot.services.publiek."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from berichten import Toon, kies_taal, talen
from bot.clock import Clock
from bot.services import publiek
from bot.services.publiek import ARCHIEF, Blik, Pagina, agenda
from bot.storage import Database
from bot.web import antwoord, feeds, sjabloon
from bot.web.drukte import Drukte
from bot.web.sjabloon import STIJL, STIJLNAAM, Plaats
from bot.web.woorden import Woorden

LANGSTE_NAAM = 64
"""No part and no id has a longer one."""


@dataclass(frozen=True)
class Publiek:
    """The public page of a wijk.

    Args:
        toon: the zone of the wijk, where the bot is, and whom one can call; its language is not looked at.
        url: the address of the site as a browser has it.
    """

    database: Database
    wijk: int
    clock: Clock
    toon: Toon
    url: str

    async def pagina(self, taal: str, deel: str = "", id_: str | None = None) -> bytes | None:
        """Return a page as HTML, None when there is no such page.

        Args:
            deel: name of a part, `archief`, or empty for the home page.
        """
        if max(len(deel), len(id_ or "")) > LANGSTE_NAAM:
            return None
        lees: Callable[..., Pagina | None] = partial(publiek.lees_deel, naam=deel, id_=id_)
        los = id_ is None and deel in ("", ARCHIEF)
        if los:
            lees = publiek.lees_archief if deel else publiek.lees_thuis
        gelezen = await self.database.read(lees, self._blik())
        if gelezen is None:
            return None
        plaats = Plaats.van(taal, "".join(f"{stuk}/" for stuk in (deel, id_) if stuk), self.url.rstrip("/"))
        if los:
            return sjabloon.maak(f"{deel or 'thuis'}.html", plaats, self._woorden(taal), gelezen)
        return sjabloon.van_deel(plaats, self._woorden(taal), gelezen, deel, "een" if id_ else "")

    async def kalender(self, taal: str) -> bytes:
        """Return the calendar to subscribe to."""
        gelezen = await self.database.read(publiek.lees_kalender, self._blik())
        return feeds.kalender(self._woorden(taal), self._basis(taal), gelezen, self.clock.now())

    async def bijeenkomst(self, taal: str, id_: str) -> bytes | None:
        """Return one meeting as a file for a calendar, None when there is none."""
        gelezen = await self.database.read(agenda.lees_een, self._blik(), id_[:LANGSTE_NAAM])
        return None if gelezen is None else feeds.een(self._woorden(taal), self._basis(taal), gelezen, self.clock.now())

    async def pdf(self, deel: str, id_: str) -> bytes | None:
        """Return the file of one thing in a part, None when there is none."""
        return await self.database.read(publiek.lees_pdf, self._blik(), deel, id_[:LANGSTE_NAAM])

    async def nieuws(self, taal: str) -> bytes:
        """Return the feed of news."""
        gelezen = await self.database.read(publiek.lees_nieuws, self._blik())
        return feeds.atom(self._woorden(taal), self._basis(taal), gelezen, self.clock.now())

    def _blik(self) -> Blik:
        return Blik(self.wijk, self.clock.now(), self.toon.zone)

    def _woorden(self, taal: str) -> Woorden:
        return Woorden(taal, self.toon)

    def _basis(self, taal: str) -> str:
        return f"{self.url.rstrip('/')}/{taal}/" if self.url else ""


def publieke_routes(van: Publiek, *, voordeur: bool = True) -> list[Route]:
    """Return what serves the public page.

    Args:
        voordeur: also `/`, which leads to the reader's language.
    """
    drukte = Drukte()

    async def pagina(request: Request, taal: str) -> Response:
        gevraagd = request.path_params
        wat = taal, gevraagd.get("deel", ""), gevraagd.get("id")
        gemaakt = await drukte.deel(("pagina", *wat), partial(van.pagina, *wat))
        return antwoord.html(request, gemaakt) if gemaakt is not None else antwoord.niet_gevonden(request, taal)

    async def kalender(request: Request, taal: str) -> Response:
        return antwoord.bestand(
            request, await drukte.deel(("kalender", taal), partial(van.kalender, taal)), feeds.ICS, antwoord.EVEN
        )

    async def nieuws(request: Request, taal: str) -> Response:
        return antwoord.bestand(
            request, await drukte.deel(("nieuws", taal), partial(van.nieuws, taal)), feeds.ATOM, antwoord.EVEN
        )

    async def bijeenkomst(request: Request, taal: str) -> Response:
        wat = taal, request.path_params["id"]
        return _bestand(request, taal, await drukte.deel(("ics", *wat), partial(van.bijeenkomst, *wat)), feeds.ICS)

    async def pdf(request: Request, taal: str) -> Response:
        wat = request.path_params["deel"], request.path_params["id"]
        return _bestand(request, taal, await drukte.deel(("pdf", *wat), partial(van.pdf, *wat)), "application/pdf")

    routes = [stijlroute()]
    for taal in talen():
        bij = {
            feeds.KALENDER: kalender,
            feeds.NIEUWS: nieuws,
            "agenda/{id}.ics": bijeenkomst,
            "{deel}/{id}.pdf": pdf,
            **dict.fromkeys(("", "{deel}/", "{deel}/{id}/"), pagina),
        }
        routes += [Route(f"/{taal}/{pad}", partial(doe, taal=taal)) for pad, doe in bij.items()]
    return [Route("/", naar_taal), *routes] if voordeur else routes


def stijlroute() -> Route:
    """Return what serves the style of the pages beside it."""

    async def stijl(request: Request) -> Response:
        return antwoord.bestand(request, STIJL, "text/css; charset=utf-8", antwoord.VOOR_ALTIJD)

    return Route(f"/{STIJLNAAM}", stijl)


async def naar_taal(request: Request) -> Response:
    """Lead to the reader's language."""
    naar = f"./{taal_van(request.headers)}/"  # the site may stand in a directory of another
    return RedirectResponse(naar, 302, {"Vary": "Accept-Language", "Cache-Control": antwoord.EVEN})


def _bestand(request: Request, taal: str, gemaakt: bytes | None, soort: str) -> Response:
    if gemaakt is None:
        return antwoord.niet_gevonden(request, taal)
    return antwoord.bestand(request, gemaakt, soort, antwoord.EVEN)


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
