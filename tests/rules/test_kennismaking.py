"""Which question comes next, and at what hour."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.kennismaking import KEUZES, NA_MEEDOEN, TUSSENPOOS, is_overdag, moment_na, volgende

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("gehad", "niet", "vraag"),
    [
        ((), (), "naam"),
        (("naam",), (), "eigendom"),
        (("naam",), ("eigendom",), "werkgroepen"),
        (("hulp", "naam"), ("eigendom", "werkgroepen"), "talent"),
        (tuple(KEUZES), (), None),
        (("naam",), tuple(KEUZES), None),
    ],
)
def test_the_next_question_was_not_put_before_and_makes_sense(
    gehad: tuple[str, ...], niet: tuple[str, ...], vraag: str | None
) -> None:
    assert volgende(gehad, niet) == vraag


def test_every_choice_has_a_name_of_its_own_and_fits_a_button() -> None:
    keuzes = [keuze for per_vraag in KEUZES.values() for keuze in per_vraag if per_vraag != ("ja", "nee")]
    assert len(set(keuzes)) == len(keuzes)
    assert all(len(f"kn_kies:{vraag}:{keuze}") <= 64 for vraag, ks in KEUZES.items() for keuze in ks)


@pytest.mark.parametrize(
    ("uur", "mag"), [("08:59", False), ("09:00", True), ("19:59", True), ("20:00", False), ("03:00", False)]
)
def test_nobody_is_asked_anything_early_or_late(uur: str, mag: bool) -> None:
    for dag in ("2027-01-15", "2027-07-15"):  # winter time and summer time
        assert is_overdag(datetime.fromisoformat(f"{dag}T{uur}").replace(tzinfo=AMSTERDAM), AMSTERDAM) is mag


momenten = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(momenten, st.sampled_from([timedelta(0), NA_MEEDOEN, TUSSENPOOS]))
def test_a_moment_to_ask_is_in_the_daytime_late_enough_and_within_a_day_of_that(now: datetime, duur: timedelta) -> None:
    moment = moment_na(now, duur, AMSTERDAM)
    assert is_overdag(moment, AMSTERDAM)
    assert now + duur <= moment <= now + duur + timedelta(hours=25)
