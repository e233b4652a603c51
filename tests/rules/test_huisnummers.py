"""House numbers as people type them, and as they stand on a door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.huisnummers import Huisnummer, huisnummer, lees_adres, lees_nummer, schrijf

STRATEN = ("Merelweg", "Plein 1944", "Plein", "Burgemeester van Houtlaan")


@pytest.mark.parametrize(
    ("getypt", "nummer"),
    [
        ("12", Huisnummer(12, "")),
        (" 12a ", Huisnummer(12, "A")),
        ("12 A", Huisnummer(12, "A")),
        ("12-a", Huisnummer(12, "A")),
        ("12-2", Huisnummer(12, "2")),
        ("12 bis", Huisnummer(12, "BIS")),
        ("12 1 hoog", Huisnummer(12, "1HOOG")),
        *((niets, None) for niets in ("", "a12", "-1", "12é", "123456", "🙂", "1" * 5000, "١٢", "²", "1\n2\n3é")),
    ],
)
def test_a_number_is_read_as_people_type_it(getypt: str, nummer: Huisnummer | None) -> None:
    assert lees_nummer(getypt) == nummer


@pytest.mark.parametrize(
    ("getypt", "adres"),
    [
        ("merelweg  12A", ("Merelweg", Huisnummer(12, "A"))),
        ("12a", (None, Huisnummer(12, "A"))),
        ("Plein 1944 3", ("Plein 1944", Huisnummer(3, ""))),
        ("Plein 1944", ("Plein", Huisnummer(1944, ""))),
        ("Lijsterhof 3", (None, None)),
        ("Merelweg", (None, None)),
        ("Merelweg x", ("Merelweg", None)),
    ],
)
def test_a_street_may_stand_before_it(getypt: str, adres: tuple[str | None, Huisnummer | None]) -> None:
    assert lees_adres(getypt, STRATEN) == adres


@given(st.integers(1, 99999), st.from_regex(r"[A-Za-z0-9]?|[A-Za-z][A-Za-z0-9 ./-]{0,6}[A-Za-z0-9]", fullmatch=True))
def test_what_stands_on_a_door_is_read_back(nummer: int, toevoeging: str) -> None:
    assert lees_nummer(schrijf(nummer, toevoeging)) == huisnummer(nummer, toevoeging)
