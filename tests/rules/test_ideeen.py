"""The support of an idea, as it is shown, tells of no one neighbour."""

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.ideeen import getoond
from bot.rules.kleine_cellen import KLEINSTE


@given(st.lists(st.integers(0, 60), min_size=1))
def test_the_support_that_is_shown_is_in_fives_and_moves_only_by_five_people_or_more(nachten: list[int]) -> None:
    toont, toen = 0, 0
    for nu in nachten:
        straks = getoond(toont, nu)
        assert straks % KLEINSTE == 0
        assert abs(straks - nu) < KLEINSTE, "never far from what it is"
        if straks != toont:
            assert abs(nu - toont) >= KLEINSTE
            toen = nu
        if straks not in (0, toont):  # a number that just moved is not moved by one neighbour more or fewer
            assert {getoond(straks, toen - 1), getoond(straks, toen + 1)} == {straks}
        toont = straks
