"""Telephone numbers: what people type, and what no number is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.telefoon import LENGTE, lees_nummer


@pytest.mark.parametrize(
    "getypt",
    [
        "0612345678",
        "06 12 34 56 78",
        "06-12345678",
        "06.12.34.56.78",
        "(0318) 12 34 56",
        "0318-123456",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "0031 6 12345678",
        "+49 151 23456789",
        "0032 470 12 34 56",
        "088 1234567",
    ],
)
def test_a_number_stays_as_it_was_typed(getypt: str) -> None:
    assert lees_nummer(f"  {getypt} ") == getypt


def test_digits_of_another_script_become_ours() -> None:
    assert lees_nummer("٠٦١٢٣٤٥٦٧٨") == "0612345678"


@pytest.mark.parametrize(
    "getypt",
    [
        "",
        "bel mij",
        "06 1234567",
        "06 123456789",
        "12345678",
        "123456",
        "0900 1234567",
        "0906 123456",
        "0909 1234",
        "+31 900 1234567",
        "112",
        "+",
        "+12",
        "+0612345678",
        "06 12345678 na zes uur",
        "06" + " " * 5 + "1 2 3 4 5 6 7 8" + "-" * 20,
        "²⁶12345678",
    ],
)
def test_what_is_no_number_is_none(getypt: str) -> None:
    assert lees_nummer(getypt) is None


@given(st.text())
def test_whatever_is_typed_gives_a_short_line_of_digits_or_nothing(getypt: str) -> None:
    nummer = lees_nummer(getypt)
    assert nummer is None or (len(nummer) <= LENGTE and set(nummer) <= set("0123456789+ ().-/"))
