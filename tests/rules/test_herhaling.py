"""Rhythms as people write them, and the moments that they come to, across both clock changes."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from berichten.leeswoorden import leeswoorden
from bot.rules.herhaling import Herhaling, laatste_dag, lees_herhaling
from bot.rules.momenten import MomentOnduidelijk

ZONE = ZoneInfo("Europe/Amsterdam")
NU = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)  # Monday, ten in the morning


def keren(tekst: str, hoeveel: int, now: datetime = NU) -> list[str]:
    """Return the first so many times of a rhythm as they stand on the wall."""
    herhaling, op, gevonden = lees_herhaling(tekst, now, ZONE, leeswoorden()), now, list[str]()
    while len(gevonden) < hoeveel and (volgende := herhaling.na(op, ZONE)):
        op = volgende
        gevonden.append(op.astimezone(ZONE).strftime("%Y-%m-%d %H:%M"))
    return gevonden


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("elke dinsdag 20:00", ["2027-02-02 20:00", "2027-02-09 20:00"]),
        ("Elke week op dinsdag, om 20.00 uur", ["2027-02-02 20:00", "2027-02-09 20:00"]),
        ("every Tuesday at 20:00", ["2027-02-02 20:00", "2027-02-09 20:00"]),
        ("elke maandag 19:00", ["2027-02-01 19:00", "2027-02-08 19:00"]),  # later today
        ("elke maandag 9:00", ["2027-02-08 09:00", "2027-02-15 09:00"]),  # today's is past
        ("elke 2 weken op maandag 19:00", ["2027-02-01 19:00", "2027-02-15 19:00"]),
        ("elke twee weken op zondag 19:00", ["2027-02-07 19:00", "2027-02-21 19:00"]),
        ("om de week op woensdag 20u", ["2027-02-03 20:00", "2027-02-17 20:00"]),
        ("every 3 weeks on Friday 16:00", ["2027-02-05 16:00", "2027-02-26 16:00"]),
        ("every other week on Monday 19:00", ["2027-02-01 19:00", "2027-02-15 19:00"]),
        ("elke eerste dinsdag 19:30", ["2027-02-02 19:30", "2027-03-02 19:30", "2027-04-06 19:30"]),
        ("elke 1e maandag van de maand 9:00", ["2027-03-01 09:00", "2027-04-05 09:00"]),
        ("every second Thursday of the month 20:00", ["2027-02-11 20:00", "2027-03-11 20:00"]),
        ("elke maand op de derde vrijdag 10:00", ["2027-02-19 10:00", "2027-03-19 10:00"]),
        ("elke laatste vrijdag 16:00", ["2027-02-26 16:00", "2027-03-26 16:00", "2027-04-30 16:00"]),
        ("every last Friday 16:00", ["2027-02-26 16:00", "2027-03-26 16:00"]),
        ("elke maand op de 15e 10:00", ["2027-02-15 10:00", "2027-03-15 10:00"]),
        ("every month on the 1st 10:30", ["2027-02-01 10:30", "2027-03-01 10:30"]),
        ("elke maand op de 1e 9:30", ["2027-03-01 09:30", "2027-04-01 09:30"]),  # today's is past
        ("elke maand op de 30e 10:00", ["2027-02-28 10:00", "2027-03-30 10:00"]),
        ("elke 31e van de maand 10:00", ["2027-02-28 10:00", "2027-03-31 10:00", "2027-04-30 10:00"]),
        ("12 maart 19:30", ["2027-03-12 19:30"]),
        ("12 March at 19:30", ["2027-03-12 19:30"]),
        ("morgen 20:00", ["2027-02-02 20:00"]),
    ],
)
def test_what_people_type_is_understood(tekst: str, verwacht: list[str]) -> None:
    gevonden = keren(tekst, max(2, len(verwacht)))
    assert gevonden == verwacht


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("dagelijks 10:00", "te_vaak"),
        ("elke dag om 10:00", "te_vaak"),
        ("every day 10:00", "te_vaak"),
        ("elk uur", "onbekend"),
        ("elke avond", "te_vaak"),
        ("elke vijfde dinsdag 10:00", "herhaling"),
        ("elke maand 10:00", "herhaling"),
        ("elke dinsdag", "herhaling"),
        ("elke dinsdag en donderdag 10:00", "herhaling"),
        ("maandelijks 10:00", "herhaling"),
        ("elke dinsdag 25:00", "bestaat_niet"),
        ("elke 32e 10:00", "bestaat_niet"),
        ("elke maand op de 0e 10:00", "bestaat_niet"),
        ("gisteren 10:00", "voorbij"),
        ("1-2-2027 9:00", "voorbij"),
        ("", "onbekend"),
    ],
)
def test_what_is_no_rhythm_of_a_week_or_more_is_refused_with_its_reason(tekst: str, reden: str) -> None:
    with pytest.raises(MomentOnduidelijk) as fout:
        lees_herhaling(tekst, NU, ZONE, leeswoorden())
    assert fout.value.reden == reden


def test_in_the_october_night_half_past_two_is_once() -> None:
    nacht = datetime(2027, 10, 30, 12, 0, tzinfo=UTC)
    herhaling = lees_herhaling("elke zondag 02:30", nacht, ZONE, leeswoorden())
    eerste = herhaling.na(nacht, ZONE)
    assert eerste == datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "the first of the two"
    volgende = datetime(2027, 11, 7, 1, 30, tzinfo=UTC)
    for minuten in range(0, 180, 5):  # whenever one asks in that night, also between the two
        assert herhaling.na(eerste + timedelta(minutes=minuten), ZONE) == volgende


def test_in_march_half_past_two_does_not_exist_and_is_once_at_half_past_three() -> None:
    nacht = datetime(2027, 3, 27, 12, 0, tzinfo=UTC)
    herhaling = lees_herhaling("elke zondag 02:30", nacht, ZONE, leeswoorden())
    eerste = herhaling.na(nacht, ZONE)
    assert eerste == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert eerste.astimezone(ZONE).strftime("%H:%M") == "03:30"
    for minuten in range(0, 180, 5):
        assert herhaling.na(eerste + timedelta(minutes=minuten), ZONE) == datetime(2027, 4, 4, 0, 30, tzinfo=UTC)


def test_half_past_seven_stays_half_past_seven_over_both_clock_changes() -> None:
    assert {keer[-5:] for keer in keren("elke dinsdag 19:30", 104)} == {"19:30"}


RITMES = st.sampled_from(
    ["elke {dag} {uur}", "elke 2 weken op {dag} {uur}", "elke laatste {dag} {uur}", "elke maand op de 31e {uur}"]
)


@given(
    ritme=RITMES,
    dag=st.sampled_from(["maandag", "zaterdag", "zondag"]),
    uur=st.times().map(lambda u: f"{u:%H:%M}"),
    nu=st.datetimes(datetime(2027, 1, 1), datetime(2029, 1, 1)).map(lambda d: d.replace(tzinfo=UTC)),  # noqa: DTZ001
)
def test_times_of_a_rhythm_follow_each_other_and_never_come_twice(ritme: str, dag: str, uur: str, nu: datetime) -> None:
    herhaling = lees_herhaling(ritme.format(dag=dag, uur=uur), nu, ZONE, leeswoorden())
    assert Herhaling.uit_json(herhaling.als_json()) == herhaling
    op, gevonden = nu, list[datetime]()
    for _ in range(12):
        volgende = herhaling.na(op, ZONE)
        assert volgende is not None
        op = volgende
        gevonden.append(op)
    assert gevonden[0] > nu
    assert all(timedelta(days=6) < later - eerder < timedelta(days=36) for eerder, later in pairwise(gevonden))
    verder = herhaling.na(gevonden[4] - timedelta(seconds=1), ZONE)
    assert verder == gevonden[4], "whoever slept finds the same times"


@given(st.text(max_size=40) | st.from_regex(r"(elke|every) [a-z0-9 ]{1,20} \d{1,2}:\d{2}", fullmatch=True))
def test_any_text_is_a_rhythm_or_a_reason(tekst: str) -> None:
    try:
        gelezen: datetime | str | None = lees_herhaling(tekst, NU, ZONE, leeswoorden()).na(NU, ZONE)
    except MomentOnduidelijk as fout:
        gelezen = fout.reden
    redenen = {"onbekend", "bestaat_niet", "weekdag", "voorbij", "te_ver", "herhaling", "te_vaak", "geen_tijd"}
    assert gelezen in redenen or (isinstance(gelezen, datetime) and gelezen > NU)


def test_a_rhythm_ends_on_its_last_day() -> None:
    herhaling = laatste_dag(lees_herhaling("elke dinsdag 23:30", NU, ZONE, leeswoorden()), date(2027, 2, 16))
    op, aantal = NU, 0
    while volgende := herhaling.na(op, ZONE):
        op, aantal = volgende, aantal + 1
    assert (op.astimezone(ZONE).date(), aantal) == (date(2027, 2, 16), 3)
    with pytest.raises(MomentOnduidelijk, match="voor_eerste"):
        laatste_dag(herhaling, date(2027, 2, 1))


def test_the_rule_is_one_of_rfc_5545() -> None:
    met_einde = laatste_dag(lees_herhaling("elke eerste dinsdag 19:30", NU, ZONE, leeswoorden()), date(2027, 7, 1))
    assert met_einde.regel == "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270701T235959"
