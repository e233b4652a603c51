"""How fast messages go: evenly overall, in bursts per chat, a number per minute in a group, and not while paused."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.pacing import LANGSTE_PAUZE_SECONDEN, NIETS, Grenzen, Spoor, Verkeer, erbij, verklaart, vrij_op

GRENZEN = Grenzen()
GROEP = -100
LANG_GELEDEN = tuple(-1000.0 + n for n in range(18))


@pytest.mark.parametrize(
    ("spoor", "vanaf"),
    [
        (NIETS, -math.inf),
        (Spoor(vol_op=1), -1),  # one just went: two more may go at once
        (Spoor(vol_op=2), 0),
        (Spoor(vol_op=3), 1),  # a whole burst just went
        (Spoor(vol_op=3, pauze_tot=3600), 3600),
        (Spoor(vol_op=3, pauze_tot=0.5), 1),
        (Spoor(minuut=(0.0,) * 17), -math.inf),
        (Spoor(minuut=(5.0, *(30.0,) * 17)), 65),
        (Spoor(minuut=LANG_GELEDEN), -940),
    ],
)
def test_a_chat_is_free_when_its_burst_its_minute_and_its_pause_allow(spoor: Spoor, vanaf: float) -> None:
    assert vrij_op(spoor, GRENZEN) == vanaf


@pytest.mark.parametrize(
    ("spoor", "now", "verklaard"),
    [
        (NIETS, 0.0, False),
        (Spoor(vol_op=1), 0.08, False),  # only the message that was refused
        (Spoor(vol_op=2), 0.08, True),  # and another just before it
        (Spoor(vol_op=2), 1.5, False),
        (Spoor(vol_op=1, minuut=(0.0,) * 9), 0.1, False),
        (Spoor(vol_op=1, minuut=(0.0,) * 10), 0.1, True),
        (Spoor(vol_op=1, minuut=(0.0,) * 10), 61, False),
    ],
)
def test_what_went_to_a_chat_explains_a_refusal_or_not(spoor: Spoor, now: float, verklaard: bool) -> None:
    assert verklaart(spoor, GRENZEN, now) is verklaard


@pytest.mark.parametrize(
    ("per_seconde", "verwacht"),
    [
        (1, Grenzen(1)),
        (28, Grenzen(28)),
        (30, Grenzen(30)),
        (280, Grenzen(280, 10, 30, 180)),
    ],
)
def test_a_rate_beyond_what_telegram_bears_means_that_other_limits_hold(per_seconde: int, verwacht: Grenzen) -> None:
    assert Grenzen.bij(per_seconde) == verwacht


def volgens(verkeer: Verkeer, chats: list[int], traag: list[float]) -> list[tuple[float, int]]:
    """Send to these chats in order, each as soon as it may and a little later; return what went when."""
    now, gegaan = 0.0, []
    for chat, te_laat in zip(chats, traag, strict=True):
        now = max(now, verkeer.alles_vrij_op(), verkeer.vrij_op(chat)) + te_laat
        verkeer.boek(chat, now)
        gegaan.append((now, chat))
    return gegaan


def meeste(momenten: list[float], seconden: float) -> int:
    """Return the largest number within any span."""
    return max(sum(begin <= moment < begin + seconden for moment in momenten) for begin in momenten)


TRAAG = st.floats(0, 0.2)
VEEL = st.lists(st.tuples(st.integers(-2, 40), TRAAG), min_size=1, max_size=150)


@given(VEEL, st.integers(1, 30))
def test_no_second_holds_more_than_the_rate_and_two(berichten: list[tuple[int, float]], per_seconde: int) -> None:
    gegaan = volgens(Verkeer(Grenzen(per_seconde)), *map(list, zip(*berichten, strict=True)))
    assert meeste([moment for moment, _ in gegaan], 1) <= per_seconde + 2


@given(VEEL)
def test_no_chat_gets_more_than_its_burst_and_one_a_second(berichten: list[tuple[int, float]]) -> None:
    gegaan = volgens(Verkeer(Grenzen(1000)), *map(list, zip(*berichten, strict=True)))
    for chat in {chat for _, chat in gegaan}:
        momenten = [moment for moment, naar in gegaan if naar == chat]
        for seconden in (1, 2, 10):
            assert meeste(momenten, seconden) <= GRENZEN.vlaag + seconden
        assert chat >= 0 or meeste(momenten, 60 - 1e-6) <= GRENZEN.groep_per_minuut


@given(st.lists(st.floats(0, 1 / 28), min_size=280, max_size=280))
def test_a_timer_that_oversleeps_by_an_interval_costs_no_speed(te_laat: list[float]) -> None:
    gegaan = volgens(Verkeer(GRENZEN), list(range(280)), te_laat)
    assert gegaan[-1][0] <= 10.1


def test_without_a_hitch_messages_go_one_interval_apart() -> None:
    gegaan = volgens(Verkeer(GRENZEN), list(range(100)), [0.0] * 100)
    afstanden = {round(later - eerder, 6) for (eerder, _), (later, _) in pairwise(gegaan[1:])}
    assert afstanden == {round(1 / 28, 6)}


def test_a_refusal_pauses_its_chat_alone_also_for_an_hour() -> None:
    verkeer = Verkeer(GRENZEN)
    verkeer.boek(1, 0.0)
    verkeer.geweigerd(1, 3600, 0.1)
    assert verkeer.vrij_op(1) == 3600.1
    assert verkeer.vrij_op(2) < 1
    assert verkeer.alles_tot() < 0


@pytest.mark.parametrize(
    ("wat", "alles"),
    [
        ("the same chat again", False),
        ("another chat in its burst", False),
        ("another chat that was quiet", True),
        ("another chat after the pause", False),
    ],
)
def test_a_refusal_of_another_chat_that_was_quiet_pauses_all(wat: str, alles: bool) -> None:
    verkeer = Verkeer(GRENZEN)
    verkeer.boek(1, 0.0)
    verkeer.geweigerd(1, 60, 0.1)
    now = 70.0 if wat.endswith("after the pause") else 1.0
    chat = 1 if wat == "the same chat again" else 2
    for _ in range(2 if wat.endswith("burst") else 1):
        verkeer.boek(chat, now)
    verkeer.geweigerd(chat, 5, now + 0.1)
    assert (verkeer.alles_tot() == now + 5.1) is alles
    assert verkeer.alles_vrij_op() == pytest.approx(now + 5.1 if alles else now, abs=0.1)


def test_a_pause_is_never_made_shorter_nor_longer_than_a_day() -> None:
    verkeer = Verkeer(GRENZEN)
    verkeer.geweigerd(1, 60, 0.0)
    verkeer.geweigerd(1, 5, 1.0)
    assert verkeer.vrij_op(1) == 60
    verkeer.geweigerd(1, 1e12, 2.0)
    assert verkeer.vrij_op(1) == 2 + LANGSTE_PAUZE_SECONDEN


@pytest.mark.parametrize(("achter", "vanaf"), [(0, 10.0), (1, 10.0), (2, 10.0), (3, 11.0), (5, 13.0)])
def test_who_comes_after_others_to_the_same_chat_waits_for_them(achter: int, vanaf: float) -> None:
    assert Verkeer(GRENZEN).vrij_na(1, achter, 10.0) == vanaf


def test_who_comes_after_eighteen_in_a_group_waits_a_minute() -> None:
    assert Verkeer(GRENZEN).vrij_na(GROEP, 18, 0.0) == 60


def test_chats_of_long_ago_are_forgotten_and_paused_ones_are_not() -> None:
    verkeer = Verkeer(GRENZEN)
    verkeer.geweigerd(-5, 86400, 0.0)
    for nummer in range(100_000):
        verkeer.boek(nummer, nummer / 28)
    assert len(verkeer) <= 2000
    assert verkeer.vrij_op(-5) == 86400


def test_history_is_a_value() -> None:
    spoor = erbij(NIETS, GRENZEN, 5.0, groep=True)
    assert spoor == Spoor(6.0, -math.inf, (5.0,))
    assert erbij(NIETS, GRENZEN, 5.0, groep=False).minuut == ()
    assert Spoor() == NIETS
