"""What the members of a group are good at, taken together."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.talenten import TALENTEN, eenzijdig, gezocht, schaarst

T, V, R = ["techneut"], ["verbinder"], ["regelaar"]
ZONDER_TECHNIEK = tuple(talent for talent in TALENTEN if talent != "techneut")


@pytest.mark.parametrize(
    ("gezegd", "mist", "allen"),
    [
        ([], (), None),
        ([T] * 4, (), None),
        ([T] * 5, ZONDER_TECHNIEK, "techneut"),
        ([*[T] * 5, [*T, *V]], ("regelaar", "communicator", "financieel"), "techneut"),
        ([*[T] * 5, V], ("regelaar", "communicator", "financieel"), "techneut"),
        ([*[T] * 5, V, V], ("regelaar", "communicator", "financieel"), None),
        ([*[T] * 4, V, R], ("communicator", "financieel"), None),
        ([[*T, *V]] * 6, ("regelaar", "communicator", "financieel"), None),
        ([list(TALENTEN)] * 5, (), None),
    ],
)
def test_what_is_missing_and_whether_all_are_alike(
    gezegd: list[list[str]], mist: tuple[str, ...], allen: str | None
) -> None:
    assert (gezocht(gezegd), eenzijdig(gezegd)) == (mist, allen)


@given(st.lists(st.lists(st.sampled_from(TALENTEN), min_size=1, unique=True), min_size=5, max_size=12))
def test_what_a_group_looks_for_nobody_in_it_is_and_of_no_member_one_is_sure(gezegd: list[list[str]]) -> None:
    assert not {talent for een in gezegd for talent in een} & set(gezocht(gezegd))
    if talent := eenzijdig(gezegd):
        for ander in (een for een in TALENTEN if een != talent):
            assert eenzijdig([*[[talent]] * (len(gezegd) - 1), [ander]]) == talent


@pytest.mark.parametrize(
    ("telling", "zeiden", "mist"),
    [
        ({}, 9, None),
        ({}, 10, "regelaar"),
        ({"regelaar": 8, "techneut": 8, "communicator": 5, "financieel": 5, "verbinder": 4}, 20, "verbinder"),
        (dict.fromkeys(TALENTEN, 5), 20, None),
        ({**dict.fromkeys(TALENTEN, 3), "regelaar": 30}, 40, "verbinder"),
    ],
)
def test_the_talent_that_a_wijk_misses_is_the_one_that_next_to_nobody_has(
    telling: dict[str, int], zeiden: int, mist: str | None
) -> None:
    assert schaarst(Counter(telling), zeiden) == mist
