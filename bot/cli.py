"""The command `gehoord`: each subcommand is one service call. Bad input is one line on stderr and exit code 2."""

import argparse
import asyncio
import json
import logging
import os
import secrets
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import talen
from bot import app, brieven, exporteren, herstel, logboek
from bot.config import Settings, load
from bot.errors import InvoerFout
from bot.rules.adressen import Adres, lees_lijst, lees_sleutel
from bot.services import afdruk
from bot.services.export import schrijf_export
from bot.services.handeling import publiek_id
from bot.services.stand import bereken_stand
from bot.services.tellen import Tellingen
from bot.services.tijdvak import Begin
from bot.storage import ACCOUNTS, Database, huishoudens, open_database, wijken
from bot.storage.schema import is_current, migrate, zonder_wachtwoord

T = TypeVar("T")

CONFIG = "gehoord.toml"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise InvoerFout(f"{message}; zie {self.prog} --help")


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 1 it came out wrong, 2 bad input."""
    try:
        keuze = _parser().parse_args(argumenten)
        uit: int = keuze.functie(keuze)
    except InvoerFout as fout:
        sys.stderr.write(f"gehoord: {fout}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return uit


def _parser() -> argparse.ArgumentParser:
    gedeeld = _Parser(add_help=False)
    gedeeld.add_argument(
        "--config", type=Path, help=f"instellingen (standaard {CONFIG}; bij demo die van de oefenwijk)"
    )
    parser = _Parser(prog="gehoord", description="Samen beslissen over warmte, en laten zien dat het eerlijk ging.")
    delen = parser.add_subparsers(required=True, metavar="opdracht", parser_class=_Parser)

    def opdracht(naam: str, functie: Callable[[argparse.Namespace], int], help_: str) -> argparse.ArgumentParser:
        deel: argparse.ArgumentParser = delen.add_parser(naam, parents=[gedeeld], help=help_, description=help_)
        deel.set_defaults(functie=functie)
        return deel

    opdracht("start", _start, "Laat de bot draaien.")
    opdracht("migreer", _migreer, "Breng de database op de stand van deze versie.")
    opdracht("hersteld", _hersteld, "Zeg dat de database een teruggezette reservekopie is; de bot staat stil.")
    deel = opdracht("brieven", _brieven, "Maak een code voor elk nieuw adres, met een bestand voor de brieven.")
    welke = deel.add_mutually_exclusive_group(required=True)
    welke.add_argument("--adressen", type=Path, help="adressenlijst (CSV)")
    welke.add_argument(
        "--herdruk",
        action="append",
        metavar="ADRES",
        help="nieuwe code voor een bekend adres, zoals '3511AB 12 A'; de oude vervalt; mag vaker",
    )
    welke.add_argument(
        "--verhuisd",
        action="append",
        metavar="ADRES",
        help="dit huishouden is verhuisd: nieuwe code, en wie er woonde doet niet meer mee; mag vaker",
    )
    deel.add_argument("--per-straat", action="store_true", help="een PDF per straat")
    deel.add_argument("--uit", type=Path, required=True, metavar="MAP", help="map voor de brieven")
    deel = opdracht("stand", _stand, "Zeg hoe de afgesproken voorwaarden ervoor staan.")
    deel.add_argument("--json", action="store_true", help="als JSON")
    deel = opdracht("export", _export, "Schrijf de tellingen als CSV en JSON, zonder namen.")
    deel.add_argument("--uit", type=Path, required=True, metavar="MAP", help="map voor de tellingen")
    deel = opdracht("demo", _demo, "Speel een verzonnen buurt na in de browser.")
    deel.add_argument("--map", type=Path, help="map voor de gegevens (standaard .gehoord)")
    deel.add_argument("--poort", type=_poort, default=None, help="poort op 127.0.0.1 (standaard 8080)")
    deel.add_argument("--verhaal", action="store_true", help="speel het verhaal vanzelf, en stop")
    deel.add_argument("--json", action="store_true", help="bij --verhaal: alleen de eindstand, als JSON")
    return parser


def _poort(tekst: str) -> int:
    if not tekst.isdigit() or not 0 <= int(tekst) <= 65535:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen poort; schrijf een getal zoals 8081")
    return int(tekst)


def _start(keuze: argparse.Namespace) -> int:
    settings = _settings(keuze)

    async def draai() -> None:
        merk = await _peper_merk(settings)
        peper = brieven.peper(Path(settings.opslag.peper_bestand), merk, maken=True)
        async with app.draai(settings, peper) as bot:
            log = logging.getLogger(__name__)
            await app.wacht_op_stop(bot, lambda: log.info("Gehoord draait voor %s", settings.wijk.naam))

    logboek.richt_in(settings.telegram.token, settings.telegram.webhook_geheim)
    asyncio.run(draai())
    return 0


def _migreer(keuze: argparse.Namespace) -> int:
    settings = load(keuze.config or Path(CONFIG))
    migrate(settings.opslag.database)
    sys.stdout.write("De database is bij.\n")
    return 0


def _hersteld(keuze: argparse.Namespace) -> int:
    settings = _settings(keuze)

    async def zeg() -> Begin:
        async with _database(settings) as database:
            return await herstel.hersteld(database, settings, await _wijk(database, settings), datetime.now(UTC))

    sys.stdout.write(f"{herstel.verslag(asyncio.run(zeg()))}\n")
    return 0


def _brieven(keuze: argparse.Namespace) -> int:
    settings = _settings(keuze)
    over = settings.wijk
    drukwerk = afdruk.Drukwerk(over.naam, over.contact_naam, over.contact_telefoon, per_straat=keuze.per_straat)
    verhuisd = bool(keuze.verhuisd)
    optie = "--verhuisd" if verhuisd else "--herdruk"
    sleutels = [_sleutel(optie, adres) for adres in keuze.herdruk or keuze.verhuisd or ()]
    adressen = [] if sleutels else _adressen(keuze.adressen)

    async def schrijf() -> brieven.Resultaat:
        async with _database(settings) as database:
            merk = await database.read(huishoudens.peper_merk)
            peper = brieven.peper(Path(settings.opslag.peper_bestand), merk, maken=not sleutels)
            vast = {"map_": keuze.uit, "peper": peper, "botlink": settings.telegram.botlink, "drukwerk": drukwerk}
            vast["now"] = datetime.now(UTC)
            if sleutels:
                wijk = await _wijk(database, settings)
                return await brieven.herdruk(database, wijk=wijk, sleutels=sleutels, verhuisd=verhuisd, **vast)
            nieuwe_id = publiek_id(secrets.token_bytes(16))
            wijk = await database.write(ACCOUNTS, wijken.zorg_voor, over.naam, nieuwe_id)
            return await brieven.schrijf_brieven(database, wijk=wijk, adressen=adressen, **vast)

    gedaan = asyncio.run(schrijf())
    if gedaan.afgemaakt:
        sys.stdout.write(f"Een eerdere keer is afgemaakt: {gedaan.afgemaakt}\n")
    waar = f" ({gedaan.bestand})" if gedaan.bestand else ""
    if sleutels:
        vervallen = " De oude codes van die adressen werken niet meer." if gedaan.nieuw else ""
        if gedaan.nieuw and verhuisd:
            vervallen += " Wie er woonde, doet niet meer mee."
        sys.stdout.write(f"Adressen met een nieuwe code: {gedaan.nieuw}{waar}.{vervallen}\n")
    else:
        anders = f" Daarvan bijgewerkt: {gedaan.gewijzigd}." if gedaan.gewijzigd else ""
        sys.stdout.write(f"Nieuwe adressen: {gedaan.nieuw}{waar}. Die al een code hadden: {gedaan.bekend}.{anders}\n")
    for pdf in gedaan.pdfs:
        sys.stdout.write(f"Om te printen: {pdf}\n")
    if gedaan.dubbelzijdig:
        sys.stdout.write("Print dubbelzijdig: op de achterkant staat een brief in een tweede taal.\n")
    if gedaan.pdfs and not over.contact_telefoon:
        sys.stderr.write(
            "gehoord: [wijk] contact_naam en contact_telefoon: in de brief staat nu niemand om te bellen\n"
        )
    return 0


def _sleutel(optie: str, getypt: str) -> str:
    try:
        return lees_sleutel(getypt)
    except ValueError as fout:
        raise InvoerFout(f"{optie} '{getypt[:60]}': {fout}") from None


def _adressen(bestand: Path) -> list[Adres]:
    try:
        inhoud = bestand.read_bytes()
    except FileNotFoundError:
        raise InvoerFout(f"{bestand}: dit bestand is er niet; wijs de adressenlijst aan met --adressen") from None
    except OSError as fout:
        raise InvoerFout(f"{bestand}: kan de lijst niet lezen ({fout.strerror})") from None
    adressen, fouten = lees_lijst(inhoud, talen())
    if fouten:
        regels = "\n".join(f"gehoord: {bestand}: {fout}" for fout in fouten)
        raise InvoerFout(regels.removeprefix("gehoord: "))
    return adressen


def _stand(keuze: argparse.Namespace) -> int:
    settings = _settings(keuze)
    stand = asyncio.run(_lees(settings, bereken_stand)).als_json()
    if keuze.json:
        sys.stdout.write(json.dumps(stand, ensure_ascii=False, indent=2) + "\n")
        return 0
    for d in stand["drempels"]:
        regel = f"{d['soort']}: {d['teller']} van {d['noemer']}, nodig {d['operator']} {d['drempel']}: {d['verdict']}"
        sys.stdout.write(f"{regel}" + (f", nog {d['nodig']}\n" if d["nodig"] else "\n"))
    return 0


def _export(keuze: argparse.Namespace) -> int:
    settings = _settings(keuze)
    zone, now = ZoneInfo(settings.wijk.tijdzone), datetime.now(UTC)

    async def tel() -> Tellingen:
        async with _database(settings) as database:
            return await exporteren.tel(database, await _wijk(database, settings), now, zone)

    for pad in schrijf_export(asyncio.run(tel()), keuze.uit):
        sys.stdout.write(f"{pad}\n")
    return 0


def _demo(keuze: argparse.Namespace) -> int:
    from bot.demo import opdracht  # the demo is not loaded by what runs in production

    if keuze.json and not keuze.verhaal:
        raise InvoerFout("--json hoort bij --verhaal; schrijf gehoord demo --verhaal --json")
    settings = load(keuze.config) if keuze.config else opdracht.OEFENWIJK
    if keuze.verhaal:
        return opdracht.verhaal(settings, keuze.map, json_=keuze.json)
    poort = 8080 if keuze.poort is None else keuze.poort
    return opdracht.speel_zelf(settings, keuze.map or Path(".gehoord"), poort)


def _settings(keuze: argparse.Namespace) -> Settings:
    settings = load(keuze.config or Path(CONFIG))
    if not is_current(settings.opslag.database):
        raise InvoerFout(
            f"{zonder_wachtwoord(settings.opslag.database)}: de database is niet bij; draai eerst: gehoord migreer"
        )
    return settings


async def _lees(settings: Settings, functie: Callable[[Connection, int], T]) -> T:
    """Read something of the wijk, changing nothing."""
    async with _database(settings) as database:
        return await database.read(functie, await _wijk(database, settings))


async def _wijk(database: Database, settings: Settings) -> int:
    wijk = await database.read(wijken.zoek)
    if wijk is None:
        raise InvoerFout(
            f"{zonder_wachtwoord(settings.opslag.database)}: er is nog geen wijk; draai eerst: gehoord brieven"
        )
    return wijk


async def _peper_merk(settings: Settings) -> bytes | None:
    async with _database(settings) as database:
        return await database.read(huishoudens.peper_merk)


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    database = await open_database(settings.opslag.database)
    try:
        yield database
    finally:
        await database.close()
