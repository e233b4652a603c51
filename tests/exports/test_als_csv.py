"""CSV: what any reader of RFC 4180 gets back, and nothing that a spreadsheet runs."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.exports import maak


def data(naam: str, **metingen: Any) -> dict[str, Any]:
    return {"onderdelen": [{"onderdeel": "straat", "id": None, "naam": naam, "moment": None, "metingen": metingen}]}


def rijen(naam: str, **metingen: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(maak("csv", data(naam, **metingen)).decode(), newline="")))


def test_each_count_is_a_line_under_stable_columns() -> None:
    assert maak("csv", data("Merelweg", adressen=12, bewoners="minder dan 5")) == (
        b"onderdeel,id,naam,moment,meting,waarde\r\n"
        b"straat,,Merelweg,,adressen,12\r\n"
        b"straat,,Merelweg,,bewoners,minder dan 5\r\n"
    )


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\0", "\r"])
def test_text_that_looks_like_a_formula_gets_an_apostrophe(begin: str) -> None:
    assert rijen(f"{begin}1+1", aantal=5)[1][2] == f"'{begin}1+1"


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back_as_it_was(naam: str) -> None:
    assert rijen(naam, aantal=5)[1][2].removeprefix("'") == naam.removeprefix("'")
