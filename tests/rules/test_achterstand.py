"""Who lags behind: rounded, never of a small group, the smallest part first."""

import pytest

from bot.rules.achterstand import Achterblijver, Deel, achterblijvers

ALLEN = Deel("Rest", 500, 1000)


@pytest.mark.parametrize(
    ("teller", "noemer", "dekking"),
    [
        (0, 10, 0),
        (1, 10, None),
        (4, 40, None),
        (5, 100, 5),
        (7, 100, 5),
        (8, 100, 10),
        (49, 100, 50),
        (12, 100, 10),
        (13, 100, 15),
    ],
)
def test_coverage_is_rounded_to_five_of_a_hundred_and_one_to_four_people_are_not_told(
    teller: int, noemer: int, dekking: int | None
) -> None:
    assert achterblijvers([ALLEN, Deel("Merelweg", teller, noemer)]) == [Achterblijver("Merelweg", dekking)]


@pytest.mark.parametrize("deel", [Deel("A", 0, 9), Deel("A", 50, 100), Deel("A", 100, 100)])
def test_who_is_few_or_does_not_lag_is_not_told(deel: Deel) -> None:
    assert "A" not in [een.naam for een in achterblijvers([ALLEN, deel])]


def test_the_three_smallest_come_first_and_by_name() -> None:
    delen = [Deel("D", 20, 100), Deel("C", 0, 50), Deel("B", 10, 100), Deel("A", 10, 100)]
    assert [een.naam for een in achterblijvers([ALLEN, *delen])] == ["C", "A", "B"]
    assert achterblijvers([]) == []
