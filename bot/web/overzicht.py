"""The page of all wijken of an installation, at its root: where each has its pages, and how its conditions stand."""

import logging
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from berichten import Toon, talen
from bot.clock import Clock
from bot.services.publiek import Blik, Pagina, stand
from bot.storage import Database
from bot.web import antwoord, sjabloon
from bot.web.drukte import Drukte
from bot.web.publiek import naar_taal, stijlroute
from bot.web.sjabloon import Plaats
from bot.web.woorden import Woorden

log = logging.getLogger(__name__)


class Wijk(NamedTuple):
    """A wijk; its pages are under `sleutel`."""

    id: int
    naam: str
    sleutel: str


@dataclass(frozen=True)
class Overzicht:
    """All wijken.

    Args:
        toon: of any of them: no contact of one is said here.
        url: the address of the site as a browser has it.
    """

    database: Database
    wijken: Sequence[Wijk]
    clock: Clock
    toon: Toon
    url: str

    async def pagina(self, taal: str) -> bytes:
        """Return the page in a language."""
        op_naam = sorted(self.wijken, key=lambda een: _letters(een.naam))
        staan = [{"naam": een.naam, "sleutel": een.sleutel, "stand": await self._stand(een)} for een in op_naam]
        plaats, woorden = Plaats.van(taal, "", self.url.rstrip("/")), Woorden(taal, self.toon)
        return sjabloon.maak("wijken.html", plaats, woorden, Pagina("", (), (), {}), wijken=staan)

    async def _stand(self, wijk: Wijk) -> dict[str, Any] | None:
        """Return what the page of a wijk shows of how it stands; None for nothing, `mis` when it cannot be read."""
        assert stand.DEEL.thuis is not None  # noqa: S101 (it has one)
        try:
            blik = Blik(wijk.id, self.clock.now(), self.toon.zone)
            return await self.database.read(stand.DEEL.thuis, blik)
        except Exception:
            log.exception("how %s stands could not be read", wijk.naam)
            return {"mis": True}


def _letters(naam: str) -> str:
    """Return by what a name stands in order: without accents and signs, as in a street index."""
    return "".join(teken for teken in unicodedata.normalize("NFKD", naam.casefold()) if teken.isalnum())


def overzichtroutes(van: Overzicht) -> list[Route]:
    """Return what serves the page of all wijken."""
    drukte = Drukte()

    async def pagina(request: Request, taal: str) -> Response:
        return antwoord.html(request, await drukte.deel(("wijken", taal), partial(van.pagina, taal)))

    return [Route("/", naar_taal), stijlroute(), *(Route(f"/{taal}/", partial(pagina, taal=taal)) for taal in talen())]
