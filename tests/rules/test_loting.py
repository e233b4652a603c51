"""A draw that anyone can do again: which head decides, and the order that follows from it."""

import random
from collections import Counter
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.loting import beslist, volgorde

DAG = date(2027, 3, 1)


class Hoofd(NamedTuple):
    grootte: int
    dag: date


def op(grootte: int, na_dagen: int) -> Hoofd:
    return Hoofd(grootte, DAG + timedelta(days=na_dagen))


@pytest.mark.parametrize(
    ("hoofden", "verwacht"),
    [
        ([], None),
        ([op(5, -1), op(8, 0)], None),  # made on the day itself: who asks for one knows it before it is announced
        ([op(7, 1)], None),  # the leaf has number 7, and stands under no head of seven leaves
        ([op(8, 0), op(8, 1)], None),  # nothing came in between: the root was known when the list was shown
        ([op(8, 0), op(9, 0), op(9, 1), op(9, 2)], None),  # likewise: asked for until it suited, and then nothing more
        ([op(8, 0), op(9, 0), op(9, 1), op(11, 2)], op(11, 2)),
        ([op(8, 1)], None),  # at midnight: it shows the list, and no head did so before
        ([op(8, 1), op(9, 1)], None),
        ([op(8, 1), op(9, 1), op(10, 2)], op(10, 2)),
        ([op(30, 9), op(12, 3), op(12, 2), op(8, 0)], op(12, 2)),
    ],
)
def test_a_head_decides_of_which_nobody_could_know_the_root_on_the_day_that_showed_the_list(
    hoofden: list[Hoofd], verwacht: Hoofd | None
) -> None:
    assert beslist(hoofden, 7, DAG) == verwacht


WORTELS = st.binary(min_size=32, max_size=32)
WIE = st.lists(st.text("abcXYZ019-_", min_size=22, max_size=22), min_size=2, max_size=12, unique=True)


@given(WORTELS, WIE, st.randoms())
def test_the_order_has_each_candidate_once_and_does_not_depend_on_how_they_are_listed(
    wortel: bytes, wie: list[str], toeval: random.Random
) -> None:
    eerst = volgorde(wortel, "loting", wie)
    assert sorted(eerst) == sorted(wie)
    geschud = wie[:]
    toeval.shuffle(geschud)
    assert volgorde(wortel, "loting", geschud) == eerst


@given(WORTELS, WIE)
def test_who_falls_away_changes_nothing_in_the_order_of_the_others(wortel: bytes, wie: list[str]) -> None:
    eerst = volgorde(wortel, "loting", wie)
    assert volgorde(wortel, "loting", eerst[1:]) == eerst[1:]


def test_each_candidate_comes_first_about_as_often_and_two_draws_on_one_head_are_two() -> None:
    wie = [letter * 22 for letter in "abcd"]
    wortels = [sha256(b"%d" % nr).digest() for nr in range(4000)]
    eerste = Counter(volgorde(wortel, "loting", wie)[0] for wortel in wortels)
    assert all(900 < eerste[een] < 1100 for een in wie)
    assert any(volgorde(wortel, "loting", wie) != volgorde(wortel, "ander", wie) for wortel in wortels[:20])
