"""The file with the days that do not count: the example in docs reads, and each mistake is one line."""

from datetime import date
from pathlib import Path

import pytest

from bot.errors import InvoerFout
from bot.rules.terugrekenen import Periode
from bot.rules.vrijeperioden import uit_toml

VOORBEELD = Path(__file__).parents[2] / "docs/vrije-weken.voorbeeld.toml"
GOED = '[[vrij]]\nnaam = "reces"\nvan = 2031-07-06\ntot = 2031-08-18\n'


def test_the_example_reads_and_says_that_its_days_are_made_up() -> None:
    assert [p.naam for p in uit_toml(VOORBEELD.read_bytes(), "x")] == [
        "voorbeeld van een herfstvakantie",
        "voorbeeld van een kerstreces",
    ]
    assert "VOORBEELD" in VOORBEELD.read_text("utf-8").splitlines()[0]


def test_a_period_has_its_first_and_last_day_and_no_file_is_none() -> None:
    assert uit_toml(GOED.encode(), "x") == (Periode("reces", date(2031, 7, 6), date(2031, 8, 18)),)
    assert uit_toml(b"", "") == ()


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("[[vrij", ("TOML",)),
        ("vrij = 3", ("[[vrij]]",)),
        ("vakantie = 3", ("vakantie",)),
        (GOED.replace("naam", "nam"), ("[[vrij]] 1 nam", "naam, van, tot")),
        (GOED.replace("tot = 2031-08-18\n", ""), ("tot ontbreekt",)),
        (GOED.replace('"reces"', '""'), ("naam",)),
        (GOED.replace("2031-07-06", '"2031-07-06"'), ("van", "zonder aanhalingstekens")),
        (GOED.replace("2031-07-06", "2031-07-06T10:00:00"), ("van", "datum")),
        (GOED.replace("2031-07-06", "2031-09-06"), ("tot", "wissel")),
        (GOED.replace("2031-07-06", "2030-07-06"), ("tot", "120")),
        (GOED * 101, ("hoogstens 100",)),
    ],
)
def test_a_mistake_is_one_line_with_the_file_the_field_and_the_mend(tekst: str, delen: tuple[str, ...]) -> None:
    with pytest.raises(InvoerFout) as gevonden:
        uit_toml(tekst.encode(), "vrij.toml")
    regel = str(gevonden.value)
    assert regel.startswith("vrij.toml: ")
    assert "\n" not in regel
    assert all(deel in regel for deel in delen), regel
