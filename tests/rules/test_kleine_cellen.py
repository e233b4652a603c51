"""Small cells in breakdowns, and how an open poll is shown."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.kleine_cellen import Tussenstand, cel, tussenstand


@pytest.mark.parametrize("aantal", [1, 2, 3, 4])
def test_a_cell_of_one_to_four_people_is_not_shown_as_a_number(aantal: int) -> None:
    assert cel(aantal) == "minder dan 5"


@pytest.mark.parametrize("aantal", [0, 5, 6, 412])
def test_nobody_and_five_or_more_are_shown_as_they_are(aantal: int) -> None:
    assert cel(aantal) == aantal


# How an open poll goes


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 2)), max_size=120))
def test_what_is_shown_never_differs_from_the_next_by_one_persons_choice(gebeurtenissen: list[tuple[int, int]]) -> None:
    """Whoever votes or changes a vote, a view changes only when five more people have voted since the last one."""
    keuzes: dict[int, int] = {}
    getoond: Tussenstand | None = None
    for wie, keuze in gebeurtenissen:
        keuzes[wie] = keuze
        aantallen = Counter(keuzes.values())
        nieuw = tussenstand(getoond, [aantallen[optie] for optie in range(3)], len(keuzes))
        if nieuw != getoond:
            assert nieuw is not None
            assert nieuw.stemmen == len(keuzes)
            assert nieuw.stemmen >= (10 if getoond is None else getoond.stemmen + 5)
        if len(keuzes) < 10:
            assert nieuw is None
        getoond = nieuw


@given(st.integers(10, 5000), st.data())
def test_a_share_is_a_round_number_at_most_two_and_a_half_off(stemmen: int, data: st.DataObject) -> None:
    aantal = data.draw(st.integers(0, stemmen))
    getoond = tussenstand(None, [aantal], stemmen)
    assert getoond is not None
    (deel,) = getoond.delen
    assert deel % 5 == 0
    assert abs(Fraction(100 * aantal, stemmen) - deel) <= Fraction(5, 2)
