"""Who goes next: the lowest lane whose chat is free, then who came first; a busy chat holds up nobody else."""

import time
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.pacing import Baan, Grenzen, Verkeer
from bot.rules.voorrang import Voorrang, Wachtende

A, D, H, U = Baan


def rij(grenzen: Grenzen | None = None) -> tuple[Voorrang, Verkeer]:
    verkeer = Verkeer(grenzen or Grenzen())
    return Voorrang(verkeer), verkeer


def leeg(voorrang: Voorrang, now: float = 0.0) -> list[tuple[float, Wachtende]]:
    """Let all go as soon as they may."""
    gegaan = []
    while len(voorrang):
        while gaat := voorrang.kies(now):
            gegaan.append((now, gaat))
        straks = voorrang.straks()
        if straks is not None:
            assert straks > now
            now = straks
    return gegaan


@pytest.mark.parametrize(
    ("wie", "volgorde"),
    [
        ([(U, 1), (U, 2), (A, 3)], [3, 1, 2]),
        ([(U, 1), (H, 2), (D, 3), (A, 4)], [4, 3, 2, 1]),
        ([(H, 1), (H, 2), (H, 3)], [1, 2, 3]),
        ([(A, 9), (A, 1)], [1, 9]),  # 9 is paused
        ([(D, 9), (U, 1), (U, 2), (U, 3)], [1, 2, 3, 9]),
        ([(U, 1), (U, 1), (U, 1), (U, 1), (U, 2)], [1, 1, 1, 2, 1]),  # the fourth of a burst waits, the next does not
    ],
)
def test_the_lowest_lane_whose_chat_is_free_goes_first(wie: list[tuple[Baan, int]], volgorde: list[int]) -> None:
    voorrang, verkeer = rij()
    verkeer.geweigerd(9, 3600, 0.0)
    for baan, chat in wie:
        voorrang.meld_aan(baan, chat)
    assert [gaat.chat for _, gaat in leeg(voorrang)] == volgorde


def test_a_pause_of_all_holds_answers_too_and_then_ends() -> None:
    voorrang, verkeer = rij()
    voorrang.meld_aan(A, 3)
    verkeer.geweigerd(1, 3600, 0.0)
    verkeer.geweigerd(2, 60, 0.0)
    assert voorrang.kies(59) is None
    assert voorrang.straks() == 60
    assert voorrang.kies(60) is not None


def test_who_left_is_passed_over_and_keeps_nobody_of_their_chat_waiting() -> None:
    voorrang, verkeer = rij(Grenzen(1000, vlaag=1))
    eerste, tweede, derde = (voorrang.meld_aan(U, 1) for _ in range(3))
    assert voorrang.kies(0) == eerste
    assert voorrang.kies(0.5) is None
    voorrang.meld_af(tweede)
    assert voorrang.kies(1) == derde
    voorrang.meld_af(tweede)
    assert len(voorrang) == 0
    assert verkeer.vrij_op(1) == 2


def test_who_left_while_all_were_paused_takes_no_memory() -> None:
    voorrang, verkeer = rij()
    verkeer.geweigerd(1, 86400, 0.0)
    verkeer.geweigerd(2, 86400, 0.0)
    blijft = voorrang.meld_aan(U, 5)
    for _ in range(50_000):
        voorrang.meld_af(voorrang.meld_aan(A, 1))
    assert len(voorrang._klaar) < 5000
    assert voorrang.kies(86400) == blijft


@given(
    st.lists(st.tuples(st.sampled_from(Baan), st.integers(-2, 4), st.booleans()), min_size=1, max_size=80),
    st.lists(st.tuples(st.integers(-2, 4), st.floats(0.1, 30)), max_size=4),
)
def test_each_goes_once_as_the_plain_rule_says(
    wie: list[tuple[Baan, int, bool]], pauzes: list[tuple[int, float]]
) -> None:
    """The same choice as looking at all who wait each time."""
    voorrang, verkeer = rij()
    simpel = Verkeer(Grenzen())
    for chat, seconden in pauzes:
        verkeer.geweigerd(chat, seconden, 0.0)
        simpel.geweigerd(chat, seconden, 0.0)
    wachten = []
    for baan, chat, blijft in wie:
        wachtende = voorrang.meld_aan(baan, chat)
        if blijft:
            wachten.append(wachtende)
        else:
            voorrang.meld_af(wachtende)
    for now, gaat in leeg(voorrang):
        assert simpel.alles_vrij_op() <= now
        assert gaat == min(w for w in wachten if simpel.vrij_op(w.chat) <= now)
        wachten.remove(gaat)
        simpel.boek(gaat.chat, now)
    assert wachten == []


def test_a_choice_among_a_hundred_thousand_stays_quick() -> None:
    """Many wait for a paused chat, many for chats in their burst: neither is looked at for each choice."""

    def duur(hoeveel: int) -> float:
        voorrang, verkeer = rij(Grenzen(1e9))
        verkeer.geweigerd(1, 3600, 0.0)
        per_chat: defaultdict[int, int] = defaultdict(int)
        for nummer in range(hoeveel):
            voorrang.meld_aan(A, 1)
            voorrang.meld_aan(U, 2 + nummer % 50)
        voorrang.kies(0.0)
        begin = time.process_time()
        for stap in range(2000):
            if gaat := voorrang.kies(1 + stap / 25):
                per_chat[gaat.chat] += 1
        assert sum(per_chat.values()) > 1500
        return time.process_time() - begin

    assert duur(100_000) < 5 * duur(5000) + 0.5
