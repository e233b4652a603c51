"""A phone number stays on one line, and what is no number keeps its spaces."""

import pytest

from berichten.bericht import aaneen, wie_te_bellen

_VAST = "\u00a0"


@pytest.mark.parametrize(
    ("tekst", "zo"),
    [
        ("0318 12 34 56", "0318_12_34_56"),
        ("+31 6 12 34 56 78", "+31_6_12_34_56_78"),
        ("(0318) 12 34 56", "(0318)_12_34_56"),
        ("06 - 12 34 56 78", "06_-_12_34_56_78"),
        ("Noor, 0318 12 34 56, op dinsdag 9 tot 12", "Noor, 0318_12_34_56, op dinsdag 9 tot 12"),
        ("Kerkstraat 12", "Kerkstraat 12"),
    ],
)
def test_between_the_digits_of_a_number_no_line_breaks(tekst: str, zo: str) -> None:
    assert aaneen(tekst) == zo.replace("_", _VAST)


def test_whom_to_call_is_one_line_or_nothing() -> None:
    assert wie_te_bellen("Noor", "0318 12") == f"Noor, 0318{_VAST}12"
    assert wie_te_bellen("", "0318 12") == ""
