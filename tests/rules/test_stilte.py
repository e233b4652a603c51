"""Quiet hours on the wall: across midnight, in both nights in which the clock changes, and never."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.rules.stilte import Stilte

ZONE = ZoneInfo("Europe/Amsterdam")
NACHT = Stilte(time(21, 30), time(8))


def om(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "stil", "na"),
    [
        ("2027-02-01T20:29", False, "2027-02-01T20:29"),
        ("2027-02-01T20:30", True, "2027-02-02T07:00"),
        ("2027-02-01T23:30", True, "2027-02-02T07:00"),
        ("2027-02-02T06:59", True, "2027-02-02T07:00"),
        ("2027-02-02T07:00", False, "2027-02-02T07:00"),
        # summer; and the nights in which the clock springs on and falls back
        ("2027-07-01T19:30", True, "2027-07-02T06:00"),
        ("2027-03-27T22:00", True, "2027-03-28T06:00"),
        ("2027-10-30T22:00", True, "2027-10-31T07:00"),
    ],
)
def test_what_may_wait_waits_until_the_quiet_hours_are_over(moment: str, stil: bool, na: str) -> None:
    assert NACHT.geldt(om(moment), ZONE) is stil
    assert NACHT.na(om(moment), ZONE) == om(na)


def test_quiet_hours_within_a_day_end_that_day() -> None:
    middag = Stilte(time(12), time(14))
    assert middag.na(om("2027-02-01T12:00"), ZONE) == om("2027-02-01T13:00")
    assert not middag.geldt(om("2027-02-01T13:00"), ZONE)


def test_from_a_time_to_the_same_time_it_is_never_quiet() -> None:
    nooit = Stilte(time(8), time(8))
    assert not any(nooit.geldt(om(f"2027-02-01T{uur:02}:00"), ZONE) for uur in range(24))


def test_an_end_that_the_clock_skips_is_an_hour_later() -> None:
    assert Stilte(time(22), time(2, 30)).na(om("2027-03-28T00:00"), ZONE) == om("2027-03-28T01:30")


@pytest.mark.parametrize(
    ("moment", "na"), [("2027-10-31T00:10", "2027-10-31T00:30"), ("2027-10-31T01:10", "2027-10-31T01:30")]
)
def test_in_an_hour_that_is_there_twice_what_waits_never_goes_back_in_time(moment: str, na: str) -> None:
    assert Stilte(time(2), time(2, 30)).na(om(moment), ZONE) == om(na)


@pytest.mark.parametrize(
    ("van", "nu", "wacht"),
    [
        ("2027-02-01T20:29", "2027-02-01T20:31", True),  # just before it became quiet
        ("2027-01-31T23:00", "2027-02-01T23:00", True),  # of another night
        ("2027-02-01T22:00", "2027-02-02T02:00", False),  # it came in these quiet hours, so it could not wait
        ("2027-02-01T20:29", "2027-02-02T07:00", False),
    ],
)
def test_what_came_before_it_was_quiet_waits_and_what_came_meanwhile_was_let_through(
    van: str, nu: str, wacht: bool
) -> None:
    assert NACHT.houdt_vast(om(van), om(nu), ZONE) is wacht
