"""`gehoord bewijs`: the log of evidence. Each of its subcommands is one file here, of the same form as around it."""

import argparse
import pkgutil
from importlib import import_module
from pathlib import Path

HELP = "Schrijf het bewijs weg, of controleer het."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes: one of its subcommands."""
    delen = deel.add_subparsers(required=True, metavar="opdracht", parser_class=type(deel))
    for naam in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = import_module(f"{__name__}.{naam}")
        onder = delen.add_parser(naam, help=module.HELP, description=module.HELP)
        onder.add_argument(
            "--config", type=Path, default=argparse.SUPPRESS, help="instellingen (standaard gehoord.toml)"
        )
        onder.set_defaults(onder=module.doe)
        module.velden(onder)


def doe(keuze: argparse.Namespace) -> int:
    """Do what was chosen."""
    uit: int = keuze.onder(keuze)
    return uit
