"""`gehoord bewijs`: the log of evidence. Each of its subcommands is one file here, of the same form as around it."""

import argparse

from bot.cli import gemeen

HELP = "Schrijf het bewijs weg, of controleer het."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes: one of its subcommands."""
    gemeen.onderdelen(deel, __name__, __path__)


def doe(keuze: argparse.Namespace) -> int:
    """Do what was chosen."""
    uit: int = keuze.onder(keuze)
    return uit
