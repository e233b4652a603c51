"""When who wants to speak is reminded: by working days, on the last morning, in local time across a clock change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.inspreken import herinneringen, ochtend, ochtend_erna

ZONE = ZoneInfo("Europe/Amsterdam")
LANG_GELEDEN = datetime(2026, 1, 1, tzinfo=UTC)


def lokaal(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("tot", "wanneer"),
    [
        ("2027-03-11T12:00", ["2027-03-09T09:00", "2027-03-11T09:00"]),  # Thursday: Tuesday, and the day itself
        ("2027-03-15T12:00", ["2027-03-11T09:00", "2027-03-15T09:00"]),  # Monday: Thursday before the weekend
        ("2027-03-15T09:30", ["2027-03-11T09:00", "2027-03-12T09:00"]),  # no morning left: Friday is the last
        ("2027-03-14T12:00", ["2027-03-11T09:00", "2027-03-14T09:00"]),  # a Sunday
        ("2027-03-29T12:00", ["2027-03-25T09:00", "2027-03-29T09:00"]),  # the clock goes forward on the 28th
        ("2027-01-01T12:00", ["2026-12-30T09:00", "2027-01-01T09:00"]),
    ],
)
def test_two_working_days_ahead_and_on_the_last_morning(tot: str, wanneer: list[str]) -> None:
    assert herinneringen(lokaal(tot), LANG_GELEDEN, ZONE) == [lokaal(een) for een in wanneer]


def test_what_has_passed_is_not_said_any_more() -> None:
    tot = lokaal("2027-03-11T12:00")
    assert herinneringen(tot, lokaal("2027-03-10T09:00"), ZONE) == [lokaal("2027-03-11T09:00")]
    assert herinneringen(tot, lokaal("2027-03-11T09:00"), ZONE) == []


@given(st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1)), st.integers(0, 2000))  # noqa: DTZ001 (made aware below)
def test_each_comes_before_the_deadline_and_an_hour_is_left(tot: datetime, uren: int) -> None:
    einde = tot.replace(tzinfo=UTC)
    now = einde - timedelta(hours=uren)
    momenten = herinneringen(einde, now, ZONE)
    assert momenten == sorted(set(momenten))
    assert all(now < moment <= einde - timedelta(hours=1) for moment in momenten)
    assert all(moment.astimezone(ZONE).hour == 9 for moment in momenten)


def test_the_morning_is_that_of_the_wijk_also_where_utc_is_another_day() -> None:
    assert ochtend(lokaal("2027-07-02T00:30"), ZONE) == lokaal("2027-07-02T09:00")
    assert ochtend_erna(lokaal("2027-07-01T23:30"), ZONE) == lokaal("2027-07-02T09:00")
