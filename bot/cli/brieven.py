"""`gehoord brieven`: codes and letters for addresses."""

import argparse
import asyncio
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path

from berichten import talen
from bot import brieven
from bot.cli.gemeen import alle_wijken, lees_settings, open_, zoek_wijk
from bot.errors import InvoerFout
from bot.rules.adressen import Adres, lees_lijst, lees_sleutel
from bot.services import afdruk
from bot.services.handeling import publiek_id
from bot.storage import ACCOUNTS, huishoudens, wijken

HELP = "Maak een code voor elk nieuw adres, met een bestand voor de brieven."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
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


def doe(keuze: argparse.Namespace) -> int:
    """Write the letters, and say how many."""
    settings = lees_settings(keuze)
    over = settings.wijk
    drukwerk = afdruk.Drukwerk(over.naam, over.contact_naam, over.contact_telefoon, per_straat=keuze.per_straat)
    verhuisd = bool(keuze.verhuisd)
    optie = "--verhuisd" if verhuisd else "--herdruk"
    sleutels = [_sleutel(optie, adres) for adres in keuze.herdruk or keuze.verhuisd or ()]
    adressen = [] if sleutels else _adressen(keuze.adressen)

    async def schrijf() -> brieven.Resultaat:
        async with open_(settings) as database:
            merk = await database.read(huishoudens.peper_merk)
            peper = brieven.peper(Path(settings.opslag.peper_bestand), merk, maken=not sleutels)
            vast = {"map_": keuze.uit, "peper": peper, "botlink": settings.meedoen_url, "drukwerk": drukwerk}
            vast["now"] = datetime.now(UTC)
            if sleutels:
                wijk = await zoek_wijk(database, settings)
                return await brieven.herdruk(database, wijk=wijk, sleutels=sleutels, verhuisd=verhuisd, **vast)
            nieuwe_id = publiek_id(secrets.token_bytes(16))
            namen = {een.sleutel: een.wijk.naam for een in alle_wijken(keuze)}
            await database.write(ACCOUNTS, wijken.koppel, namen)
            wijk = await database.write(ACCOUNTS, wijken.zorg_voor, over.naam, nieuwe_id, settings.sleutel)
            gedaan = await brieven.schrijf_brieven(database, wijk=wijk, adressen=adressen, **vast)
            if gedaan.nieuw:
                await database.meet_tabellen()
            return gedaan

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
