"""When a condition is reached at the pace of the last weeks: a table of what can be the case."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.voorspelling import Voorspelling, voorspel

VANDAAG = date(2027, 3, 1)
NA_VIER_WEKEN = date(2027, 3, 29)


@pytest.mark.parametrize(
    ("weken", "nodig", "raad", "uit"),
    [
        ([0, 10], 0, NA_VIER_WEKEN, Voorspelling("gehaald", Fraction(10), None, None)),
        ([], 40, NA_VIER_WEKEN, Voorspelling("te_vroeg", None, None, 10)),
        ([5], 40, NA_VIER_WEKEN, Voorspelling("te_vroeg", None, None, 10)),
        ([5], 40, None, Voorspelling("te_vroeg", None, None, None)),
        ([5, 5, 5], 40, NA_VIER_WEKEN, Voorspelling("geen_tempo", Fraction(0), None, 10)),
        ([9, 5], 40, NA_VIER_WEKEN, Voorspelling("geen_tempo", Fraction(-4), None, 10)),
        ([0, 10], 40, NA_VIER_WEKEN, Voorspelling("op_tijd", Fraction(10), NA_VIER_WEKEN, 10)),
        ([0, 10], 41, NA_VIER_WEKEN, Voorspelling("te_laat", Fraction(10), date(2027, 3, 30), 11)),
        ([0, 10], 40, None, Voorspelling("zonder_dag", Fraction(10), NA_VIER_WEKEN, None)),
        ([0, 10], 40, VANDAAG, Voorspelling("zonder_dag", Fraction(10), NA_VIER_WEKEN, None)),
        ([0, 10], 1, date(2027, 3, 2), Voorspelling("op_tijd", Fraction(10), date(2027, 3, 2), 7)),
        ([0, 40, 41, 42, 43, 44], 4, NA_VIER_WEKEN, Voorspelling("op_tijd", Fraction(1), NA_VIER_WEKEN, 1)),
        ([0, 1, 1], 4, NA_VIER_WEKEN, Voorspelling("te_laat", Fraction(1, 2), date(2027, 4, 26), 1)),
        ([0, 0, 0, 0, 1], 1000, None, Voorspelling("geen_tempo", Fraction(1, 4), None, None)),
    ],
)
def test_the_pace_of_the_last_four_weeks_says_when(
    weken: list[int], nodig: int, raad: date | None, uit: Voorspelling
) -> None:
    assert voorspel(weken, nodig, VANDAAG, raad) == uit


@given(st.integers(1, 50), st.integers(1, 400), st.integers(1, 300))
def test_at_the_pace_that_is_needed_it_is_in_time_and_at_one_less_it_is_not(per: int, nodig: int, dagen: int) -> None:
    raad = VANDAAG + timedelta(days=dagen)
    gevraagd = voorspel([0, per], nodig, VANDAAG, raad).per_week
    assert gevraagd is not None
    assert voorspel([0, gevraagd], nodig, VANDAAG, raad).uitkomst == "op_tijd"
    assert voorspel([0, gevraagd - 1], nodig, VANDAAG, raad).uitkomst in {"te_laat", "geen_tempo"}
