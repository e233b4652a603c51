"""Series of meetings: every first Tuesday, every week, every month on the 31st; eight o'clock stays eight o'clock."""

import itertools
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.reeks import MEESTE, RITMES, Ritme, momenten, verschoven

ZONE = ZoneInfo("Europe/Amsterdam")


def lokaal(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("begin", "ritme", "dagen"),
    [
        ("2027-02-02T20:00", "week", ["02-02 20:00", "02-09 20:00", "02-16 20:00", "02-23 20:00"]),
        ("2027-12-21T20:00", "week", ["12-21 20:00", "12-28 20:00", "01-04 20:00", "01-11 20:00"]),
        ("2027-03-21T20:00", "twee_weken", ["03-21 20:00", "04-04 20:00", "04-18 20:00", "05-02 20:00"]),
        ("2027-10-24T20:00", "week", ["10-24 20:00", "10-31 20:00", "11-07 20:00", "11-14 20:00"]),
        # every first Tuesday; every fourth Monday
        ("2027-02-02T20:00", "maand_weekdag", ["02-02 20:00", "03-02 20:00", "04-06 20:00", "05-04 20:00"]),
        ("2027-02-22T20:00", "maand_weekdag", ["02-22 20:00", "03-22 20:00", "04-26 20:00", "05-24 20:00"]),
        # a fifth Tuesday is the last one where a month has but four
        ("2027-03-30T20:00", "maand_weekdag", ["03-30 20:00", "04-27 20:00", "05-25 20:00", "06-29 20:00"]),
        ("2027-01-03T20:00", "maand_datum", ["01-03 20:00", "02-03 20:00", "03-03 20:00", "04-03 20:00"]),
        ("2028-01-31T20:00", "maand_datum", ["01-31 20:00", "02-29 20:00", "03-31 20:00", "04-30 20:00"]),
        ("2027-11-30T20:00", "maand_datum", ["11-30 20:00", "12-30 20:00", "01-30 20:00", "02-29 20:00"]),
        # the hour that the clock skips comes an hour later, and the week after it is at its own hour again
        ("2027-03-21T02:30", "week", ["03-21 02:30", "03-28 03:30", "04-04 02:30", "04-11 02:30"]),
    ],
)
def test_the_moments_of_a_series(begin: str, ritme: Ritme, dagen: list[str]) -> None:
    gekregen = momenten(lokaal(begin), ritme, 4, ZONE)
    assert [f"{moment.astimezone(ZONE):%m-%d %H:%M}" for moment in gekregen] == dagen


@given(
    st.datetimes(datetime(2027, 1, 1), datetime(2030, 1, 1)).map(lambda d: d.replace(tzinfo=UTC)),  # noqa: DTZ001
    st.sampled_from(RITMES),
    st.integers(1, 40),
)
def test_a_series_is_bounded_rises_and_begins_where_it_begins(begin: datetime, ritme: Ritme, aantal: int) -> None:
    gekregen = momenten(begin, ritme, aantal, ZONE)
    assert len(gekregen) == min(aantal, MEESTE)
    assert gekregen[0] == begin
    assert all(vorige < volgende for vorige, volgende in itertools.pairwise(gekregen))
    if ritme.startswith("maand"):
        maanden = [m.astimezone(ZONE).year * 12 + m.astimezone(ZONE).month for m in gekregen]
        assert maanden == list(range(maanden[0], maanden[0] + len(maanden)))


@pytest.mark.parametrize(
    ("begin", "van", "naar", "wordt"),
    [
        ("2027-03-30T20:00", "2027-03-23T20:00", "2027-03-23T19:30", "2027-03-30T19:30"),
        ("2027-03-30T20:00", "2027-03-23T20:00", "2027-03-25T20:00", "2027-04-01T20:00"),
        ("2027-03-30T20:00", "2027-03-23T20:00", "2027-03-22T19:00", "2027-03-29T19:00"),
        ("2027-03-30T21:00", "2027-03-23T20:00", "2027-03-24T20:00", "2027-03-31T21:00"),  # it had an hour of its own
    ],
)
def test_what_follows_in_a_series_moves_along(begin: str, van: str, naar: str, wordt: str) -> None:
    assert verschoven(lokaal(begin), lokaal(van), lokaal(naar), ZONE) == lokaal(wordt)
