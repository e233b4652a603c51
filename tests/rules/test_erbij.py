"""So many more make it certain."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.erbij import Verdeling, zoek
from bot.rules.verdeling import Groep, Onbekend, grenzen


def zeker(deel: Verdeling, erbij: list[int], afstand: Fraction) -> bool:
    nieuw = [g._replace(bekend=g.bekend + e) for g, e in zip(deel.groepen, erbij, strict=True)]
    try:
        uit = grenzen(nieuw, deel.onbekend)
    except ValueError:
        return False
    return uit.hoog <= afstand and uit.zeker


def verdelingen() -> st.SearchStrategy[Verdeling]:
    """Return sets in a wijk, with people whose group, or who themselves, are not known."""
    groep = st.builds(Groep, st.integers(0, 6), st.integers(6, 20), st.integers(0, 2), st.integers(0, 2))
    onbekend = st.builds(Onbekend, st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))
    return st.builds(Verdeling, st.lists(groep, min_size=2, max_size=3), onbekend).filter(
        lambda deel: any(g.bekend for g in deel.groepen)
    )


afstanden = st.sampled_from([Fraction(1, 4), Fraction(1, 5), Fraction(1, 10), Fraction(3, 20)])


@settings(max_examples=200)
@given(st.lists(verdelingen(), min_size=1, max_size=2), afstanden, st.integers(0, 3))
def test_so_many_make_it_certain_for_each_characteristic(
    delen: list[Verdeling], afstand: Fraction, minstens: int
) -> None:
    if gevonden := zoek(delen, afstand, minstens):
        aantal, waar = gevonden
        assert aantal >= minstens
        for deel, erbij in zip(delen, waar, strict=True):
            assert sum(erbij) == aantal
            assert zeker(deel, erbij, afstand)
