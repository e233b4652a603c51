"""Who may have a place that came free, and how long they may think about it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.wachtlijst import Partij, aan_de_beurt, antwoord_tot

ZONE = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("vrij", "personen", "wie"),
    [
        (0, [1, 1], []),
        (-2, [1], []),
        (1, [1, 1], [1]),
        (2, [1, 1, 1], [1, 2]),
        (1, [3, 1], [2]),  # who does not fit lets the next go
        (3, [3, 1], [1]),
        (4, [3, 2, 1], [1, 3]),
        (2, [], []),
        (None, [4, 1, 4], [1, 2, 3]),
    ],
)
def test_the_longest_waiting_who_fits_is_next(vrij: int | None, personen: list[int], wie: list[int]) -> None:
    wachtend = [Partij(bewoner=100 + n, volgnummer=n, personen=p) for n, p in enumerate(personen, start=1)]
    assert [p.volgnummer for p in aan_de_beurt(vrij, reversed(wachtend))] == wie


partijen = st.lists(st.integers(1, 4), max_size=12).map(
    lambda groottes: [Partij(n, n, grootte) for n, grootte in enumerate(groottes)]
)


@given(st.integers(-3, 20), partijen)
def test_no_more_than_what_is_free_and_nobody_who_fits_is_passed_over(vrij: int, wachtend: list[Partij]) -> None:
    gekozen = aan_de_beurt(vrij, wachtend)
    assert sum(p.personen for p in gekozen) <= max(vrij, 0)
    over = vrij
    for partij in wachtend:  # in order: each one skipped did not fit in what was left at their turn
        if partij in gekozen:
            over -= partij.personen
        else:
            assert partij.personen > over


@pytest.mark.parametrize(
    ("nu", "begin", "tot"),
    [
        ("2027-02-01 10:00", "2027-02-10 20:00", "2027-02-02 10:00"),  # a day
        ("2027-02-01 20:00", "2027-02-04 20:00", "2027-02-02 20:00"),
        ("2027-02-01 20:01", "2027-02-04 20:00", "2027-02-02 09:00"),  # six hours end in the night: at nine
        ("2027-02-01 10:00", "2027-02-03 20:00", "2027-02-01 16:00"),
        ("2027-02-01 23:00", "2027-02-10 20:00", "2027-02-03 09:00"),  # a day later is late in the evening
        ("2027-02-01 03:00", "2027-02-10 20:00", "2027-02-02 09:00"),
        ("2027-02-01 09:00", "2027-02-01 20:00", "2027-02-01 11:00"),
        ("2027-02-01 14:00", "2027-02-01 20:00", "2027-02-01 16:00"),
        ("2027-02-01 14:01", "2027-02-01 20:00", None),  # within six hours nobody is asked: they are in
        ("2027-02-01 23:00", "2027-02-02 09:30", None),  # nine in the morning is too near to it
        ("2027-02-01 23:00", "2027-02-02 10:00", "2027-02-02 09:00"),
        ("2027-03-27 22:30", "2027-04-10 20:00", "2027-03-29 09:00"),  # the night the clock springs on
        ("2027-10-30 22:30", "2027-11-10 20:00", "2027-10-31 21:30"),  # 24 hours, one of which is twice there
        ("2027-02-02 20:00", "2027-02-01 20:00", None),
    ],
)
def test_how_long_a_place_is_held(nu: str, begin: str, tot: str | None) -> None:
    gekregen = antwoord_tot(_lokaal(nu), _lokaal(begin), ZONE)
    assert (gekregen and f"{gekregen.astimezone(ZONE):%Y-%m-%d %H:%M}") == tot


@given(
    st.datetimes(datetime(2027, 1, 1), datetime(2028, 1, 1)).map(lambda d: d.replace(tzinfo=UTC)),  # noqa: DTZ001
    st.timedeltas(timedelta(hours=-5), timedelta(days=30)),
)
def test_a_held_place_never_ends_at_night_nor_after_the_meeting_and_always_gives_two_hours(
    nu: datetime, rest: timedelta
) -> None:
    tot = antwoord_tot(nu, nu + rest, ZONE)
    if tot is None:
        return
    assert nu + timedelta(hours=2) <= tot <= nu + rest - timedelta(hours=1)
    assert 9 <= tot.astimezone(ZONE).hour < 22


def _lokaal(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=ZONE).astimezone(UTC)
