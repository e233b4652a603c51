"""When a resident's plan is, and when the invitation comes: half a year before, across year end and clock change."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules.natuurlijkmoment import WANNEER, Periode, kans_op, nu, periode, uitnodigen_op

ZONE = ZoneInfo("Europe/Amsterdam")
VANDAAG = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("wanneer", "van", "tot", "uitnodiging"),
    [
        ("dit_jaar", date(2027, 2, 1), date(2027, 12, 31), datetime(2027, 2, 2, 9, tzinfo=UTC)),
        ("volgend_jaar", date(2028, 1, 1), date(2028, 12, 31), datetime(2027, 7, 3, 8, tzinfo=UTC)),
        ("later", date(2029, 1, 1), date(2032, 12, 31), datetime(2028, 7, 3, 8, tzinfo=UTC)),
    ],
)
def test_the_invitation_comes_half_a_year_before_the_period_at_ten_local(
    wanneer: str, van: date, tot: date, uitnodiging: datetime
) -> None:
    deze = periode(wanneer, VANDAAG)
    assert (deze, uitnodigen_op(deze, VANDAAG, ZONE)) == ((van, tot), uitnodiging)


def test_what_is_noted_on_the_last_day_of_the_year_still_gets_its_invitation() -> None:
    laatste = date(2027, 12, 31)
    assert periode("dit_jaar", laatste) == (laatste, laatste)
    assert uitnodigen_op(periode("volgend_jaar", laatste), laatste, ZONE) == datetime(2028, 1, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("jaar", "is_nu"), [(2027, "later"), (2028, "volgend_jaar"), (2029, "dit_jaar"), (2031, "dit_jaar")]
)
def test_a_plan_comes_nearer_as_the_years_go_by(jaar: int, is_nu: str) -> None:
    assert nu(Periode(date(2029, 1, 1), date(2032, 12, 31)), date(jaar, 6, 1)) == is_nu
    assert is_nu in WANNEER


@pytest.mark.parametrize(
    ("van", "now", "op"),
    [
        (date(2027, 4, 1), datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 2, 18, 9, tzinfo=UTC)),
        (date(2027, 5, 15), datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 4, 3, 8, tzinfo=UTC)),
        (date(2027, 4, 1), datetime(2027, 3, 1, 8, tzinfo=UTC), datetime(2027, 3, 1, 8, tzinfo=UTC)),
    ],
)
def test_works_are_told_six_weeks_ahead_or_at_once(van: date, now: datetime, op: datetime) -> None:
    assert kans_op(van, now, ZONE) == op
