"""The public page of a wijk over real HTTP, without a bot: rows are written, a browser or a calendar asks."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
from multidict import CIMultiDictProxy
from sqlalchemy import Connection

from berichten import Toon, vertaal
from bot.services import bewijslog
from bot.services.handeling import AMSTERDAM
from bot.storage import Database, open_database
from bot.web.ijkpunten import ijkpuntpagina
from bot.web.paginas import paginas_app
from bot.web.publiek import Publiek, publieke_routes
from tests.builders import NU, een_wijk
from tests.webchat.conftest import bedien

T = TypeVar("T")
TOON = Toon(vertaal("nl"), AMSTERDAM, "https://t.me/GehoordBot", "Noor, 0318 12 34 56")


@dataclass
class Klok:
    nu: datetime = NU

    def now(self) -> datetime:
        return self.nu


@dataclass
class Gehaald:
    status: int
    tekst: str
    koppen: CIMultiDictProxy[str]


@dataclass
class Site:
    """A public page that is served, with its database and its clock."""

    url: str
    database: Database
    wijk: int
    http: aiohttp.ClientSession
    publiek: Publiek
    klok: Klok = field(default_factory=Klok)

    async def zet(self, functie: Callable[..., T], *args: Any, **velden: Any) -> T:
        """Write with a function of (tx, wijk, …), such as a builder."""
        return await self.database.write(self.wijk, functie, self.wijk, *args, **velden)

    async def haal(self, pad: str, methode: str = "GET", **koppen: str) -> Gehaald:
        """Ask for a page, following no redirect."""
        vraag = self.http.request(methode, self.url + pad, headers=koppen, allow_redirects=False)
        async with vraag as antwoord:
            return Gehaald(antwoord.status, await antwoord.text(), antwoord.headers)


@asynccontextmanager
async def een_site(sjabloon: Path, map_: Path) -> AsyncIterator[Site]:
    """Serve the public page of a new wijk.

    Args:
        sjabloon: an empty SQLite database with the schema of this version.
    """
    await asyncio.to_thread(shutil.copy, sjabloon, map_ / "gehoord.db")
    database, klok = await open_database(f"sqlite:///{map_}/gehoord.db"), Klok()
    try:
        wijk = await database.write(None, een_wijk)
        publiek = Publiek(database, wijk, klok, TOON, "https://wijk.voorbeeld.nl")
        ijkpunten = ijkpuntpagina(partial(database.read, bewijslog.op_pagina, wijk))
        async with bedien(paginas_app([*ijkpunten, *publieke_routes(publiek)])) as url, aiohttp.ClientSession() as http:
            yield Site(url, database, wijk, http, publiek, klok)
    finally:
        await database.close()


def over(**duur: float) -> datetime:
    """Return a moment so long after the start of a test."""
    return NU + timedelta(**duur)


async def vul(site: Site, *functies: Callable[[Connection, int], object]) -> None:
    """Run functions of (tx, wijk), each in a transaction."""
    for functie in functies:
        await site.zet(functie)
