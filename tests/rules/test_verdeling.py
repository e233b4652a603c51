"""The distance between a set of people and their wijk: against trying every way in which the unknown may be spread."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.rules.verdeling import MEESTE_GROEPEN, Grenzen, Groep, Onbekend, grenzen, plaats


def alle(ruimte: list[int], hoeveel: int) -> Iterator[list[int]]:
    """All ways to put so many people into these spaces."""
    if not ruimte:
        if hoeveel == 0:
            yield []
        return
    for hier in range(min(ruimte[0], hoeveel) + 1):
        for rest in alle(ruimte[1:], hoeveel - hier):
            yield [hier, *rest]


def afstand(set_: list[int], wijk: list[int]) -> Fraction:
    """Half the sum of the differences between the shares, as the definition has it."""
    n, samen = sum(set_), sum(wijk)
    return sum((abs(Fraction(a, n) - Fraction(b, samen)) for a, b in zip(set_, wijk, strict=True)), Fraction(0)) / 2


groepen = st.lists(
    st.builds(Groep, st.integers(0, 5), st.integers(0, 6), st.integers(0, 3), st.just(0)), min_size=1, max_size=4
)


def klopt_met_elke_manier(delen: list[Groep], onbekend: int) -> None:
    wijk, ruimte = [g.wijk for g in delen], [max(g.wijk - g.bekend, 0) for g in delen]
    assume(sum(wijk) and sum(g.bekend for g in delen) + onbekend and sum(ruimte) >= onbekend)
    wegen = [[g.bekend + x for g, x in zip(delen, weg, strict=True)] for weg in alle(ruimte, onbekend)]
    goed = [weg for weg in wegen if all(n >= g.minimum for n, g in zip(weg, delen, strict=True))]
    afstanden = [afstand(weg, wijk) for weg in wegen]
    kan = min((afstand(weg, wijk) for weg in goed), default=None)
    assert grenzen(delen, Onbekend(onbekend)) == Grenzen(min(afstanden), max(afstanden), kan, len(goed) == len(wegen))


@settings(max_examples=300)
@given(groepen, st.integers(0, 6))
def test_the_bounds_are_those_of_trying_every_way(delen: list[Groep], onbekend: int) -> None:
    klopt_met_elke_manier(delen, onbekend)


@pytest.mark.zwaar
@settings(max_examples=10_000, deadline=None)
@given(groepen, st.integers(0, 6))
def test_the_bounds_are_those_of_trying_every_way_ten_thousand_times(delen: list[Groep], onbekend: int) -> None:
    klopt_met_elke_manier(delen, onbekend)


ongewis = st.lists(
    st.builds(Groep, st.integers(0, 3), st.integers(0, 4), st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=3
)


@settings(max_examples=150, deadline=None)
@given(ongewis, st.builds(Onbekend, st.integers(0, 2), st.integers(0, 2), st.integers(0, 2)))
def test_no_truth_lies_outside_the_bounds_when_the_wijk_and_the_set_are_not_known_either(
    delen: list[Groep], onbekend: Onbekend
) -> None:
    ruimte = plaats(delen, onbekend)
    assume(sum(g.wijk for g in delen) and sum(g.bekend for g in delen) + onbekend.zeker)
    assume(sum(ruimte) >= onbekend.zeker)
    uit = grenzen(delen, onbekend)
    kan, altijd = [], []
    for extra in range(onbekend.misschien + 1):
        for weg in alle(ruimte, onbekend.zeker + extra):
            in_set = [g.bekend + x for g, x in zip(delen, weg, strict=True)]
            goed = all(n >= g.minimum for n, g in zip(in_set, delen, strict=True))
            altijd.append(goed)
            for meer in product(*(range(g.misschien + 1) for g in delen)):
                for verdeeld in alle([onbekend.wijk] * len(delen), onbekend.wijk):
                    wijk = [g.wijk + m + v for g, m, v in zip(delen, meer, verdeeld, strict=True)]
                    hier = afstand(in_set, wijk)
                    assert uit.laag <= hier <= uit.hoog
                    kan += [hier] if goed else []
    assert not uit.zeker or all(altijd)
    assert (min(kan) >= uit.kan) if kan and uit.kan is not None else not kan


@pytest.mark.parametrize(
    ("delen", "onbekend", "uit"),
    [
        ([Groep(62, 500), Groep(38, 500)], 0, "12/100"),
        ([Groep(50, 500), Groep(50, 500)], 0, "0"),
        ([Groep(100, 500), Groep(0, 500)], 0, "1/2"),
    ],
)
def test_the_distance_is_the_part_that_would_have_to_come_from_another_group(
    delen: list[Groep], onbekend: int, uit: str
) -> None:
    assert grenzen(delen, Onbekend(onbekend))[:2] == (Fraction(uit), Fraction(uit))


@pytest.mark.parametrize(
    ("delen", "onbekend"),
    [([], 0), ([Groep(0, 5)], 0), ([Groep(1, 0)], 0), ([Groep(1, 2)], 2), ([Groep(1, 1)] * (MEESTE_GROEPEN + 1), 0)],
)
def test_what_has_no_distance_is_refused(delen: list[Groep], onbekend: int) -> None:
    with pytest.raises(ValueError, match="no bounds"):
        grenzen(delen, Onbekend(onbekend))
