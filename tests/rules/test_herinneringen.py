"""Which reminders there are, across both clock changes, and how late one may come."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.herinneringen import GRATIE, herinneringen, ingehaald, stemherinnering, te_laat

ZONE = ZoneInfo("Europe/Amsterdam")
NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)  # Monday, ten in the morning


@given(st.datetimes(datetime(2027, 1, 1), datetime(2030, 1, 1)).map(lambda d: d.replace(tzinfo=UTC)))  # noqa: DTZ001
def test_reminders_are_at_seven_in_the_evening_a_week_and_a_day_before_and_two_hours_before(begin: datetime) -> None:
    week, dag, uren = herinneringen(begin, begin - timedelta(days=9), ZONE)
    for (soort, moment), (verwacht, dagen) in ((week, ("herinnering_week", 7)), (dag, ("herinnering_dag", 1))):
        lokaal = moment.astimezone(ZONE)
        wanneer = begin.astimezone(ZONE).date() - timedelta(days=dagen)
        assert (soort, lokaal.time(), lokaal.date()) == (verwacht, time(19), wanneer)
    assert uren == ("herinnering_uren", begin - timedelta(hours=2))
    assert week[1] < dag[1] < uren[1]


@pytest.mark.parametrize(
    ("ervoor", "soorten"),
    [
        (timedelta(days=8), ["herinnering_week", "herinnering_dag", "herinnering_uren"]),
        (timedelta(days=7), ["herinnering_dag", "herinnering_uren"]),
        (timedelta(days=2), ["herinnering_dag", "herinnering_uren"]),
        (timedelta(hours=24), ["herinnering_uren"]),
        (timedelta(hours=2), []),
        (timedelta(minutes=5), []),
    ],
)
def test_a_reminder_whose_moment_is_past_is_none(ervoor: timedelta, soorten: list[str]) -> None:
    begin = datetime(2027, 2, 10, 18, 0, tzinfo=UTC)  # seven in the evening
    assert [soort for soort, _ in herinneringen(begin, begin - ervoor, ZONE)] == soorten


@pytest.mark.parametrize(
    ("geplaatst", "sluit_op", "herinnering"),
    [
        ("2027-02-01T10:00", "2027-02-05T20:00", "2027-02-04T19:00"),
        ("2027-02-01T20:00", "2027-02-03T20:00", "2027-02-02T19:00"),  # two days: long enough for the day before
        ("2027-02-01T20:01", "2027-02-03T20:00", "2027-02-02T20:00:30"),  # just shorter: half way
        ("2027-02-01T10:00", "2027-02-04T00:30", "2027-02-03T19:00"),
        ("2027-02-01T10:00", "2027-02-01T20:00", "2027-02-01T15:00"),
        ("2027-02-01T10:00", "2027-02-01T12:00", "2027-02-01T11:00"),
        ("2027-02-01T10:00", "2027-02-01T11:59", None),  # within an hour of its opening and its closing
        ("2027-02-01T10:00", "2027-02-01T10:01", None),
        ("2027-03-20T10:00", "2027-03-29T01:30", "2027-03-28T19:00"),  # the day on which the clock springs on
        ("2027-10-20T10:00", "2027-11-01T20:00", "2027-10-31T19:00"),  # the day on which it falls back
    ],
)
def test_who_has_not_voted_is_reminded_the_day_before_or_half_way(
    geplaatst: str, sluit_op: str, herinnering: str | None
) -> None:
    begin, einde = (datetime.fromisoformat(iso).replace(tzinfo=ZONE).astimezone(UTC) for iso in (geplaatst, sluit_op))
    verwacht = datetime.fromisoformat(herinnering).replace(tzinfo=ZONE) if herinnering else None
    assert stemherinnering(begin, einde, ZONE) == verwacht


@given(st.integers(0, 366 * 24 * 60), st.timedeltas(timedelta(minutes=1), timedelta(days=60)))
def test_a_reminder_is_never_within_an_hour_of_the_opening_or_the_closing(minuten: int, duur: timedelta) -> None:
    begin = NU + timedelta(minutes=minuten)
    herinnering = stemherinnering(begin, begin + duur, ZONE)
    if herinnering is None:
        assert duur < timedelta(days=2)
    else:
        uur = timedelta(hours=1)
        assert begin + uur <= herinnering <= begin + duur - uur


@pytest.mark.parametrize(
    ("soort", "uren", "vervalt"),
    [
        ("herinnering_week", 23.9, False),
        ("herinnering_week", 24, True),
        ("herinnering_dag", 0, False),
        ("herinnering_dag", 17.9, False),
        ("herinnering_dag", 18, True),
        ("herinnering_uren", 1.9, False),
        ("herinnering_uren", 2, True),
        ("peiling_herinnering", 23.9, False),
        ("peiling_herinnering", 25, True),
        # what must always happen, and what judges by its subject whether it still makes sense
        ("peiling_sluit", 25, False),
        ("deur_sluit", 24 * 365, False),
        ("peiling_uitslag", 24 * 365, False),
        ("bijeenkomst_nieuw", 25, False),
        ("bijeenkomst_afgelast", 25, False),
    ],
)
def test_what_is_late_by_less_than_its_grace_goes_out_and_later_does_not(
    soort: str, uren: float, vervalt: bool
) -> None:
    assert te_laat(soort, NU, NU + timedelta(hours=uren)) is vervalt


_ALLE = st.datetimes(datetime(2027, 1, 1), datetime(2030, 1, 1)).map(lambda d: d.replace(tzinfo=UTC))  # noqa: DTZ001


@given(
    begin=_ALLE,
    slaap=st.timedeltas(timedelta(0), timedelta(days=10)),
    voor=st.timedeltas(timedelta(0), timedelta(days=9)),
)
def test_who_wakes_after_any_sleep_finds_at_most_one_reminder_of_a_meeting_to_send(
    begin: datetime, slaap: timedelta, voor: timedelta
) -> None:
    """The machine sleeps from `voor` before the beginning; what was missed is what lies between."""
    slaapt = begin - voor
    wakker = min(slaapt + slaap, begin)
    gemist = [(soort, op) for soort, op in herinneringen(begin, slaapt, ZONE) if op <= wakker]
    gaat = [
        soort
        for nummer, (soort, op) in enumerate(gemist)
        if not te_laat(soort, op, wakker) and not ingehaald((later for _, later in gemist[nummer + 1 :]), wakker)
    ]
    assert len(gaat) <= 1
    if gemist and wakker < begin:
        assert gaat == [soort for soort, op in gemist[-1:] if wakker - op < GRATIE[soort]], "the last one, or none"
