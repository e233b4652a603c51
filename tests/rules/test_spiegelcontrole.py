"""The auditor's bounds of afspiegeling, written apart, are those by which the condition is weighed."""

from hypothesis import given
from hypothesis import strategies as st

from bot.rules import spiegelcontrole as s
from bot.rules import verdeling

AANTAL = st.integers(0, 9)
GROEPEN = st.lists(st.tuples(AANTAL, AANTAL, st.sampled_from([0, 0, 3]), AANTAL), min_size=1, max_size=4)


@given(groepen=GROEPEN, onbekend=st.tuples(AANTAL, st.sampled_from([0, 0, 4]), st.sampled_from([0, 0, 5])))
def test_two_ways_of_reckoning_give_the_same_bounds(
    groepen: list[tuple[int, int, int, int]], onbekend: tuple[int, int, int]
) -> None:
    hier, rest = [s.Groep(k, w, y, min(m, w)) for k, w, y, m in groepen], s.Onbekend(*onbekend)
    try:
        moet = verdeling.grenzen([verdeling.Groep(g.k, g.w, g.m, g.y) for g in hier], verdeling.Onbekend(*onbekend))
    except ValueError:
        return
    assert (s.laagste(hier, rest), s.hoogste(hier, rest)) == (moet.laag, moet.hoog)
    assert (s.met_minimum(hier, rest), s.minimum_zeker(hier, rest)) == (moet.kan, moet.zeker)
