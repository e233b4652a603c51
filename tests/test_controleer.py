"""The two verifiers of the log: ours, and the page of Python that a journalist can read. They find the same."""

import copy
import json
import random

import pytest

from tests.eigenlog import log_met, log_van, met_12, stand, verander
from tests.logmaker import maak_log
from tests.logschade import SCHADE
from tests.verifiers import DOCS, fout_van, oordelen

BESTAND = DOCS / "controleer.py"
ZAAD = 20270301


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


BASIS = [json.loads(lijn) for lijn in log_met(*met_12(stand(12, 20, "gehaald"), stand(None))).regels]


def schud(hoeveel: int, zaad: int) -> dict[str, int]:
    """Change any value of any leaf and sign it anew: what one verifier finds, the other finds, and nothing breaks."""
    toeval, gevonden = random.Random(zaad), dict.fromkeys(("", "regel", "blad", "telling", "uitslag"), 0)
    for _ in range(hoeveel):
        bladen = copy.deepcopy(BASIS)
        plek = toeval.choice((0, 1, len(bladen) - 1, len(bladen) - 1))
        bladen[plek] = verander(toeval, bladen[plek])
        ascii_, op_volgorde = toeval.random() < 0.05, toeval.random() < 0.95
        lijnen = [
            json.dumps(b, sort_keys=op_volgorde, separators=(",", ":"), ensure_ascii=ascii_).encode() + b"\n"
            for b in bladen
        ]
        log = log_van(lijnen)
        gevonden[fout_van(oordelen(log, log.sleutel, [])[0])] += 1
    return gevonden


def test_whatever_is_changed_in_a_leaf_that_is_signed_anew_both_say_the_same() -> None:
    assert min(schud(80, 20270310).values()) > 0


@pytest.mark.zwaar
def test_ten_thousand_changed_leaves_are_judged_alike() -> None:
    gevonden = schud(10_000, 20270311)
    print(f"seed 20270311: {gevonden}")


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
