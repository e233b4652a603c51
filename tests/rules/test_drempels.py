"""The conditions' arithmetic: exact, at and around each bound, and against brute force."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drempels import DREMPELS
from bot.rules.drempels.gehoord import Gehoord
from bot.rules.drempels.informatie import Informatie
from bot.rules.wegen import OPERATOREN, Telling

MEER_DAN_DE_HELFT = Gehoord(Fraction(1, 2), ">")
MINSTENS_EEN_DERDE = Informatie(Fraction(1, 3), ">=")


def precies(teller: int, noemer: int) -> Telling:
    return Telling(teller, teller, noemer, noemer)


@pytest.mark.parametrize(
    ("drempel", "teller", "noemer", "verdict", "nodig"),
    [
        (MEER_DAN_DE_HELFT, 0, 412, "niet_gehaald", 207),
        (MEER_DAN_DE_HELFT, 205, 412, "niet_gehaald", 2),
        (MEER_DAN_DE_HELFT, 206, 412, "niet_gehaald", 1),
        (MEER_DAN_DE_HELFT, 207, 412, "gehaald", 0),
        (MEER_DAN_DE_HELFT, 206, 411, "gehaald", 0),
        (MEER_DAN_DE_HELFT, 205, 411, "niet_gehaald", 1),
        (MINSTENS_EEN_DERDE, 136, 411, "niet_gehaald", 1),
        (MINSTENS_EEN_DERDE, 137, 411, "gehaald", 0),
        (MINSTENS_EEN_DERDE, 137, 412, "niet_gehaald", 1),
        (MINSTENS_EEN_DERDE, 138, 412, "gehaald", 0),
        (Gehoord(Fraction(1), ">="), 4, 5, "niet_gehaald", 1),
        (Gehoord(Fraction(1), ">="), 5, 5, "gehaald", 0),
    ],
)
def test_a_condition_is_met_exactly_from_its_bound_on(
    drempel: Gehoord | Informatie, teller: int, noemer: int, verdict: str, nodig: int
) -> None:
    stand = drempel.weeg(precies(teller, noemer))

    assert (stand.verdict, stand.nodig) == (verdict, nodig)


@pytest.mark.parametrize(
    ("telling", "verdict", "nodig"),
    [
        (Telling(51, 60, 90, 100), "gehaald", 0),  # 51 of 100
        (Telling(50, 50, 99, 100), "onbeslist", 1),  # 50 of 100 is not enough, 50 of 99 is
        (Telling(50, 50, 100, 100), "niet_gehaald", 1),
        (Telling(40, 50, 100, 100), "niet_gehaald", 11),
        (Telling(40, 51, 100, 100), "onbeslist", 11),
        (Telling(3, 3, 1, 4), "gehaald", 0),
        (Telling(2, 3, 1, 4), "onbeslist", 1),  # more people than the lowest noemer: those people exist
        (Telling(0, 0, 1, 4), "niet_gehaald", 3),
    ],
)
def test_a_verdict_falls_only_when_every_case_gives_it(telling: Telling, verdict: str, nodig: int) -> None:
    stand = MEER_DAN_DE_HELFT.weeg(telling)

    assert (stand.verdict, stand.nodig) == (verdict, nodig)
    assert (stand.teller, stand.ondergrens, stand.bovengrens) == (
        telling.teller_laag,
        telling.teller_laag,
        telling.teller_hoog,
    )
    assert stand.noemer == telling.noemer_hoog


@pytest.mark.parametrize("telling", [precies(0, 0), Telling(1, 1, 0, 0), precies(5, 4), precies(413, 412)])
def test_numbers_that_cannot_be_right_decide_nothing(telling: Telling) -> None:
    for operator in OPERATOREN:
        assert Gehoord(Fraction(1, 2), operator).weeg(telling).verdict == "onbeslist"


def test_the_share_is_written_in_lowest_terms() -> None:
    assert Gehoord(Fraction(2, 4), ">").weeg(precies(1, 4)).drempel == "1/2"


def test_a_condition_file_says_what_counts_for_it() -> None:
    assert {"stem_besluit"} == DREMPELS["gehoord"].TELT
    assert {"aanwezig_vragen"} == DREMPELS["informatie"].TELT


aandelen = st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda paar: paar[0] < paar[1])
drempels = st.builds(lambda paar, op: Gehoord(Fraction(*paar), op), aandelen, st.sampled_from(OPERATOREN))


def genoeg(drempel: Gehoord | Informatie, teller: int, noemer: int) -> bool:
    deel = Fraction(teller, noemer)
    return deel > drempel.aandeel if drempel.operator == ">" else deel >= drempel.aandeel


@given(drempels, st.integers(1, 200), st.data())
def test_nodig_is_the_smallest_number_of_people_that_passes(
    drempel: Gehoord | Informatie, noemer: int, data: st.DataObject
) -> None:
    teller = data.draw(st.integers(0, noemer))

    stand = drempel.weeg(precies(teller, noemer))

    assert stand.nodig == next(n for n in range(noemer + 1) if genoeg(drempel, teller + n, noemer))
    assert (stand.verdict == "gehaald") == (stand.nodig == 0)


@given(drempels, st.tuples(*[st.integers(0, 12)] * 2), st.tuples(*[st.integers(1, 12)] * 2))
def test_a_verdict_is_what_all_possible_truths_agree_on(
    drempel: Gehoord | Informatie, tellers: tuple[int, int], noemers: tuple[int, int]
) -> None:
    (t_laag, t_hoog), (n_laag, n_hoog) = sorted(tellers), sorted(noemers)
    mogelijk = {
        genoeg(drempel, t, n)
        for t in range(t_laag, t_hoog + 1)
        for n in range(n_laag, n_hoog + 1)
        if t <= n  # nobody is counted outside the noemer
    }

    stand = drempel.weeg(Telling(t_laag, t_hoog, n_laag, n_hoog))

    verwacht = {frozenset({True}): "gehaald", frozenset({False}): "niet_gehaald"}
    assert stand.verdict == verwacht.get(frozenset(mogelijk), "onbeslist")
