"""Serving the pages and the figures for as long as the bot runs: which app listens where."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.routing import Route

from bot.web.koppen import met_koppen
from bot.web.meting import Meting
from bot.web.paginas import paginas_app
from bot.web.server import bind_adres, serveer
from bot.webinstellingen import Web


@dataclass(frozen=True)
class Geserveerd:
    """What is served to browsers.

    Args:
        routes: the chat and the pages.
        meting: whether the bot does its work.
    """

    routes: Sequence[Route]
    meting: Meting


async def start_paginas(
    stapel: AsyncExitStack,
    instelling: str,
    adres: str,
    web: Web,
    routes: Sequence[Route],
    meting: Meting,
    *,
    gedeeld: bool = False,
) -> None:
    """Serve pages on an address that a setting names, until the stack closes.

    Args:
        web: how a browser comes there, and through what.
        gedeeld: other processes on this machine may listen there too: each connection is of one of them.
    """
    app = meting.om(met_koppen(paginas_app([*meting.routes(), *routes]), web.url))
    await stapel.enter_async_context(serveer(app, bind_adres(instelling, adres, gedeeld=gedeeld), web.webserver))


async def start_web(
    stapel: AsyncExitStack, web: Web, routes: Sequence[Route], meting: Meting, *, gedeeld: bool = False
) -> None:
    """Serve what [web] asks for: the pages, where there are any, and the figures on a port apart.

    Args:
        gedeeld: see `start_paginas`; the figures are of one process.
    """
    if web.adres and routes:
        await start_paginas(stapel, "[web] adres", web.adres, web, routes, meting, gedeeld=gedeeld)
    if web.metrics_adres:
        app = met_koppen(Starlette(routes=meting.metrics()), "")
        await stapel.enter_async_context(serveer(app, bind_adres("[web] metrics_adres", web.metrics_adres)))
