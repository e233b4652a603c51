"""The two verifiers of the log: ours, and the page of Python that a journalist can read. They find the same."""

import importlib.util
import random
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.rules import logcontrole
from bot.rules.canoniek import canoniek
from bot.rules.ijkpunt import Ijkpunt, publiek, teken
from bot.rules.logcontrole import Onjuist
from bot.rules.merkle import Groei, blad_hash
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


def log_met(*bladen: dict[str, Any]) -> Log:
    """Return a log of these public leaves, signed by its own key, as who runs the server could make it."""
    naam, geheim, boom, regels = "A" * 22, b"g" * 32, Groei(), []
    for nr, blad in enumerate(bladen):
        tekst = canoniek({"versie": 2, "log": naam, "id": f"{nr:022}", **blad})
        boom.voeg_toe(blad_hash(tekst.encode()))
        regels.append(f'{{"blad":{tekst}}}\n'.encode())
    hoofd = Ijkpunt(naam, boom.grootte, boom.wortel(), date(2027, 1, 1))
    hoofden = {f"{hoofd.grootte}-2027-01-01.txt": teken(hoofd, geheim).encode()}
    return Log(naam, regels, hoofden, f"{publiek(naam, geheim).tekst()}\n".encode(), geheim)


def spelregels(telt: dict[str, Any], **velden: Any) -> dict[str, Any]:
    drempel = {"soort": "gehoord", "aandeel": "1/2", "operator": ">"} | velden
    regels = {"versie": 1, "eenheid": "bewoners", "drempels": [drempel]}
    hash_ = sha256(canoniek(regels).encode()).hexdigest()
    return {"soort": "spelregels", "spelregels": 1, "regels": regels, "hash": hash_, "telt": telt}


GOED = spelregels({"gehoord": ["stem"]})
NIET_VAST: dict[str, Any] = {"soort": "uitslag", "spelregels": 0, "hash": "0" * 64, "waarvoor": "rapport"}
NIET_VAST |= {"dag": "2027-01-01", "met_staf": [], "zonder_staf": [], "commitment": "0" * 64}


def uitslag(waarvoor: Any) -> dict[str, Any]:
    """An outcome under the good rules, of which nobody counts."""
    leeg = dict.fromkeys(("teller", "ondergrens", "bovengrens", "noemer", "noemer_laag", "nodig"))
    stand: dict[str, Any] = {
        "soort": "gehoord",
        "verdict": "onbeslist",
        "operator": ">",
        "drempel": "1/2",
        "delen": [],
        **leeg,
    }
    vast = {"spelregels": 1, "hash": GOED["hash"], "waarvoor": waarvoor, "met_staf": [stand], "zonder_staf": [stand]}
    return NIET_VAST | vast


TWEEDE = GOED | {"spelregels": 2, "regels": GOED["regels"] | {"versie": 2}}
TWEEDE["hash"] = sha256(canoniek(TWEEDE["regels"]).encode()).hexdigest()
TELT = {"soort": "telt", "spelregels": 1, "drempel": "gehoord", "eenheid": "bewoners"}


@pytest.mark.parametrize(
    ("bladen", "fout"),
    [
        ([GOED], None),
        ([NIET_VAST, GOED, uitslag("rapport"), uitslag("rapport"), uitslag("afsluiting"), TELT], None),
        ([GOED, uitslag("rapport"), TWEEDE], None),
        ([GOED, uitslag("afsluiting"), TWEEDE], "telling"),  # other rules once it was closed
        ([GOED, uitslag("afsluiting"), uitslag("rapport")], "uitslag"),  # another outcome after the last one
        ([GOED, uitslag("afsluiting"), uitslag("afsluiting")], "uitslag"),
        ([NIET_VAST | {"waarvoor": "afsluiting"}], "uitslag"),  # closed without rules
        ([GOED, uitslag("einde")], "blad"),
        ([GOED, uitslag(["rapport"])], "blad"),
        ([NIET_VAST, GOED], None),
        ([GOED, NIET_VAST], "uitslag"),  # an outcome that says no rules held, so that nobody weighs it
        ([spelregels({})], "telling"),  # a condition that counts people, and of which nobody counts them
        ([spelregels({"gehoord": ["stem"]}, aandeel="1/" + "9" * 5000)], "telling"),
        ([spelregels({"gehoord": ["stem"]}, groepen={"Eén": 1})], None),
        ([spelregels({"gehoord": ["stem"]}, groepen={"\U0001f600": 1})], "regel"),
    ],
)
def test_both_verifiers_say_the_same_of_what_who_has_the_key_may_try(
    bladen: list[dict[str, Any]], fout: str | None
) -> None:
    log = log_met(*bladen)
    for oordeel in oordelen(log, log.sleutel, []):
        assert (oordeel or "").partition(":")[0] == (fout or "")


def test_neither_verifier_breaks_on_a_list_in_a_list_in_a_list() -> None:
    log = log_met(GOED)
    for diepte in range(50, 2000, 150):
        regel = b'{"blad":' + b"[" * diepte + b"]" * diepte + b"}\n"
        assert None not in oordelen(replace(log, regels=[regel]), log.sleutel, [])


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
