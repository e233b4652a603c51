"""`gehoord traject`: the templates as TOML, and choosing one that was adapted. Each subcommand is one file here."""

import argparse

from bot.cli import gemeen

HELP = "Laat een sjabloon van het traject zien als TOML, of kies er een."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes: one of its subcommands."""
    gemeen.onderdelen(deel, __name__, __path__)


def doe(keuze: argparse.Namespace) -> int:
    """Do what was chosen."""
    uit: int = keuze.onder(keuze)
    return uit
