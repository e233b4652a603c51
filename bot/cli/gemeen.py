"""What the subcommands share: the settings, a database that is up to date, and its wijk."""

import argparse
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from bot.config import Settings, load
from bot.errors import InvoerFout
from bot.storage import Database, open_database, wijken
from bot.storage.schema import is_current, zonder_wachtwoord

T = TypeVar("T")

CONFIG = Path("gehoord.toml")


def lees_settings(keuze: argparse.Namespace) -> Settings:
    """Return the settings.

    Raises:
        InvoerFout: a mistake in them, or a database that is not up to date.
    """
    settings = load(keuze.config or CONFIG)
    if not is_current(settings.opslag.database):
        raise InvoerFout(
            f"{zonder_wachtwoord(settings.opslag.database)}: de database is niet bij; draai eerst: gehoord migreer"
        )
    return settings


@asynccontextmanager
async def open_(settings: Settings) -> AsyncIterator[Database]:
    """Open the database of the settings, and close it."""
    database = await open_database(settings.opslag.database)
    try:
        yield database
    finally:
        await database.close()


async def zoek_wijk(database: Database, settings: Settings) -> int:
    """Return the wijk.

    Raises:
        InvoerFout: there is none yet.
    """
    wijk = await database.read(wijken.zoek)
    if wijk is None:
        raise InvoerFout(
            f"{zonder_wachtwoord(settings.opslag.database)}: er is nog geen wijk; draai eerst: gehoord brieven"
        )
    return wijk


async def lees(settings: Settings, functie: Callable[[Connection, int], T]) -> T:
    """Read something of the wijk, changing nothing."""
    async with open_(settings) as database:
        return await database.read(functie, await zoek_wijk(database, settings))
