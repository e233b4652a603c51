"""A meeting for one's own calendar, read back by a reader of the standard, and its bytes as the standard wants them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from bot.exports import maak

BEGIN = datetime(2027, 3, 28, 18, 0, tzinfo=UTC)
VAST: dict[str, Any] = {
    "id": "A" * 22,
    "titel": "Koken",
    "begin": BEGIN.isoformat(),
    "eind": None,
    "plaats": "Buurthuis",
    "omschrijving": "Workshop",
    "kaart": None,
    "versie": 0,
    "afgelast": False,
    "stempel": "2027-03-01T12:00:00+00:00",
}


def lees(**velden: Any) -> tuple[Calendar, Event]:
    kalender = Calendar.from_ical(maak("ics", {**VAST, **velden}))
    assert isinstance(kalender, Calendar)
    (gebeurtenis,) = kalender.events
    return kalender, gebeurtenis


def test_a_meeting_comes_back_as_it_went_in() -> None:
    kalender, een = lees(eind=(BEGIN + timedelta(hours=3)).isoformat(), kaart=[52090740, 5121420])
    assert (kalender["method"], kalender["version"]) == ("PUBLISH", "2.0")
    assert (een["uid"], een["summary"], een["location"]) == (f"{'A' * 22}@gehoord", "Koken", "Buurthuis")
    assert (een.decoded("dtstart"), een.decoded("dtend")) == (BEGIN, BEGIN + timedelta(hours=3))
    assert (een["status"], een["sequence"]) == ("CONFIRMED", 0)
    assert een["geo"].to_ical() == "52.09074;5.12142"


def test_without_an_end_it_takes_two_hours() -> None:
    assert lees()[1].decoded("dtend") == BEGIN + timedelta(hours=2)


def test_a_change_keeps_the_id_and_raises_the_sequence_and_a_cancellation_says_so() -> None:
    (_, eerst), (_, later), (kalender, weg) = lees(), lees(versie=3, titel="Anders"), lees(versie=4, afgelast=True)
    assert eerst["uid"] == later["uid"] == weg["uid"]
    assert [een["sequence"] for een in (eerst, later, weg)] == [0, 3, 4]
    assert (kalender["method"], weg["status"]) == ("CANCEL", "CANCELLED")


@pytest.mark.parametrize(
    "titel",
    [
        "Eten, drinken; en \\ meer",
        "Regel een\nBEGIN:VEVENT",
        "é" * 100,
        "🔥 warm " * 12,
        'SUMMARY:"x"',
    ],
)
def test_whatever_people_type_stays_within_its_line(titel: str) -> None:
    inhoud = maak("ics", {**VAST, "titel": titel})
    kalender, een = lees(titel=titel)
    assert een["summary"] == titel
    assert len(kalender.subcomponents) == 1
    regels = inhoud.split(b"\r\n")
    assert regels[-1] == b""
    assert not any(b"\n" in regel or b"\r" in regel for regel in regels)
    assert max(len(regel) for regel in regels) <= 75, "in octets"
    for regel in regels:
        regel.decode()  # no character is cut in two
    assert b"DTSTART:20270328T180000Z" in regels
