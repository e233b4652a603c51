"""The two verifiers of the log: ours, and the page of Python that a journalist can read. They find the same."""

import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.rules import logcontrole
from bot.rules.logcontrole import Onjuist
from tests.logmaker import SCHADE, Log, maak_log

BESTAND = Path(__file__).parents[1] / "docs" / "controleer.py"
ZAAD = 20270301


def _lees_module() -> ModuleType:
    omschrijving = importlib.util.spec_from_file_location("controleer", BESTAND)
    assert omschrijving is not None
    assert omschrijving.loader is not None
    module = importlib.util.module_from_spec(omschrijving)
    omschrijving.loader.exec_module(module)
    return module


PAGINA: Any = _lees_module()


def oordelen(log: Log, sleutel: bytes, bewaard: list[tuple[str, bytes]]) -> tuple[str | None, str | None]:
    """Return what each verifier finds wrong first; None: nothing."""
    uit: list[str | None] = []
    for controleer, fouten in ((logcontrole.controleer, Onjuist), (PAGINA.controleer, PAGINA.Fout)):
        try:
            controleer(log.regels, list(log.hoofden.items()), sleutel, bewaard)
            uit.append(None)
        except fouten as fout:
            uit.append(str(fout))
    return uit[0], uit[1]


def controleer_goede(hoeveel: int, zaad: int) -> None:
    toeval = random.Random(zaad)
    for nr in range(hoeveel):
        log = maak_log(toeval, toeval.randrange(1, 60))
        assert oordelen(log, log.sleutel, [log.laatste()]) == (None, None), f"seed {zaad}, log {nr}"


def controleer_geschonden(hoeveel: int, zaad: int) -> dict[str, int]:
    """Spoil logs in every way and hold both verifiers to what who kept key and last head must find."""
    toeval, gevonden = random.Random(zaad), dict.fromkeys((schade.__name__ for schade in SCHADE), 0)
    log = maak_log(toeval, 40)
    for nr in range(hoeveel):
        if nr % 20 == 0:
            log = maak_log(toeval, toeval.randrange(5, 60))
        schade = SCHADE[nr % len(SCHADE)]
        kapot = schade(toeval, log)
        if (kapot.regels, kapot.hoofden) == (log.regels, log.hoofden):
            continue  # two leaves that were the same changed places
        ons, pagina = oordelen(kapot, log.sleutel, [log.laatste()])
        assert ons is not None, f"seed {zaad}, {nr}: {schade.__name__} was not found"
        assert pagina is not None, f"seed {zaad}, {nr}: {schade.__name__} was not found by docs/controleer.py"
        gevonden[schade.__name__] += 1
    return gevonden


def test_both_verifiers_take_random_logs() -> None:
    controleer_goede(30, ZAAD)


def test_both_verifiers_find_whatever_is_done_to_a_log_whose_key_and_head_they_hold() -> None:
    gevonden = controleer_geschonden(300, ZAAD)
    assert min(gevonden.values()) > 0


@pytest.mark.zwaar
def test_both_verifiers_agree_on_a_thousand_logs_and_find_ten_thousand_mutations() -> None:
    controleer_goede(1000, ZAAD + 1)
    gevonden = controleer_geschonden(10_100, ZAAD + 2)
    print(f"seeds {ZAAD + 1} and {ZAAD + 2}; found: {sum(gevonden.values())}: {gevonden}")
    assert sum(gevonden.values()) >= 10_000


def test_the_page_of_python_is_short_and_needs_nothing() -> None:
    tekst = BESTAND.read_text("utf-8")
    assert len(tekst.splitlines()) <= 300
    assert "import argparse, base64, datetime, fractions, functools, hashlib, json, math, pathlib, re, sys\n" in tekst
    assert tekst.count("import ") == 1
