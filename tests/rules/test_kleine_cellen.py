"""Small cells in breakdowns, poll results, and how an open poll is shown."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.kleine_cellen import (
    MINDER,
    NIET_GETOOND,
    Cel,
    Klasse,
    Tussenstand,
    cel,
    exact,
    klasse,
    uitslag,
    verhult,
    volgende_stand,
    zonder_deel,
)
from bot.rules.peilinguitslag import stand
from bot.rules.peiltelling import Regel, Uitslag


@pytest.mark.parametrize("aantal", [0, 1, 2, 3, 4])
def test_none_to_four_people_look_the_same(aantal: int) -> None:
    assert klasse(aantal) == Klasse(0, 4, "minder dan 5")


@pytest.mark.parametrize(
    ("aantal", "getoond", "laag", "hoog"),
    [(5, 5, 5, 7), (7, 5, 5, 7), (8, 10, 8, 12), (12, 10, 8, 12), (13, 15, 13, 17), (412, 410, 408, 412)],
)
def test_five_people_or_more_are_rounded_to_five(aantal: int, getoond: int, laag: int, hoog: int) -> None:
    assert klasse(aantal) == Klasse(laag, hoog, getoond)
    assert cel(aantal) == getoond


@given(st.integers(0, 3000))
def test_a_class_holds_its_number_and_begins_where_the_one_below_ends(aantal: int) -> None:
    mijn = klasse(aantal)
    assert mijn.laag <= aantal <= mijn.hoog
    assert {klasse(ander) for ander in range(mijn.laag, mijn.hoog + 1)} == {mijn}
    assert klasse(mijn.hoog + 1).laag == mijn.hoog + 1


@pytest.mark.parametrize("aantal", range(10))
def test_of_a_group_of_fewer_than_ten_nothing_is_shown(aantal: int) -> None:
    assert klasse(aantal, 9) == Klasse(0, 9, NIET_GETOOND)


@given(st.integers(10, 500), st.data())
def test_where_all_but_a_few_did_the_same_it_is_not_said_whether_all_did(plafond: int, data: st.DataObject) -> None:
    ontbreken = data.draw(st.integers(0, 4))
    mijn = klasse(plafond - ontbreken, plafond)
    assert mijn == klasse(plafond, plafond)
    assert (mijn.getoond, mijn.hoog) == (NIET_GETOOND, plafond)
    onder = klasse(mijn.laag - 1, plafond)
    assert (onder.hoog, onder.getoond) == (mijn.laag - 1, klasse(mijn.laag - 1).getoond)


@pytest.mark.parametrize(("aantal", "getoond"), [(0, "minder dan 10"), (9, "minder dan 10"), (10, 10), (207, 207)])
def test_a_number_of_the_whole_wijk_is_exact_from_ten_people_on(aantal: int, getoond: Cel) -> None:
    assert exact(aantal) == getoond


@given(st.lists(st.integers(0, 14), min_size=1, max_size=4), st.lists(st.none() | st.integers(1, 14), min_size=4))
def test_cells_leave_open_what_they_must_exactly_when_all_ways_do(
    aantallen: list[int], plafonds: list[int | None]
) -> None:
    plafonds = [None if p is None else max(p, a) for p, a in zip(plafonds, aantallen, strict=False)]
    klassen = [klasse(aantal, plafond) for aantal, plafond in zip(aantallen, plafonds, strict=True)]
    totaal = sum(aantallen)
    kan: dict[int, set[int]] = defaultdict(set)
    for wereld in alle_manieren(klassen, totaal):
        for nummer, aantal in enumerate(wereld):
            kan[nummer].add(aantal)
    goed = True
    for nummer, k in enumerate(klassen):
        if k.laag == 0 and k.hoog:
            goed &= set(range(min(4, k.hoog) + 1)) <= kan[nummer]
        elif k.getoond == NIET_GETOOND and k.hoog:
            goed &= set(range(k.hoog - 4, k.hoog + 1)) <= kan[nummer]
    assert verhult(klassen, totaal) == goed


def alle_manieren(klassen: list[Klasse], totaal: int) -> Iterator[tuple[int, ...]]:
    if not klassen:
        if totaal == 0:
            yield ()
        return
    eerste, *rest = klassen
    for aantal in range(eerste.laag, min(eerste.hoog, totaal) + 1):
        for verder in alle_manieren(rest, totaal - aantal):
            yield aantal, *verder


@pytest.mark.parametrize(
    ("zonder", "getoond"), [(207, NIET_GETOOND), (204, NIET_GETOOND), (203, 205), (202, 200), (100, 100)]
)
def test_the_whole_minus_what_staff_recorded_does_not_tell_how_few_that_are(zonder: int, getoond: Cel) -> None:
    assert zonder_deel(208, zonder) == getoond


# The result of a poll


@pytest.mark.parametrize(
    ("aantallen", "getoond"),
    [
        ((6, 3), None),  # nine ballots
        ((20, 15, 12), (20, 15, 10)),
        ((23, 0), (NIET_GETOOND, MINDER)),  # all alike looks as nearly all alike
        ((19, 4), (NIET_GETOOND, MINDER)),
        ((20, 2), (20, MINDER)),  # 22 ballots: 18 to 22 leaves 0 to 4
        ((20, 18, 3), (20, 20, MINDER)),
        ((33, 33, 1), (NIET_GETOOND, NIET_GETOOND, MINDER)),
        ((53, 33, 1), (NIET_GETOOND, 35, MINDER)),
        ((4, 4, 4), (NIET_GETOOND, NIET_GETOOND, NIET_GETOOND)),
    ],
)
def test_of_a_result_so_much_is_shown_that_a_small_option_stays_small(
    aantallen: tuple[int, ...], getoond: tuple[Cel, ...] | None
) -> None:
    assert uitslag(aantallen, sum(aantallen), 1) == getoond


@pytest.mark.parametrize(
    ("aantallen", "stemmen", "hoogstens", "getoond"),
    [
        ((20, 8, 0), 20, None, (NIET_GETOOND, 10, MINDER)),
        ((17, 8, 0), 20, None, (NIET_GETOOND, 10, MINDER)),
        ((12, 8, 0), 20, None, (10, 10, MINDER)),
        ((13, 13, 13, 1), 20, 2, (NIET_GETOOND, NIET_GETOOND, NIET_GETOOND, MINDER)),
    ],
)
def test_of_a_result_with_more_choices_what_nearly_all_chose_is_not_shown(
    aantallen: tuple[int, ...], stemmen: int, hoogstens: int | None, getoond: tuple[Cel, ...]
) -> None:
    assert uitslag(aantallen, stemmen, hoogstens) == getoond


@given(st.lists(st.integers(0, 30), min_size=2, max_size=3))
def test_who_knows_all_but_the_votes_cannot_pin_a_small_option(aantallen: list[int]) -> None:
    """A reader knows the number of ballots, and that what is left out is at least as large as what is shown."""
    totaal = sum(aantallen)
    getoond = uitslag(aantallen, totaal, 1)
    if getoond is None:
        return
    rond = [c for c in getoond if isinstance(c, int)]
    vanaf = max([0, *(klasse(c).laag for c in rond)])
    weg = Klasse(max(vanaf, 5) if MINDER in getoond else 0, totaal, NIET_GETOOND)
    klassen = [klasse(c) if isinstance(c, int) else klasse(0) if c == MINDER else weg for c in getoond]
    kan: dict[int, set[int]] = defaultdict(set)
    for wereld in alle_manieren(klassen, totaal):
        for nummer, aantal in enumerate(wereld):
            kan[nummer].add(aantal)
    assert all({0, 1, 2, 3, 4} <= kan[n] for n, aantal in enumerate(aantallen) if aantal <= 4)


# How an open poll goes


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 2)), max_size=120))
def test_what_is_shown_never_differs_from_the_next_by_one_persons_choice(gebeurtenissen: list[tuple[int, int]]) -> None:
    """Whoever votes or changes a vote, a view changes only when five more people have voted since the last one."""
    keuzes: dict[int, int] = {}
    getoond: Tussenstand | None = None
    for wie, keuze in gebeurtenissen:
        keuzes[wie] = keuze
        aantallen = Counter(keuzes.values())
        per_optie = tuple(Regel(str(optie), (aantallen[optie],)) for optie in range(3))
        nieuw = stand(getoond, Uitslag(per_optie, len(keuzes)))
        if nieuw != getoond:
            assert nieuw is not None
            assert nieuw.stemmen == len(keuzes)
            assert nieuw.stemmen >= (10 if getoond is None else getoond.stemmen + 5)
        if len(keuzes) < 10:
            assert nieuw is None
        getoond = nieuw


@pytest.mark.parametrize(("stemmen", "vanaf"), [(10, 15), (599, 604), (1_000, 1_010), (100_000, 101_000)])
def test_of_many_ballots_a_hundredth_more_must_come_before_a_view_changes(stemmen: int, vanaf: int) -> None:
    assert volgende_stand(Tussenstand(stemmen, ())) == vanaf


@given(st.lists(st.integers(0, 300), min_size=2, max_size=6))
def test_a_share_follows_from_what_the_result_would_show(aantallen: list[int]) -> None:
    stemmen = sum(aantallen)
    regels = tuple(Regel(str(optie), (aantal,)) for optie, aantal in enumerate(aantallen))
    getoond, nu = uitslag(aantallen, stemmen, 1), stand(None, Uitslag(regels, stemmen))
    assert (getoond is None) == (nu is None)
    if getoond is not None and nu is not None:
        for cel_, deel in zip(getoond, nu.delen, strict=True):
            if isinstance(cel_, str):
                assert deel == cel_
            else:
                assert deel == min(100, 5 * ((40 * cel_ + stemmen) // (2 * stemmen)))
