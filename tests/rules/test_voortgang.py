"""What may be shown of how a broadcast fares: rounded where a number could tell about one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.selectie import Eis, Selectie
from bot.rules.voortgang import Getal, blokken, getal, is_ruw, seconden_over


@pytest.mark.parametrize(
    ("aantal", "ruw", "verwacht"),
    [
        (0, True, (0, "precies")),
        (1, True, (5, "minder")),
        (4, True, (5, "minder")),
        (5, True, (5, "ongeveer")),
        (14, True, (10, "ongeveer")),
        (1, False, (1, "precies")),
        (412, False, (412, "precies")),
        (-2, False, (0, "precies")),
    ],
)
def test_a_number_of_a_chosen_audience_is_rounded(aantal: int, ruw: bool, verwacht: Getal) -> None:
    assert getal(aantal, ruw=ruw) == verwacht


@given(st.integers(5, 500), st.integers(1, 4), st.integers(1, 4))
def test_how_many_could_not_be_reached_does_not_follow_from_the_other_numbers(
    bezorgd: int, mislukt: int, anders: int
) -> None:
    """Whatever is shown of 1 to 4 people fits with any other of 1 to 4, unless the rest changes by it."""
    assert getal(mislukt, ruw=True) == getal(anders, ruw=True)
    geheel, ander_geheel = (getal(bezorgd + n, ruw=True)[0] for n in (mislukt, anders))
    assert abs(geheel - ander_geheel) in {0, 5}


@pytest.mark.parametrize(
    ("selectie", "ruw"),
    [
        (Selectie(WIJK), False),
        (Selectie(WIJK, (Eis("niet_gehoord"),)), True),
        (Selectie(Doelgroep("straat", "Lindelaan")), True),
    ],
)
def test_only_of_the_whole_wijk_numbers_are_exact(selectie: Selectie, ruw: bool) -> None:
    assert is_ruw(selectie) is ruw


@pytest.mark.parametrize(
    ("klaar", "geheel", "vol"), [(0, 10, 0), (1, 412, 0), (42, 412, 1), (411, 412, 9), (412, 412, 10), (0, 0, 10)]
)
def test_the_bar_is_full_only_at_the_end(klaar: int, geheel: int, vol: int) -> None:
    assert blokken(klaar, geheel) == vol


@pytest.mark.parametrize(
    ("nog", "gegaan", "in_seconden", "over"),
    [(280, 0, 0.0, 10), (280, 0, 5.0, 10), (280, 140, 10.0, 20), (0, 5, 1.0, 0), (10, 1, 30.0, 300)],
)
def test_the_time_left_follows_the_speed_that_was_measured(
    nog: int, gegaan: int, in_seconden: float, over: int
) -> None:
    assert seconden_over(nog, gegaan, in_seconden, 28) == over
