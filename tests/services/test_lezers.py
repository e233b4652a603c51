"""What people type for a day: with its year, or today and yesterday by name, in the wijk's own time."""

from datetime import UTC, datetime

import pytest

from bot.errors import Geweigerd
from bot.services import lezers
from tests.builders import handeling

KORT_NA_MIDDERNACHT = datetime(2027, 6, 30, 22, 30, tzinfo=UTC)
"""In Amsterdam it is 1 July."""


@pytest.mark.parametrize(
    ("getypt", "dag"),
    [
        ("vandaag", "2027-07-01"),
        (" Gisteren", "2027-06-30"),
        ("today", "2027-07-01"),
        ("12 maart 2027", "2027-03-12"),
    ],
)
def test_a_day_is_read_with_its_year_or_by_its_name(getypt: str, dag: str) -> None:
    assert lezers.datum(getypt, handeling(1, now=KORT_NA_MIDDERNACHT)) == dag


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(Geweigerd):
        lezers.datum("ooit", handeling(1, now=KORT_NA_MIDDERNACHT))
