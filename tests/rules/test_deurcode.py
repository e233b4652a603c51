"""The codes of a door: what they look like, until when they are good, and what tells one from another."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.deurcode import (
    CODE_NIEUW,
    DEUR_DICHT,
    DEUR_OPEN,
    NA_EIND,
    QR_NIEUW,
    Oordeel,
    eigen_token,
    lees_code,
    sluit_vanzelf,
    staat,
    toont,
    weeg_code,
    weeg_eigen,
    weeg_qr,
)

GEHEIM, ANDER = bytes(range(32)), bytes(range(1, 33))
ID, ANDER_ID = "a" * 22, "b" * 22
VENSTER = datetime(2027, 2, 1, 19, 0, tzinfo=UTC)
"""Here both a QR and a typed code begin."""
MS = timedelta(milliseconds=1)
MOMENTEN = st.integers(0, 70 * 365 * 86_400_000).map(lambda ms: datetime(2020, 1, 1, tzinfo=UTC) + ms * MS)


def s(seconden: float) -> timedelta:
    return timedelta(seconds=seconden)


@pytest.mark.parametrize(
    ("na", "goed"),
    [
        (s(-5.1), False),
        (s(-5), True),  # our clock runs five seconds ahead of the chat network's
        (s(-3), True),
        (s(0), True),
        (s(29.9), True),
        (s(30), True),
        (s(59.9), True),
        (s(60), False),
        (s(90), False),
        (timedelta(days=1), False),
    ],
)
def test_a_qr_is_good_for_sixty_seconds(na: timedelta, goed: bool) -> None:
    token = toont(GEHEIM, ID, VENSTER).token
    assert weeg_qr(GEHEIM, token, VENSTER + na) is goed


@pytest.mark.parametrize(
    ("na", "oordeel"),
    [
        (s(-5.1), "fout"),
        (s(-5), "goed"),
        (s(0), "goed"),
        (s(299.9), "goed"),
        (s(300), "goed"),
        (s(599.9), "goed"),
        (s(600), "verlopen"),
        (s(603), "verlopen"),
        (s(1799.9), "verlopen"),
        (s(1800), "fout"),
    ],
)
def test_a_typed_code_is_good_for_ten_minutes_and_then_told_apart_for_twenty(na: timedelta, oordeel: Oordeel) -> None:
    code = toont(GEHEIM, ID, VENSTER).code
    assert weeg_code(GEHEIM, ID, code, VENSTER + na) == oordeel


@given(MOMENTEN)
def test_what_stands_there_is_good_at_that_moment_and_for_half_its_life_after_it_was_replaced(nu: datetime) -> None:
    wat = toont(GEHEIM, ID, nu)
    assert nu < wat.tot <= nu + QR_NIEUW
    assert weeg_qr(GEHEIM, wat.token, nu)
    assert weeg_qr(GEHEIM, wat.token, wat.tot + QR_NIEUW - MS)
    assert not weeg_qr(GEHEIM, wat.token, wat.tot + QR_NIEUW)
    assert weeg_code(GEHEIM, ID, wat.code, nu + CODE_NIEUW) == "goed"
    assert weeg_code(GEHEIM, ID, wat.code, nu + 2 * CODE_NIEUW) == "verlopen"


@given(MOMENTEN)
def test_a_qr_stands_for_thirty_seconds_and_digits_for_five_minutes(nu: datetime) -> None:
    eerste = toont(GEHEIM, ID, nu)
    assert toont(GEHEIM, ID, eerste.tot - MS).token == eerste.token
    assert toont(GEHEIM, ID, eerste.tot).token != eerste.token
    assert len({toont(GEHEIM, ID, nu + n * CODE_NIEUW).code for n in range(6)}) > 1


@given(MOMENTEN)
def test_a_link_can_hold_it_and_a_thumb_can_type_it(nu: datetime) -> None:
    wat = toont(GEHEIM, ID, nu)
    assert re.fullmatch(r"[A-Za-z0-9_-]{38}", wat.token)
    assert len(f"deur-{wat.token}") <= 64
    assert re.fullmatch("[0-9]{6}", wat.code)


@given(MOMENTEN)
def test_the_door_next_to_it_has_other_codes(nu: datetime) -> None:
    token = toont(GEHEIM, ID, nu).token
    assert not weeg_qr(ANDER, token, nu)
    assert not weeg_qr(GEHEIM, ANDER_ID + token[22:], nu)
    assert toont(GEHEIM, ANDER_ID, nu).token != toont(ANDER, ANDER_ID, nu).token


def test_the_same_secret_of_two_meetings_gives_other_digits() -> None:
    assert toont(GEHEIM, ID, VENSTER).code != toont(GEHEIM, ANDER_ID, VENSTER).code


@given(MOMENTEN, st.text(max_size=64))
def test_anything_else_is_wrong_and_never_an_error(nu: datetime, getypt: str) -> None:
    assert not weeg_qr(GEHEIM, getypt, nu)
    assert weeg_code(GEHEIM, ID, getypt + "x", nu) == "fout"
    assert weeg_eigen(GEHEIM, getypt, nu.date()) is None


@pytest.mark.parametrize(
    ("getypt", "code"),
    [
        ("\u2068412907\u2069", "412907"),
        ("123456", "123456"),
        ("123 456", "123456"),
        (" 12-34-56 ", "123456"),
        ("123\u2013456", "123456"),
        ("123.456", "123456"),
        ("o1O2o3", "010203"),
        ("12345", "12345"),
        ("1234567", "1234567"),
        ("1234", None),
        ("12345678", None),
        ("123456a", None),
        ("", None),
        ("\u0661\u0662\u0663\u0664\u0665\u0666", "123456"),  # on an Arabic keyboard
    ],
)
def test_digits_may_be_typed_as_people_type_them(getypt: str, code: str | None) -> None:
    assert lees_code(getypt) == code


BEGIN = datetime(2027, 2, 1, 19, 30, tzinfo=UTC)
EIND = BEGIN + timedelta(hours=2)
LATER = BEGIN + timedelta(minutes=40)


@pytest.mark.parametrize(
    ("eind", "dicht_op", "moment", "hoe"),
    [
        (None, None, BEGIN - DEUR_OPEN - MS, "nog_dicht"),
        (None, None, BEGIN - DEUR_OPEN, "open"),
        (None, None, BEGIN + DEUR_DICHT, "open"),
        (None, None, BEGIN + DEUR_DICHT + MS, "gesloten"),
        (EIND, None, EIND + NA_EIND, "open"),
        (EIND, None, EIND + NA_EIND + MS, "gesloten"),
        (BEGIN + timedelta(hours=9), None, BEGIN + timedelta(hours=8), "open"),
        (None, LATER, LATER - MS, "open"),
        (None, LATER, LATER, "gesloten"),
        (None, BEGIN - timedelta(days=1), BEGIN - timedelta(hours=20), "gesloten"),
    ],
)
def test_a_door_is_open_from_an_hour_before_until_someone_closes_it_or_it_is_late(
    eind: datetime | None, dicht_op: datetime | None, moment: datetime, hoe: str
) -> None:
    assert staat(BEGIN, eind, dicht_op, moment) == hoe


def test_a_meeting_at_the_end_of_the_calendar_has_a_door_too() -> None:
    begin = datetime(9999, 12, 31, 22, 59, tzinfo=UTC)  # the last that the form takes
    assert staat(begin, None, None, begin) == "open"
    assert staat(begin, None, None, VENSTER) == "nog_dicht"
    assert sluit_vanzelf(begin, begin) > begin


DAG = date(2027, 2, 1)


@pytest.mark.parametrize(("dagen", "goed"), [(-1, False), (0, True), (1, True), (2, False), (7, False)])
def test_an_own_code_works_on_its_day_and_the_next(dagen: int, goed: bool) -> None:
    token = eigen_token(GEHEIM, ID, DAG)
    assert weeg_eigen(GEHEIM, token, DAG + timedelta(days=dagen)) == (ID if goed else None)


def test_an_own_code_of_someone_else_cannot_be_made_from_ones_own() -> None:
    token = eigen_token(GEHEIM, ID, DAG)
    assert weeg_eigen(GEHEIM, ANDER_ID + token[22:], DAG) is None
    assert weeg_eigen(ANDER, token, DAG) is None
    assert re.fullmatch(r"[A-Za-z0-9_-]{38}", token)
