"""Both verifiers of what is published, side by side: ours, and the pages of Python in docs/ that need nothing."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from bot.rules import bijdragecontrole, logcontrole
from bot.rules.logcontrole import Onjuist
from tests.logmaker import Log

DOCS = Path(__file__).parents[1] / "docs"
Oordeel = tuple[str | None, str | None]
"""What each finds wrong first; None: nothing."""


def _lees_pagina(naam: str) -> Any:
    omschrijving = importlib.util.spec_from_file_location(naam, DOCS / f"{naam}.py")
    assert omschrijving is not None
    assert omschrijving.loader is not None
    module = sys.modules[naam] = importlib.util.module_from_spec(omschrijving)
    omschrijving.loader.exec_module(module)
    return module


PAGINA = _lees_pagina("controleer")
BIJDRAGE = _lees_pagina("controleer_bijdrage")


def oordelen(log: Log, sleutel: bytes, bewaard: list[tuple[str, bytes]]) -> Oordeel:
    """Check a log; the names of the errors must be the same."""
    alles = (log.regels, list(log.hoofden.items()), sleutel, bewaard)
    return _samen((logcontrole.controleer, alles), (PAGINA.controleer, alles))


def oordelen_bijdrage(inhoud: bytes, sleutel: bytes, bewaard: list[tuple[str, bytes]]) -> Oordeel:
    """Check a contribution; the names of the errors must be the same."""
    alles = (inhoud, sleutel, bewaard)
    return _samen((bijdragecontrole.controleer_bijdrage, alles), (BIJDRAGE.controleer_bijdrage, alles))


def _samen(*wat: tuple[Any, tuple[Any, ...]]) -> Oordeel:
    uit: list[str | None] = []
    for controleer, alles in wat:
        try:
            controleer(*alles)
            uit.append(None)
        except (Onjuist, PAGINA.Fout) as fout:
            uit.append(str(fout))
    assert fout_van(uit[0]) == fout_van(uit[1]), uit
    return uit[0], uit[1]


def fout_van(oordeel: str | None) -> str:
    """Return the name of an error, of the table in docs/bewijs.md; empty when there is none."""
    return (oordeel or "").partition(":")[0]
