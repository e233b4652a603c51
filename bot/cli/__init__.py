"""The command `gehoord`: each subcommand is one file here and one service call.

A file has `HELP`, `doe(keuze) -> exit code` and, where it takes anything, `velden(parser)`. With `ALLE_WIJKEN` it is
about the installation, and takes no `--wijk`. Bad input is one line on
stderr and exit code 2.
"""

import argparse
import gc
import os
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from bot.cli.parser import Parser
from bot.errors import InvoerFout

_GEEN_OPDRACHT = ("gemeen", "parser")
_CONFIG = "instellingen (standaard gehoord.toml; bij demo die van de oefenwijk)"


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 1 it came out wrong, 2 bad input."""
    try:
        woorden = sys.argv[1:] if argumenten is None else argumenten
        keuze = _parser(woorden[:1]).parse_args(woorden)
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


def _laad(naam: str) -> ModuleType:
    """Load a subcommand. What is loaded stays: looking through it for garbage took a quarter of the time."""
    gc.disable()
    try:
        return import_module(f"{__name__}.{naam}")
    finally:
        gc.freeze()
        gc.enable()


def _parser(eerste: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Make the parser; when the first word is a subcommand only that one is loaded, as all together take a second."""
    parser = Parser(prog="gehoord", description="Samen beslissen over warmte, en laten zien dat het eerlijk ging.")
    delen = parser.add_subparsers(required=True, dest="opdracht", metavar="opdracht", title="opdrachten")
    namen = [module.name for module in pkgutil.iter_modules(__path__) if module.name not in _GEEN_OPDRACHT]
    for naam in eerste if set(eerste) & set(namen) else namen:
        module = _laad(naam)
        deel = delen.add_parser(naam, help=module.HELP, description=module.HELP)
        deel.set_defaults(functie=module.doe)
        deel.add_argument("--config", type=Path, help=_CONFIG)
        if not getattr(module, "ALLE_WIJKEN", False):
            deel.add_argument("--wijk", metavar="NAAM", help="welke wijk, waar er meer zijn: haar bestand of haar naam")
        if hasattr(module, "velden"):
            module.velden(deel)
    return parser
