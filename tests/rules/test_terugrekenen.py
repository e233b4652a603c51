"""Reckoning back: against days worked out by hand, and what holds for every plan."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.rules.terugrekenen import Gang, Periode, Plan, reken_terug, vroegste_besluit, wat_korter
from bot.rules.trajecten import Fase, Traject, achter_elkaar

HERFST = Periode("herfstvakantie", date(2027, 10, 16), date(2027, 10, 24))
RECES = Periode("kerstreces", date(2027, 12, 18), date(2028, 1, 2))
LIJN = Traject("lijn", achter_elkaar(Fase("a", 8), Fase("b", 4), Fase("c", 3, besluit=True), Fase("d", 2)))
BESLUIT = date(2028, 1, 27)


def dagen(plan: Plan) -> list[tuple[str, str, str, int | None]]:
    return [(r.fase, r.van.isoformat(), r.tot.isoformat(), r.speling) for r in plan.regels]


def test_a_plan_across_a_clock_change_a_holiday_the_recess_and_the_end_of_the_year() -> None:
    """The latest days, by hand, from 27 January 2028 back.

    c: 21 days up to 27 January: the 27th back to the 7th are 21.                            7 January - 27 January
    b: 28 days up to 6 January: 3-6 January are 4; the recess, 18 December - 2 January, does
       not count; 24 more up to 17 December: back to 24 November.                           24 November - 6 January
    a: 56 days up to 23 November: 1-23 November and 25-31 October are 30 (on the 31st the
       clock goes back; it is one day all the same); the holiday, 16-24 October, does not
       count; 26 more up to 15 October: back to 20 September.                              20 September - 23 November
    As soon as it can, from 13 September on:
    a: 13-30 September and 1-15 October are 33; 23 more from 25 October on: 16 November, 7 days before the 23rd.
    b: 28 days from 17 November: 14 December. Up to 6 January count 15-17 December and 3-6 January: 7.
    c: 15-17 December are 3; 18 more from 3 January on: 20 January, 7 days before the 27th.
    d: from the day after the decision: 14 days from 28 January: 10 February.
    """
    plan = reken_terug(LIJN, BESLUIT, [HERFST, RECES], date(2027, 9, 13))
    assert dagen(plan) == [
        ("a", "2027-09-20", "2027-11-23", 7),
        ("b", "2027-11-24", "2028-01-06", 7),
        ("c", "2028-01-07", "2028-01-27", 7),
        ("d", "2028-01-28", "2028-02-10", None),
    ]
    assert [r.vroegst_tot.isoformat() for r in plan.regels] == ["2027-11-16", "2027-12-14", "2028-01-20", "2028-02-10"]
    assert (plan.past, plan.speling, plan.kritiek, plan.vrij) == (True, 7, ("a", "b", "c"), "")


def test_what_does_not_fit_says_the_first_day_that_does_and_how_many_weeks_less() -> None:
    """Two weeks later, on 27 September, it is a week short.

    a: 27 September - 15 October are 19; 37 more from 25 October: 30 November, 7 days after the 23rd.
    b: 1-17 December are 17; 11 more from 3 January: 13 January. c: 14 January and 20 days on: 3 February.
    One week less of the longest, a, makes up for 7 days; eight days short take two.
    """
    vrij, vandaag = [HERFST, RECES], date(2027, 9, 27)
    assert reken_terug(LIJN, BESLUIT, vrij, vandaag).speling == -7
    assert vroegste_besluit(LIJN, vrij, vandaag) == date(2028, 2, 3)
    assert wat_korter(LIJN, BESLUIT, vrij, vandaag) == {"a": 1}
    assert wat_korter(LIJN, BESLUIT, vrij, vandaag + timedelta(days=1)) == {"a": 2}
    assert wat_korter(LIJN, date(2027, 10, 1), vrij, vandaag) is None, "no weeks less do"


def test_a_stage_that_slips_costs_its_days() -> None:
    """a began on 20 September: 56 days later it is 23 November, as planned, without a day to spare.

    Open on 26 November it is 3 days late. b then ends 3 days later than the 6th of January, c on the 30th.
    """
    gang = {"a": Gang(date(2027, 9, 20))}
    assert reken_terug(LIJN, BESLUIT, [HERFST, RECES], date(2027, 11, 1), gang).speling == 0
    laat = reken_terug(LIJN, BESLUIT, [HERFST, RECES], date(2027, 11, 26), gang)
    assert [r.speling for r in laat.regels] == [-3, -3, -3, None]
    assert vroegste_besluit(LIJN, [HERFST, RECES], date(2027, 11, 26), gang) == date(2028, 1, 30)
    assert wat_korter(LIJN, BESLUIT, [HERFST, RECES], date(2027, 11, 26), gang) == {"b": 1}, "a is over: b is longest"
    gezegd = {"a": Gang(date(2027, 9, 20), verwacht=date(2027, 12, 7))}
    assert reken_terug(LIJN, BESLUIT, [HERFST, RECES], date(2027, 11, 1), gezegd).speling == -14
    over = reken_terug(LIJN, BESLUIT, [RECES], date(2027, 12, 20), gang)
    assert over.regel("a").vroegst_tot == date(2028, 1, 3), "in the recess it cannot end either"


def test_a_track_that_the_decision_does_not_wait_for_is_done_by_then_too() -> None:
    """x and z lead to the decision, y runs beside them and takes longer than z.

    z: 14 days up to 30 June: from the 17th. y: 35 days up to 30 June: from 27 May. x, before both: up to 26 May.
    From 1 May x takes until the 14th: 12 days to spare; y then ends on 18 June, also 12; z on the 28th of May: 33.
    """
    sporen = Traject(
        "sporen",
        (Fase("x", 2), Fase("y", 5, na=("x",)), Fase("z", 2, na=("x",), besluit=True), Fase("na", 1, na=("z", "y"))),
    )
    plan = reken_terug(sporen, date(2027, 6, 30), [], date(2027, 5, 1))
    assert dagen(plan)[:3] == [
        ("x", "2027-05-13", "2027-05-26", 12),
        ("y", "2027-05-27", "2027-06-30", 12),
        ("z", "2027-06-17", "2027-06-30", 33),
    ]
    assert plan.kritiek == ("x", "y")
    assert vroegste_besluit(sporen, [], date(2027, 5, 1)) == date(2027, 6, 18)


def test_two_tracks_over_the_new_year_in_time_and_late() -> None:
    """By hand, with the recess of 18 December - 2 January and a decision on 13 January.

    z: 3-13 January are 11; 3 more up to 17 December: from the 15th. y: 11, and 24 more up to 17 December: from 24
    November. x, before both: 14 days up to 23 November. From 1 November x takes until the 14th: 9 to spare. y: 15
    November - 17 December are 33, 2 more: 4 January, 9 before the 13th. z: 28 November; 2, 17 and 11 days remain.

    In the recess, on 20 December, x runs since the 6th: 12 days up to the 17th, and 3 and 4 January. That is 7, 17 and
    2 days after 23 November. y: 35 days from 5 January: 8 February. Four weeks less of y, and one of z: 5-11 January.
    A week less of x, which is nearly over, would win one day: it is not asked.
    """
    sporen = Traject("s", (Fase("x", 2), Fase("y", 5, na=("x",)), Fase("z", 2, na=("x",), besluit=True)))
    besluit, vrij = date(2028, 1, 13), [RECES]
    assert dagen(reken_terug(sporen, besluit, vrij, date(2027, 11, 1))) == [
        ("x", "2027-11-10", "2027-11-23", 9),
        ("y", "2027-11-24", "2028-01-13", 9),
        ("z", "2027-12-15", "2028-01-13", 30),
    ]
    vandaag, gang = date(2027, 12, 20), {"x": Gang(date(2027, 12, 6))}
    laat = reken_terug(sporen, besluit, vrij, vandaag, gang)
    assert [regel.speling for regel in laat.regels] == [-26, -26, -5]
    assert vroegste_besluit(sporen, vrij, vandaag, gang) == date(2028, 2, 8)
    assert wat_korter(sporen, besluit, vrij, vandaag, gang) == {"y": 4, "z": 1}


def test_the_day_of_the_gemeenteraad_in_a_recess_is_said() -> None:
    plan = reken_terug(LIJN, date(2027, 12, 20), [HERFST, RECES], date(2027, 1, 1))
    assert plan.vrij == "kerstreces"
    assert plan.regel("c").van == date(2027, 11, 27), "21 days up to the 17th"


def test_what_the_gemeenteraad_decided_has_no_slack_any_more() -> None:
    gang = {naam: Gang(date(2027, 1, 1), date(2027, 2, 1)) for naam in "abc"}
    plan = reken_terug(LIJN, BESLUIT, [], date(2027, 3, 1), gang)
    assert (plan.speling, plan.past, plan.kritiek) == (None, True, ())


_DAG = st.dates(date(2026, 1, 1), date(2031, 1, 1))


@st.composite
def _trajecten(trek: st.DrawFn) -> Traject:
    """Return stages of which each waits for some before it, one of them with the decision."""
    aantal = trek(st.integers(1, 6))
    besluit = trek(st.integers(0, aantal - 1))
    fasen = []
    for n in range(aantal):
        na = trek(st.lists(st.integers(0, n - 1), unique=True, max_size=3)) if n else []
        fasen.append(Fase(f"f{n}", trek(st.integers(1, 12)), na=tuple(f"f{m}" for m in na), besluit=n == besluit))
    return Traject("los", tuple(fasen))


@st.composite
def _perioden(trek: st.DrawFn) -> list[Periode]:
    begin = trek(st.lists(st.tuples(_DAG, st.integers(0, 45)), max_size=5))
    return [Periode(f"p{n}", van, van + timedelta(days=duur)) for n, (van, duur) in enumerate(begin)]


def _tel(van: date, tot: date, vrij: list[Periode]) -> int:
    alle = (van + timedelta(days=n) for n in range((tot - van).days + 1))
    return sum(not any(p.van <= dag <= p.tot for p in vrij) for dag in alle)


@given(_trajecten(), _perioden(), _DAG, _DAG)
def test_what_holds_for_every_plan(traject: Traject, vrij: list[Periode], besluit: date, vandaag: date) -> None:
    plan, later = reken_terug(traject, besluit, vrij, vandaag), traject.na_het_besluit()
    for regel in plan.regels:
        fase = traject.fase(regel.fase)
        assert _tel(regel.van, regel.tot, vrij) == fase.weken * 7
        assert _tel(regel.vroegst_van, regel.vroegst_tot, vrij) == fase.weken * 7
        for naam in fase.na:
            assert plan.regel(naam).vroegst_tot < regel.vroegst_van
            assert plan.regel(naam).tot < regel.van
        if regel.fase not in later:
            assert regel.tot <= besluit
            assert (regel.speling or 0) * (1 if regel.tot > regel.vroegst_tot else -1) >= 0
    assert plan.regel(traject.besluitfase.naam).tot == besluit
    assert plan.kritiek


@given(_trajecten(), _perioden(), _DAG)
def test_the_first_day_that_fits_fits_and_the_day_before_does_not(
    traject: Traject, vrij: list[Periode], vandaag: date
) -> None:
    vroegst = vroegste_besluit(traject, vrij, vandaag)
    assert reken_terug(traject, vroegst, vrij, vandaag).speling == 0
    assert not reken_terug(traject, vroegst - timedelta(days=1), vrij, vandaag).past


@given(_trajecten(), _perioden(), _DAG, st.integers(1, 120))
def test_so_many_weeks_less_fit_and_leave_a_week_of_each(
    traject: Traject, vrij: list[Periode], vandaag: date, te_kort: int
) -> None:
    besluit = vroegste_besluit(traject, vrij, vandaag) - timedelta(days=te_kort)
    minder = wat_korter(traject, besluit, vrij, vandaag)
    assume(minder is not None)

    def past(weken: dict[str, int]) -> bool:
        fasen = tuple(_korter(fase, weken.get(fase.naam, 0)) for fase in traject.fasen)
        return reken_terug(Traject("korter", fasen), besluit, vrij, vandaag).past

    assert minder
    assert past(minder)
    assert not past({})
    assert all(weken < traject.fase(naam).weken for naam, weken in minder.items())


def _korter(fase: Fase, weken: int) -> Fase:
    return Fase(fase.naam, fase.weken - weken, na=fase.na, besluit=fase.besluit)


@pytest.mark.parametrize("weken", [1, 260])
def test_the_shortest_and_the_longest_stage_are_reckoned_to_the_day(weken: int) -> None:
    een = Traject("een", (Fase("a", weken, besluit=True),))
    plan = reken_terug(een, date(2030, 6, 1), [], date(2025, 1, 1))
    assert plan.regel("a").van == date(2030, 6, 2) - timedelta(weeks=weken)
