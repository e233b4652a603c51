"""Opinion groups: found in any order, not out of chance, and told only as far as few people stay hidden."""

import random
from collections import Counter
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.groepskennis import Grens, Rij, kan, meeste, vertel, verzwegen
from bot.rules.kleine_cellen import KLEINSTE, NIET_GETOOND, Cel, grenzen, klasse, uitslag
from bot.rules.opiniegroepen import Groep, vind
from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilinguitslag import toon

Biljetten = dict[str, int]


def kampen(aantallen: Sequence[int], *meningen: str, ruis: float = 0.05, zaad: int = 1) -> Biljetten:
    """Return ballots of camps of people: their opinion, with now and then another answer."""
    uit: Counter[str]
    toeval, uit = random.Random(zaad), Counter()
    for hoeveel, mening in zip(aantallen, meningen, strict=True):
        for _ in range(hoeveel):
            uit["".join(een if toeval.random() >= ruis else toeval.choice("eop") for een in mening)] += 1
    return dict(uit)


def getoond(biljetten: Biljetten) -> tuple[tuple[Rij, ...], tuple[tuple[Cel, ...], ...]]:
    """Return per statement the counts, and how everyone sees them."""
    breed, stemmen = len(next(iter(biljetten))), sum(biljetten.values())
    totalen = tuple(
        tuple(sum(n for gaf, n in biljetten.items() if gaf[plek] in letters) for letters in ("e", "o", "p-"))
        for plek in range(breed)
    )
    return totalen, tuple(uitslag(totaal, stemmen, 1) or (NIET_GETOOND,) * 3 for totaal in totalen)


TWEE = kampen((26, 22), "eeeeooop", "eeooeeoo")
DRIE = kampen((20, 18, 16), "eeeeeeoo", "ooooeeoo", "eeooooee")


def test_camps_are_found_in_whatever_order_the_ballots_come() -> None:
    assert [groep.mensen for groep in vind(TWEE)] == [26, 21]
    assert [groep.mensen for groep in vind(DRIE)] == [20, 18, 16]
    assert vind(dict(reversed(DRIE.items()))) == vind(DRIE)


@pytest.mark.parametrize(
    "biljetten",
    [
        {},
        {"eeeeee": 40},
        kampen((9, 40), "eeeeeeee", "oooooooo"),
        kampen((9, 10), "eeeeeeee", "oooooooo"),
        kampen((20, 20), "eeeee", "ooooo"),
        kampen((20, 20), "eeee----", "oo------"),
        kampen((25, 25), "eeeeeeee", "oooooooo", ruis=0.9),
    ],
    ids=["nobody", "one mind", "nine", "nineteen", "five statements", "hardly answered", "noise"],
)
def test_there_are_no_groups_that_are_small_vague_or_of_a_few_statements(biljetten: Biljetten) -> None:
    assert vind(biljetten) == ()


def test_answers_by_chance_make_no_groups() -> None:
    toeval, gevonden = random.Random(7), 0
    for _ in range(60):
        kans = [toeval.random() for _ in range(8)]
        mensen = ("".join("e" if toeval.random() < deze else "o" for deze in kans) for _ in range(60))
        gevonden += bool(vind(dict(Counter(mensen))))
    assert gevonden <= 1


def test_a_group_is_told_by_what_sets_it_apart_and_all_by_what_they_share() -> None:
    totalen, cellen = getoond(TWEE)
    beeld = vertel(tuple(sorted(TWEE.items())), totalen, cellen)
    assert beeld is not None
    een, ander = beeld.groepen
    assert (een.ongeveer, ander.ongeveer) == (25, 20)
    assert set(een.eens) == set(ander.oneens) <= {2, 3}
    assert set(een.oneens) == set(ander.eens) <= {4, 5}
    assert (set(beeld.eens), set(beeld.oneens)) == ({0, 1}, {6})


GRENZEN = st.tuples(st.integers(0, 4), st.integers(0, 5)).map(lambda g: (min(g), max(g)))


@given(st.data())
def test_whether_a_table_can_be_is_whether_there_is_one(data: st.DataObject) -> None:
    rijen = tuple(data.draw(st.lists(st.integers(0, 6), min_size=1, max_size=3)))
    cellen = [data.draw(st.lists(GRENZEN, min_size=3, max_size=3)) for _ in rijen]
    kolommen = data.draw(st.lists(st.tuples(st.integers(0, 6), st.integers(3, 12)), min_size=3, max_size=3))
    kolommen = [(min(g), max(g)) for g in kolommen]
    assert kan(rijen, cellen, kolommen) == _er_is_er_een(rijen, cellen, kolommen)


def _er_is_er_een(rijen: Sequence[int], cellen: Sequence[Sequence[Grens]], kolommen: Sequence[Grens]) -> bool:
    """Say so by making all of them, a row at a time."""
    sommen = {(0, 0, 0)}
    for rij, grens in zip(rijen, cellen, strict=True):
        kan_zijn = [een for een in product(*(range(laag, hoog + 1) for laag, hoog in grens)) if sum(een) == rij]
        sommen = {(a + d, b + e, c + f) for a, b, c in sommen for d, e, f in kan_zijn}
    return any(all(laag <= n <= hoog for n, (laag, hoog) in zip(som, kolommen, strict=True)) for som in sommen)


@st.composite
def verdelingen(draw: st.DrawFn) -> tuple[list[Rij], Rij]:
    """Draw on one statement the counts of two groups of ten or a bit more, and of a few who are in none."""
    groepen = [draw(_rij(10, 13)) for _ in range(2)]
    return groepen, draw(_rij(0, 5))


def _rij(minst: int, meest: int) -> st.SearchStrategy[Rij]:
    def maak(mensen: int) -> st.SearchStrategy[Rij]:
        return st.tuples(st.integers(0, mensen), st.integers(0, mensen)).map(
            lambda ab: (min(ab), max(ab) - min(ab), mensen - max(ab))
        )

    return st.integers(minst, meest).flatmap(maak)


@settings(max_examples=25)
@given(verdelingen())
def test_who_knows_all_that_is_told_excludes_nothing_small(verdeling: tuple[list[Rij], Rij]) -> None:
    """A reader makes all tables that fit what is told: rounded sizes, the result, and what most agree with."""
    rijen, rest = verdeling
    totaal = tuple(map(sum, zip(*rijen, rest, strict=True)))
    stemmen = sum(totaal)
    cellen = uitslag(totaal, stemmen, 1) or ()
    groepen = [Groep(sum(rij), (rij,)) for rij in rijen]
    stil = verzwegen(groepen, [totaal], [cellen], stemmen)
    if stil is None:
        return
    kolommen = [(0, stemmen) if cel == NIET_GETOOND else grenzen(cel) for cel in cellen]
    gezegd = [(r, k) for r, rij in enumerate(rijen) for k in (0, 1) if rij[k] >= meeste(sum(rij)) and 0 not in stil]
    ruimte = [range(max(klasse(sum(rij)).laag, 10), klasse(sum(rij)).hoog + 1) for rij in rijen]
    maten = [(een, ander, stemmen - een - ander) for een, ander in product(*ruimte) if een + ander <= stemmen]
    for r, rij in enumerate((*rijen, rest)):
        for k in (k for k in range(3) if rij[k] < KLEINSTE):
            for aantal in range(min(KLEINSTE, 1 + max(maat[r] for maat in maten))):
                assert any(_past(maat, gezegd, kolommen, (r, k, aantal)) for maat in maten), (r, k, aantal)


def _past(
    maten: Sequence[int], gezegd: list[tuple[int, int]], kolommen: Sequence[Grens], zou: tuple[int, int, int]
) -> bool:
    cellen = [[(meeste(maat) if (r, k) in gezegd else 0, maat) for k in range(3)] for r, maat in enumerate(maten)]
    r, k, aantal = zou
    laag, hoog = cellen[r][k]
    cellen[r][k] = (max(laag, aantal), min(hoog, aantal))
    return _er_is_er_een(maten, cellen, kolommen)


def test_the_method_says_the_groups_or_that_there_are_none() -> None:
    methode, opzet = METHODEN["stellingen"], Opzet(tuple("abcdefgh"))
    for biljetten, zin in ((TWEE, "groepen"), ({"eeeeeeee": 30}, "geen_groepen"), ({"eeeeeeee": 3}, "geen_groepen")):
        inhoud = {f'"{gaf}"': n for gaf, n in biljetten.items()}
        delen = methode.opiniegroepen(opzet, inhoud, toon(methode, opzet, methode.tel(opzet, inhoud)))
        assert delen[0][0].naam == zin
        assert {een.naam for deel in delen for een in deel} <= set(methode.ZINNEN)
