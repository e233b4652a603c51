"""All pages for a browser, joined into one list of routes. Which page answers what stands in its own file."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from starlette.routing import Route

from berichten import Toon
from bot.clock import Clock
from bot.config import Settings
from bot.services import bewijslog, deur, mailadres, volger
from bot.storage import Database
from bot.web.deurpagina import deurpagina
from bot.web.ijkpunten import ijkpuntpagina
from bot.web.mailstop import mailstoppagina
from bot.web.publiek import Publiek, publieke_routes
from bot.web.volgen import volgpagina


def alle_routes(
    database: Database, wijk: int, clock: Clock, settings: Settings, toon: Toon, *, voordeur: bool = True
) -> list[Route]:
    """Return what serves every page.

    Args:
        toon: how the page of a door speaks; the public page does so in each language.
        voordeur: also `/`, where nothing else answers to that.
    """
    lees = database.read
    deuren = deurpagina(lambda naam: lees(deur.op_pagina, wijk, naam, clock.now(), toon))
    publiek = Publiek(database, wijk, clock, toon, settings.pagina_url)
    ijkpunten = ijkpuntpagina(partial(lees, bewijslog.op_pagina, wijk))

    async def zeg(geheim: str, wat: str) -> None:
        await database.write(wijk, volger.zelf, wijk, geheim, wat, clock.now())

    async def hoe_staat(geheim: str) -> dict[str, Any] | None:
        return await lees(volger.op_pagina, wijk, geheim)

    async def stop(geheim: str) -> None:
        await database.write(0, mailadres.stop, wijk, geheim)

    async def dagmail(geheim: str) -> dict[str, Any] | None:
        return await lees(mailadres.op_pagina, wijk, geheim)

    volgen = volgpagina(hoe_staat, zeg, toon, settings.pagina_url)
    volgen += mailstoppagina(dagmail, stop, toon, settings.pagina_url)
    return [*deuren, *ijkpunten, *volgen, *publieke_routes(publiek, voordeur=voordeur)]


def onder(naam: str, routes: Sequence[Route]) -> list[Route]:
    """Return routes as they stand under the name of a wijk; without a name as they are."""
    if not naam:
        return list(routes)
    return [Route(f"/{naam}{route.path}", route.endpoint, methods=list(route.methods or ())) for route in routes]
