"""The bot for browsers: the chat there, the pages and the figures. Only who has any of it loads this."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack

from starlette.routing import Route

from bot.channels.bestanden import Bestanden
from bot.channels.seiner import Seiner
from bot.channels.weblijnen import Weblijnen
from bot.net import Net
from bot.samen import Procesrol, Samen, start
from bot.seinen import maak_post
from bot.services import seintje
from bot.web.chat.antwoorden import CHAT
from bot.web.chat.routes import Chat
from bot.web.chat.scherm import statisch_naam
from bot.web.chat.waar import Waar
from bot.web.dienst import Geserveerd, start_web
from bot.web.meting import Meting
from bot.web.overzicht import Overzicht, Wijk, overzichtroutes
from bot.web.routes import alle_routes, onder
from bot.webinstellingen import KANAAL
from handlers.verwerking import Omgeving


async def serveer(
    stapel: AsyncExitStack,
    wijken: Sequence[Omgeving],
    netten: Sequence[Net],
    chat: Net | None,
    lijnen: Weblijnen,
    bestanden: Bestanden,
    gestopt: asyncio.Future[None],
    samen: Samen,
) -> Geserveerd:
    """Serve what the settings ask for, as far as that is this process's part, until the stack closes.

    Args:
        netten: all chat networks that the bot is on.
        chat: the one in the browser.
    """
    o, intakes = wijken[0], [net.intake for net in netten]
    meting = Meting(
        o.database,
        lambda: not gestopt.done(),
        lambda: sum(een.ontvangen for een in intakes),
        lambda: max(een.oudste() for een in intakes),
    )
    routes = [*_chat(stapel, chat, lijnen, bestanden, gestopt, samen)] if chat else []
    routes += paginas(wijken) if samen.doet(Procesrol.WEB) else []
    await start_web(stapel, o.settings.web, routes, meting, gedeeld=samen.ploeg is not None)
    return Geserveerd(routes, meting)


def _chat(
    stapel: AsyncExitStack,
    net: Net,
    lijnen: Weblijnen,
    bestanden: Bestanden,
    gestopt: asyncio.Future[None],
    samen: Samen,
) -> list[Route]:
    """Return what serves the chat, and begin to tell browsers of what is new while no page of theirs is open."""
    o, post = net.omgeving, maak_post(net.omgeving.settings)
    wijken = {een.wijk: een.settings.wijk.naam for een in net.wijken}
    naam, icoon = Waar(o.database, wijken).begin.naam, CHAT + statisch_naam("icoon-192.png")
    zo = o.toon, o.clock, o.zone, o.settings.verzending, naam, icoon
    if post is not None and samen.doet(Procesrol.ZENDER):
        samen.alleen(stapel, gestopt, "seintjes", Seiner(o.database, seintje, lijnen, post, *zo).werk)
    if not samen.doet(Procesrol.WEB):
        return []
    if post is None or samen.ploeg is not None:  # what its pages showed, each process keeps itself
        start(stapel, Seiner(o.database, seintje, lijnen, None, *zo).werk(), gestopt)
    start(stapel, lijnen.waak(o.database), gestopt)
    elders = next((adres for kanaal, adres in o.netten.items() if kanaal != KANAAL), "")
    waar = o.database, o.wijk, o.clock, o.settings
    return Chat(*waar, net.intake, lijnen, bestanden, elders, o.peper, post.publiek if post else "", wijken).routes()


def paginas(wijken: Sequence[Omgeving], *, voordeur: bool = True) -> list[Route]:
    """Return what serves the pages for a browser; of more wijken each under its own name."""
    alle: list[Route] = []
    for o in wijken:
        van_wijk = alle_routes(o.database, o.wijk, o.clock, o.settings, o.toon("nl"), voordeur=voordeur)
        alle += onder(o.settings.sleutel, van_wijk)
    if wijken[0].settings.sleutel:
        o, namen = wijken[0], [Wijk(een.wijk, een.settings.wijk.naam, een.settings.sleutel) for een in wijken]
        alle += overzichtroutes(Overzicht(o.database, namen, o.clock, o.toon("nl"), o.settings.site_url))
    return alle
