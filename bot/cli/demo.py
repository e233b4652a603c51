"""`gehoord demo`: a made-up wijk in the browser."""

import argparse
from pathlib import Path

from bot.errors import InvoerFout
from bot.instellingen import load

HELP = "Speel een verzonnen buurt na in de browser."
ALLE_WIJKEN = True


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--map", type=Path, help="map voor de gegevens (standaard .gehoord)")
    deel.add_argument("--poort", type=_poort, default=None, help="poort op 127.0.0.1 (standaard 8080)")
    deel.add_argument("--verhaal", action="store_true", help="speel het verhaal vanzelf, en stop")
    deel.add_argument("--json", action="store_true", help="bij --verhaal: alleen de eindstand, als JSON")


def doe(keuze: argparse.Namespace) -> int:
    """Play the practice wijk."""
    from bot.demo import opdracht  # the demo is not loaded by what runs in production

    if keuze.json and not keuze.verhaal:
        raise InvoerFout("--json hoort bij --verhaal; schrijf gehoord demo --verhaal --json")
    settings = load(keuze.config) if keuze.config else opdracht.OEFENWIJK
    if keuze.verhaal:
        return opdracht.verhaal(settings, keuze.map, json_=keuze.json)
    poort = 8080 if keuze.poort is None else keuze.poort
    return opdracht.speel_zelf(settings, keuze.map or Path(".gehoord"), poort)


def _poort(tekst: str) -> int:
    if not tekst.isdigit() or not 0 <= int(tekst) <= 65535:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen poort; schrijf een getal zoals 8081")
    return int(tekst)
