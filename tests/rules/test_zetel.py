"""How many seats there are, and who can be a candidate for one."""

from collections.abc import Collection

import pytest

from bot.rules.geleding import BEDRIJVEN, BURGERS, GELEDINGEN, KENNIS
from bot.rules.zetel import CAMPAGNETEAM, GELEDING, PRESIDIUM, VOORZITTER, bezwaar, plekken


def test_each_geleding_has_as_many_seats_and_one_in_each_body_with_a_voorzitter_in_the_presidium() -> None:
    assert list(plekken(GELEDING, 2)) == [(van, nummer) for van in GELEDINGEN for nummer in (1, 2)]
    assert [van for van, _ in plekken(CAMPAGNETEAM)] == list(GELEDINGEN)
    assert [van for van, _ in plekken(PRESIDIUM, 3)] == [*GELEDINGEN, VOORZITTER]


@pytest.mark.parametrize(
    ("orgaan", "van", "geleding", "zit", "nee"),
    [
        (GELEDING, BURGERS, BURGERS, [], None),
        (GELEDING, BURGERS, None, [], "andere_geleding"),
        (GELEDING, BEDRIJVEN, BURGERS, [], "andere_geleding"),
        (PRESIDIUM, BURGERS, BURGERS, [(GELEDING, BURGERS)], None),
        (GELEDING, BURGERS, BURGERS, [(GELEDING, BURGERS)], "al_zetel"),
        (PRESIDIUM, BURGERS, BURGERS, [(PRESIDIUM, VOORZITTER)], "al_zetel"),
        (CAMPAGNETEAM, BURGERS, BURGERS, [(PRESIDIUM, VOORZITTER)], "al_zetel"),
        (PRESIDIUM, VOORZITTER, KENNIS, [], None),
        (PRESIDIUM, VOORZITTER, None, [], None),
        (PRESIDIUM, VOORZITTER, BURGERS, [(CAMPAGNETEAM, BURGERS)], "niet_onafhankelijk"),
    ],
)
def test_a_candidate_is_of_the_geleding_has_no_seat_there_yet_and_the_voorzitter_none_at_all(
    orgaan: str, van: str, geleding: str | None, zit: Collection[tuple[str, str]], nee: str | None
) -> None:
    assert bezwaar(orgaan, van, geleding, zit) == nee
