"""When heads in a room and the list differ so much that someone must look: more than 5% of the heads, exactly."""

import pytest

from bot.rules.hoofden import vraagt_een_blik


@pytest.mark.parametrize(
    ("hoofden", "op_lijst", "kijk"),
    [
        (100, 100, False),
        (100, 95, False),  # exactly 5%
        (100, 94, True),
        (100, 105, False),
        (100, 106, True),
        (20, 19, False),
        (19, 18, True),
        (60, 57, False),
        (59, 56, True),
        (1, 1, False),
        (1, 0, True),
        (1, 2, True),
        (2000, 1900, False),
        (2000, 1899, True),
    ],
)
def test_more_than_a_twentieth_of_the_heads_asks_for_a_look(hoofden: int, op_lijst: int, kijk: bool) -> None:
    assert vraagt_een_blik(hoofden, op_lijst) is kijk
