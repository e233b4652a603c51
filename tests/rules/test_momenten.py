"""Days and hours as people write them, across both clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from berichten.leeswoorden import leeswoorden
from bot.rules.momenten import MomentOnduidelijk, eind_van, lees_moment, lees_tijd, naar_utc

ZONE = ZoneInfo("Europe/Amsterdam")
NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)  # Monday, ten in the morning


@pytest.mark.parametrize(
    ("tekst", "lokaal"),
    [
        ("12-3-2027 19:30", "2027-03-12T19:30"),
        ("12/03/2027 19.30", "2027-03-12T19:30"),
        ("2027-03-12 19:30", "2027-03-12T19:30"),
        ("12-3 19:30", "2027-03-12T19:30"),
        ("12 maart 19.30 uur", "2027-03-12T19:30"),
        ("12\u00a0maart\u202f2027 om 19:30\u00a0uur", "2027-03-12T19:30"),  # copied from what has no-break spaces
        ("12 mrt 2028 19u30", "2028-03-12T19:30"),
        ("  Vrijdag 12 Maart,  om 19:30 uur ", "2027-03-12T19:30"),
        ("12 March at 19:30", "2027-03-12T19:30"),
        ("12 jan 20:00", "2028-01-12T20:00"),  # this year's is past: the next one
        ("1 februari 09:59", "2028-02-01T09:59"),
        ("1 februari 10:01", "2027-02-01T10:01"),
        ("vandaag 20 uur", "2027-02-01T20:00"),
        ("vanavond 20u", "2027-02-01T20:00"),
        ("morgen 20:00", "2027-02-02T20:00"),
        ("overmorgen om 9.05", "2027-02-03T09:05"),
        ("tomorrow 20:00", "2027-02-02T20:00"),
        ("dinsdag 20:00", "2027-02-02T20:00"),
        ("komende zondag 14:00", "2027-02-07T14:00"),
        ("maandag 20:00", "2027-02-08T20:00"),  # the weekday of today means next week
        ("next monday 20:00", "2027-02-08T20:00"),
        ("29 februari 2028 20:00", "2028-02-29T20:00"),
    ],
)
def test_what_people_type_is_understood(tekst: str, lokaal: str) -> None:
    gelezen = lees_moment(tekst, NU, ZONE, leeswoorden())
    assert gelezen.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M") == lokaal
    assert gelezen.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("", "onbekend"),
        ("19:30", "onbekend"),
        ("12 maart", "geen_tijd"),
        ("morgen", "geen_tijd"),
        ("dinsdag", "geen_tijd"),
        ("31 februari", "bestaat_niet"),
        ("29-2-2027", "bestaat_niet"),
        ("maandag 3 februari 2027", "weekdag"),
        ("gauw", "onbekend"),
        ("12 3 19:30", "onbekend"),
        ("12 germinal 19:30", "onbekend"),
        ("ergens 19:30", "onbekend"),
        ("12-3-27 19:30", "onbekend"),
        ("31 februari 19:30", "bestaat_niet"),
        ("29-2-2027 19:30", "bestaat_niet"),
        ("0-1-2028 19:30", "bestaat_niet"),
        ("12-13-2027 19:30", "bestaat_niet"),
        ("12 maart 24:00", "bestaat_niet"),
        ("12 maart 19:60", "bestaat_niet"),
        ("28-3-2027 02:30", "bestaat_niet"),  # the hour that the clock skips
        ("1-1-0001 00:05", "bestaat_niet"),
        ("maandag 12 maart 19:30", "weekdag"),  # it is a Friday
        ("vrijdag 12 maart 2028 19:30", "weekdag"),  # the year after it is a Sunday
        ("dinsdag 31 februari 19:30", "bestaat_niet"),
        ("12-3-9999 19:30", "te_ver"),
        ("31-12-9999 23:59", "te_ver"),
        ("12-3-2030 19:30", "te_ver"),
        ("12-3-2026 19:30", "voorbij"),
        ("vandaag 10:00", "voorbij"),
    ],
)
def test_what_is_no_moment_to_come_is_refused_with_its_reason(tekst: str, reden: str) -> None:
    with pytest.raises(MomentOnduidelijk) as fout:
        lees_moment(tekst, NU, ZONE, leeswoorden())
    assert fout.value.reden == reden


@given(st.text(max_size=40) | st.from_regex(r"\d{1,4}[-/ ]\d{1,2}[-/ ]\d{1,4} \d{1,2}[:.u]\d{2}", fullmatch=True))
def test_any_text_is_a_moment_to_come_or_a_reason(tekst: str) -> None:
    try:
        gelezen: datetime | str = lees_moment(tekst, NU, ZONE, leeswoorden())
    except MomentOnduidelijk as fout:
        gelezen = fout.reden
    redenen = {"onbekend", "geen_tijd", "bestaat_niet", "weekdag", "voorbij", "te_ver"}
    assert gelezen in redenen or (isinstance(gelezen, datetime) and gelezen > NU)


def test_the_hour_that_is_twice_there_is_the_first_of_the_two() -> None:
    assert naar_utc(date(2027, 10, 31), time(2, 30), ZONE) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [("22:00", "22:00"), (" 22.30 uur ", "22:30"), ("22u", "22:00"), ("0:15", "00:15"), ("om 9 uur", "09:00")],
)
def test_an_hour_by_itself_is_understood(tekst: str, tijd: str) -> None:
    assert lees_tijd(tekst, leeswoorden()) == time.fromisoformat(tijd)


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [("", "tijd_onbekend"), ("tien", "tijd_onbekend"), ("3 maart 22:00", "tijd_onbekend"), ("25:00", "bestaat_niet")],
)
def test_what_is_no_hour_is_refused_with_its_reason(tekst: str, reden: str) -> None:
    with pytest.raises(MomentOnduidelijk) as fout:
        lees_tijd(tekst, leeswoorden())
    assert fout.value.reden == reden


@pytest.mark.parametrize(
    ("begin", "uur", "duur"),
    [
        ("2027-02-10T20:00", "22:00", timedelta(hours=2)),
        ("2027-02-10T20:00", "00:30", timedelta(hours=4, minutes=30)),  # after midnight
        ("2027-02-10T20:00", "08:00", timedelta(hours=12)),
        ("2027-10-30T22:00", "04:00", timedelta(hours=7)),  # the night has an hour more
        ("2027-02-10T20:00", "20:00", None),
        ("2027-02-10T20:00", "19:00", None),
    ],
)
def test_a_meeting_ends_at_the_next_such_hour_within_half_a_day(begin: str, uur: str, duur: timedelta | None) -> None:
    moment = datetime.fromisoformat(begin).replace(tzinfo=ZONE).astimezone(UTC)
    if duur is None:
        with pytest.raises(MomentOnduidelijk, match="te_lang"):
            eind_van(moment, time.fromisoformat(uur), ZONE)
    else:
        assert eind_van(moment, time.fromisoformat(uur), ZONE) - moment == duur
