"""How many more make it certain: against trying every way to add fewer."""

from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.erbij import Verdeling, zoek
from bot.rules.verdeling import Groep, Onbekend, grenzen, plaats


def manieren(ruimte: list[int], hoeveel: int) -> Iterator[list[int]]:
    if not ruimte:
        if hoeveel == 0:
            yield []
        return
    for hier in range(min(ruimte[0], hoeveel) + 1):
        for rest in manieren(ruimte[1:], hoeveel - hier):
            yield [hier, *rest]


def zeker(deel: Verdeling, erbij: list[int], afstand: Fraction) -> bool:
    nieuw = [g._replace(bekend=g.bekend + e) for g, e in zip(deel.groepen, erbij, strict=True)]
    try:
        uit = grenzen(nieuw, deel.onbekend)
    except ValueError:
        return False
    return uit.hoog <= afstand and uit.zeker


def verdelingen(ongewis: int) -> st.SearchStrategy[Verdeling]:
    """Return sets in a wijk of which each group may have so many more; 0: then it is known who are in the set too."""
    groep = st.builds(Groep, st.integers(0, 6), st.integers(6, 20), st.integers(0, 2), st.integers(0, ongewis))
    onbekend = st.builds(Onbekend, st.integers(0, 2), st.integers(0, ongewis), st.integers(0, ongewis))
    return st.builds(Verdeling, st.lists(groep, min_size=2, max_size=3), onbekend).filter(
        lambda deel: any(g.bekend for g in deel.groepen)
    )


afstanden = st.sampled_from([Fraction(1, 4), Fraction(1, 5), Fraction(1, 10), Fraction(3, 20)])


@settings(max_examples=100)
@given(verdelingen(0), afstanden)
def test_where_the_wijk_is_known_no_fewer_make_it_certain(deel: Verdeling, afstand: Fraction) -> None:
    gevonden = zoek([deel], afstand)
    minder = gevonden[0] if gevonden else sum(plaats(*deel)) + 1
    for aantal in range(min(minder, 9)):
        assert not any(zeker(deel, erbij, afstand) for erbij in manieren(plaats(*deel), aantal))


@settings(max_examples=200)
@given(st.lists(verdelingen(2), min_size=1, max_size=2), afstanden, st.integers(0, 3))
def test_so_many_make_it_certain_for_each_characteristic(
    delen: list[Verdeling], afstand: Fraction, minstens: int
) -> None:
    if gevonden := zoek(delen, afstand, minstens):
        aantal, waar = gevonden
        assert aantal >= minstens
        for deel, erbij in zip(delen, waar, strict=True):
            assert sum(erbij) == aantal
            assert zeker(deel, erbij, afstand)
