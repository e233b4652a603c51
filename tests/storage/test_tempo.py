"""Turns of one bot that several processes book: together they stay within the limits of `bot.rules.pacing`."""

from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, literal

from bot.rules.pacing import Grenzen
from bot.storage import tempo
from bot.storage.tempo import VOORUIT_SECONDEN, Geboekt

BOT = "42"
GRENZEN = Grenzen(20.0)
pytestmark = pytest.mark.parametrize("tx", ["postgres"], indirect=True)


class Klok:
    """The database's clock, which is moved."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._zet = monkeypatch.setattr
        self.op(1000.0)

    def op(self, nu: float) -> None:
        self.nu = nu
        self._zet(tempo, "_NU", literal(nu))
        self._zet(tempo, "_STAND", tempo._vraag_stand(literal(nu)))

    def boek(self, tx: Connection, chats: list[int]) -> Geboekt:
        return tempo.boek(tx, BOT, chats, GRENZEN)


@pytest.fixture
def klok(monkeypatch: pytest.MonkeyPatch) -> Klok:
    return Klok(monkeypatch)


_STAPPEN = st.lists(
    st.tuples(st.floats(0, 0.4), st.lists(st.sampled_from([1, 2, 3, 4, 5, 6, 7, 8, -9]), min_size=1, max_size=8)),
    max_size=25,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(stappen=_STAPPEN)
def test_whoever_books_all_turns_together_keep_every_limit(
    tx: Connection, klok: Klok, stappen: list[tuple[float, list[int]]]
) -> None:
    punt = tx.begin_nested()
    klok.op(1000.0)
    gegaan: list[float] = []
    per_chat: dict[int, list[float]] = defaultdict(list)
    for verder, chats in stappen:
        klok.op(klok.nu + verder)
        geboekt = klok.boek(tx, chats)
        for chat, moment in zip(chats, geboekt.op, strict=True):
            if moment is not None:
                assert klok.nu <= moment <= klok.nu + VOORUIT_SECONDEN
                gegaan.append(moment)
                per_chat[chat].append(moment)
    assert gegaan == sorted(gegaan)
    assert all(een - gegaan[n - 22] > 1 - 1e-6 for n, een in enumerate(gegaan) if n >= 22), "over all chats"
    for chat, zijn in per_chat.items():
        for n, een in enumerate(zijn):
            binnen = [toen for toen in zijn[:n] if een - toen < 10]
            assert len(binnen) < GRENZEN.vlaag + 10, f"chat {chat}"
            assert n < GRENZEN.vlaag or een - zijn[n - GRENZEN.vlaag] > 1 - 1e-6
    punt.rollback()


def test_a_group_has_so_many_in_a_minute_whoever_sends(tx: Connection, klok: Klok) -> None:
    kwam = 0
    for _ in range(100):
        klok.op(klok.nu + 0.59)
        kwam += sum(moment is not None for moment in klok.boek(tx, [-5]).op)
    assert kwam == GRENZEN.groep_per_minuut
    klok.op(1061.0)
    assert klok.boek(tx, [-5]).op == [1061.0]


def test_a_refusal_pauses_its_chat_for_all_processes_and_a_second_one_everything(tx: Connection, klok: Klok) -> None:
    tempo.geweigerd(tx, BOT, 1, 30.0, GRENZEN)
    assert klok.boek(tx, [1, 2]).op == [None, 1000.0]
    klok.op(1010.0)
    tempo.geweigerd(tx, BOT, 3, 5.0, GRENZEN)
    geboekt = klok.boek(tx, [4])
    assert (geboekt.op, geboekt.alles_tot) == ([None], 1015.0)
    klok.op(1015.0)
    assert klok.boek(tx, [4, 1]).op == [1015.0, None]
    assert tempo.boek(tx, "43", [1], GRENZEN).op == [1015.0], "another bot has its own"


def test_what_matters_no_more_is_forgotten(tx: Connection, klok: Klok) -> None:
    klok.boek(tx, [1, 2])
    tempo.geweigerd(tx, BOT, 2, 30.0, GRENZEN)
    assert tempo.ruim_op(tx) == 0
    klok.op(1002.0)
    assert tempo.ruim_op(tx) == 1
    klok.op(1031.0)
    assert tempo.ruim_op(tx) == 1
