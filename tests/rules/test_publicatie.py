"""A table over several publications: when it may come, held against all ways that people could have been counted."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.kleine_cellen import NIET_GETOOND, Klasse
from bot.rules.publicatie import Uitgave, mag_uit, uitgave

STRATEN = ("Merelweg", "Lijsterhof", "Uilenpad")


def tabel(*aantallen: int, plafonds: Sequence[int] = ()) -> Uitgave:
    """Return a table of the streets with these numbers."""
    return uitgave(dict(zip(STRATEN, aantallen, strict=False)), dict(zip(STRATEN, plafonds, strict=False)))


@pytest.mark.parametrize(
    ("aantallen", "mag"),
    [
        ((5, 4), False),  # nine people
        ((20, 21, 3), True),
        ((18, 18, 1), False),  # 37 leaves at most one
        ((22, 22, 4), False),  # 48 leaves at least four
        ((20, 3), False),
        ((25, 0), False),  # all in one street
        ((20, 31), True),  # no small cell
        ((4, 4, 3), False),
    ],
)
def test_a_first_table_leaves_each_small_cell_open(aantallen: tuple[int, ...], mag: bool) -> None:
    assert mag_uit(None, tabel(*aantallen)) == mag


@pytest.mark.parametrize(
    ("voor", "na", "mag"),
    [
        ((20, 22, 4), (20, 22, 5), False),  # one more, and a class higher: it was four
        ((20, 22, 3), (20, 22, 3), False),
        ((20, 22, 3), (22, 24, 3), False),  # four more
        ((20, 22, 3), (22, 22, 7), True),  # six more, one step of five
        ((20, 22, 3), (25, 22, 5), False),  # seven more, two steps
        ((20, 22, 3), (25, 25, 8), False),
        ((20, 31, 40), (26, 34, 42), True),
        ((20, 31, 40), (19, 31, 40), False),
        ((20, 31, 40), (20, 31, 20), True),
    ],
)
def test_a_next_table_comes_when_the_growth_explains_every_step(
    voor: tuple[int, ...], na: tuple[int, ...], mag: bool
) -> None:
    assert mag_uit(tabel(*voor), tabel(*na)) == mag


@pytest.mark.parametrize(
    ("eraf", "versie", "mag"),
    [
        (0, 1, False),
        (1, 1, False),  # one left, and a cell went from 5-7 to 0-4: it is four
        (4, 1, False),
        (5, 1, True),  # five left: they may all have been of that street
        (5, 2, False),  # under other rules: of who left since nothing is known
    ],
)
def test_a_street_that_went_down_in_a_growing_count_waits_until_enough_people_left(
    eraf: int, versie: int, mag: bool
) -> None:
    groot = "abcde"
    voor, na = uitgave(dict.fromkeys(groot, 8) | {"f": 5}), uitgave(dict.fromkeys(groot, 10) | {"f": 4})
    assert mag_uit(replace(voor, versie=1, eraf=7), replace(na, versie=versie, eraf=7 + eraf)) == mag


def test_what_is_shown_of_a_cell_comes_back_from_what_was_kept() -> None:
    mijn = replace(tabel(20, 22, 3, plafonds=(22, 60, 9)), versie=2, eraf=6)
    terug = Uitgave.uit_json(mijn.als_json())
    assert terug == mijn
    van_toen = Uitgave.uit_json({"totaal": 3, "cellen": {"Merelweg": [0, 4, "minder dan 5"]}})
    assert (van_toen.versie, van_toen.eraf) == (0, 0)
    assert [terug.getoond(straat) for straat in (*STRATEN, "Elders")] == [NIET_GETOOND, 20, NIET_GETOOND, NIET_GETOOND]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=3, max_size=3),
    st.lists(st.lists(st.integers(-3, 7), min_size=3, max_size=3), min_size=3, max_size=3),
    st.lists(st.integers(12, 40), min_size=3, max_size=3),
    st.integers(0, 14),
)
def test_who_has_all_publications_and_all_totals_cannot_pin_a_small_cell(
    begin: list[int], groei: list[list[int]], plafonds: list[int], elders: int
) -> None:
    """Against all ways in which people can have come and left, also at moments of which only how many is known."""
    weken = [[a + elders for a in begin[:1]] + begin[1:]]
    for erbij in groei:
        weken.append([max(0, min(a + b, p)) for a, b, p in zip(weken[-1], erbij, plafonds, strict=True)])
    weken = [[min(a, p) for a, p in zip(week, plafonds, strict=True)] for week in weken]
    uit: list[Uitgave | None] = []
    vorige, eraf = None, list(accumulate((_eraf(*paar) for paar in pairwise(weken)), initial=0))
    for week, weg in zip(weken, eraf, strict=True):
        nieuw = replace(tabel(*week, plafonds=plafonds), eraf=weg)
        mag = mag_uit(vorige, nieuw)
        vorige = nieuw if mag else vorige
        uit.append(nieuw if mag else None)
    niets = Uitgave(0, {straat: Klasse(0, p, NIET_GETOOND) for straat, p in zip(STRATEN, plafonds, strict=True)})
    bekend = [(u or niets).cellen for u in uit]
    kan = mogelijk([[week[s] for s in STRATEN] for week in bekend], [sum(week) for week in weken], eraf)
    for nummer, (tabel_, week) in enumerate(zip(uit, weken, strict=True)):
        for straat in range(len(STRATEN)):
            if tabel_ is not None and week[straat] <= 4:
                assert {0, 1, 2, 3, 4} <= kan[nummer, straat]
            if tabel_ is not None and plafonds[straat] - week[straat] <= 4:
                assert {plafonds[straat] - n for n in range(5)} <= kan[nummer, straat]


def _eraf(toen: Sequence[int], nu: Sequence[int]) -> int:
    """Return how many left at least."""
    return sum(max(a - b, 0) for a, b in zip(toen, nu, strict=True))


def mogelijk(weken: list[list[Klasse]], totalen: list[int], eraf: list[int]) -> dict[tuple[int, int], set[int]]:
    """Return per week and street what the number can be: all ways, forward and backward.

    Args:
        eraf: how many had left by then.
    """
    per_week = [set(manieren(klassen, totaal)) for klassen, totaal in zip(weken, totalen, strict=True)]
    weg = [na - voor for voor, na in pairwise(eraf)]
    for nummer, hoeveel in enumerate(weg):
        per_week[nummer + 1] = {
            nu for nu in per_week[nummer + 1] if any(_eraf(toen, nu) <= hoeveel for toen in per_week[nummer])
        }
    for nummer, hoeveel in reversed(list(enumerate(weg))):
        per_week[nummer] = {
            toen for toen in per_week[nummer] if any(_eraf(toen, nu) <= hoeveel for nu in per_week[nummer + 1])
        }
    kan: dict[tuple[int, int], set[int]] = defaultdict(set)
    for week, werelden in enumerate(per_week):
        for wereld in werelden:
            for straat, aantal in enumerate(wereld):
                kan[week, straat].add(aantal)
    return kan


def manieren(klassen: Sequence[Klasse], totaal: int) -> Iterator[tuple[int, ...]]:
    if not klassen:
        if totaal == 0:
            yield ()
        return
    for aantal in range(klassen[0].laag, min(klassen[0].hoog, totaal) + 1):
        for verder in manieren(klassen[1:], totaal - aantal):
            yield aantal, *verder
