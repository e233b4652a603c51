"""What the subcommands share: the settings, a database that is up to date, and its wijk."""

import argparse
import asyncio
import pkgutil
import secrets
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from bot import instellingen
from bot.config import Settings
from bot.errors import Geweigerd, InvoerFout
from bot.services.handeling import Afzender, Handeling
from bot.storage import Database, open_database, wijken
from bot.storage.schema import is_current, zonder_wachtwoord

T = TypeVar("T")
AKKOORD = "Iemand anders geeft nu akkoord in de chat, met /voorstellen.\n"

CONFIG = Path("gehoord.toml")


def onderdelen(deel: argparse.ArgumentParser, pakket: str, pad: Iterable[str]) -> None:
    """Let a command take one of its subcommands: each is a file of its package, of the same form as around it."""
    delen = deel.add_subparsers(required=True, dest="opdracht", metavar="opdracht", title="opdrachten")
    for naam in sorted(module.name for module in pkgutil.iter_modules(pad)):
        module = import_module(f"{pakket}.{naam}")
        onder = delen.add_parser(naam, help=module.HELP, description=module.HELP)
        onder.add_argument(
            "--config", type=Path, default=argparse.SUPPRESS, help="instellingen (standaard gehoord.toml)"
        )
        if not getattr(module, "ALLE_WIJKEN", False):
            uitleg = "welke wijk, waar er meer zijn: haar bestand of haar naam"
            onder.add_argument("--wijk", metavar="NAAM", default=argparse.SUPPRESS, help=uitleg)
        onder.set_defaults(onder=module.doe)
        module.velden(onder)


def alle_wijken(keuze: argparse.Namespace) -> tuple[Settings, ...]:
    """Return the settings of each wijk, whatever `--wijk` says.

    Raises:
        InvoerFout: a mistake in them, or a database that is not up to date.
    """
    wijken = instellingen.lees_wijken(keuze.config or CONFIG)
    database = wijken[0].opslag.database
    if not is_current(database):
        raise InvoerFout(f"{zonder_wachtwoord(database)}: de database is niet bij; draai eerst: gehoord migreer")
    return wijken


def lees_wijken(keuze: argparse.Namespace) -> tuple[Settings, ...]:
    """Return the settings of each wijk, or of the one that `--wijk` names.

    Raises:
        InvoerFout: as `alle_wijken`, or there is no such wijk.
    """
    wijken, gevraagd = alle_wijken(keuze), getattr(keuze, "wijk", None)
    if gevraagd is None:
        return wijken
    gevonden = tuple(een for een in wijken if gevraagd in (een.sleutel, een.wijk.naam))
    if not gevonden:
        raise InvoerFout(f"--wijk '{gevraagd[:60]}': ken ik niet; er is: {_namen(wijken)}")
    return gevonden


def lees_settings(keuze: argparse.Namespace) -> Settings:
    """Return the settings of the wijk that is meant.

    Raises:
        InvoerFout: as `lees_wijken`; or there are more, and nobody said which.
    """
    wijken = lees_wijken(keuze)
    if len(wijken) > 1:
        raise InvoerFout(f"zeg met --wijk welke wijk u bedoelt: {_namen(wijken)}")
    return wijken[0]


def _namen(wijken: Sequence[Settings]) -> str:
    return ", ".join(een.sleutel or een.wijk.naam for een in wijken)


@asynccontextmanager
async def open_(settings: Settings) -> AsyncIterator[Database]:
    """Open the database of the settings, and close it.

    Raises:
        InvoerFout: the disk is full, or the server went away; what was not answered for was not done.
    """
    database = await open_database(settings.opslag.database)
    try:
        yield database
    except (sqlite3.OperationalError, OperationalError) as fout:
        reden = str(getattr(fout, "orig", None) or fout).strip().partition("\n")[0]
        waar = zonder_wachtwoord(settings.opslag.database)
        raise InvoerFout(f"{waar}: dit lukte niet ({reden}); verhelp dat, en geef de opdracht nog eens") from fout
    finally:
        await database.close()


async def zoek_wijk(database: Database, settings: Settings) -> int:
    """Return the wijk.

    Raises:
        InvoerFout: there is none yet.
    """
    wijk = await database.read(wijken.zoek, settings.wijk.naam, settings.sleutel)
    if wijk is None:
        raise InvoerFout(
            f"{zonder_wachtwoord(settings.opslag.database)}: er is nog geen wijk; draai eerst: gehoord brieven"
        )
    return wijk


async def lees(settings: Settings, functie: Callable[[Connection, int], T]) -> T:
    """Read something of the wijk, changing nothing."""
    async with open_(settings) as database:
        return await database.read(functie, await zoek_wijk(database, settings))


def lees_bestand(pad: Path, grootst: int) -> bytes:
    """Return what a file holds.

    Raises:
        InvoerFout: it cannot be read, or is larger than so many bytes.
    """
    try:
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise InvoerFout(f"{pad}: kan het bestand niet lezen ({fout.strerror}); wijs een bestand aan") from None
    if len(inhoud) > grootst:
        raise InvoerFout(f"{pad}: is groter dan {grootst} bytes; knip het in stukken")
    return inhoud


def vraag_namens(deel: argparse.ArgumentParser, wie: str) -> None:
    """Let a command take in whose name it hands something in."""
    uitleg = f"wie het inlevert: een {wie}, zoals telegram:123456"
    deel.add_argument("--namens", required=True, metavar="KANAAL:NUMMER", help=uitleg)


def lever_in(
    keuze: argparse.Namespace, grootst: int, bied_aan: Callable[[Connection, Handeling, bytes], T], wie: str
) -> T:
    """Hand in the file that a command names, in someone's name, and return what became of it.

    Args:
        wie: who may, as `vraag_namens` said it.

    Raises:
        InvoerFout: no such file, or it is not theirs to hand in.
    """
    settings = lees_settings(keuze)
    van, inhoud = _namens(keuze), lees_bestand(keuze.bestand, grootst)

    async def doe() -> T:
        async with open_(settings) as database:
            wijk = await zoek_wijk(database, settings)
            return await database.write(wijk, bied_aan, _handeling_van(settings, wijk, van), inhoud)

    try:
        return asyncio.run(doe())
    except Geweigerd:
        raise InvoerFout(f"--namens '{keuze.namens[:60]}': dit is geen {wie}") from None


def _namens(keuze: argparse.Namespace) -> Afzender:
    """Return in whose name `--namens` says that something is done.

    Raises:
        InvoerFout: it is no network and number.
    """
    kanaal, streep, nummer = keuze.namens.partition(":")
    if not (kanaal and streep and nummer):
        raise InvoerFout(f"--namens '{keuze.namens[:60]}': schrijf het kanaal en het nummer, zoals telegram:123456")
    return Afzender(kanaal, nummer)


def _handeling_van(settings: Settings, wijk: int, van: Afzender) -> Handeling:
    """Return an act at the server, in someone's name, under the settings."""
    zone, tweede = ZoneInfo(settings.wijk.tijdzone), frozenset(settings.werkwijze.tweede_persoon)
    return Handeling(wijk, van, datetime.now(UTC), secrets.token_bytes(32), zone, tweede_persoon=tweede)
