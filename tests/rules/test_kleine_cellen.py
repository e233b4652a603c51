"""Small cells in breakdowns."""

import pytest

from bot.rules.kleine_cellen import cel


@pytest.mark.parametrize("aantal", [1, 2, 3, 4])
def test_a_cell_of_one_to_four_people_is_not_shown_as_a_number(aantal: int) -> None:
    assert cel(aantal) == "minder dan 5"


@pytest.mark.parametrize("aantal", [0, 5, 6, 412])
def test_nobody_and_five_or_more_are_shown_as_they_are(aantal: int) -> None:
    assert cel(aantal) == aantal
