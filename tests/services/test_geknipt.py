"""A text that a phone cut in pieces: whatever waits for it, no piece of it is taken for the answer."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.services import geknipt
from bot.services.handeling import Handeling
from bot.storage import gesprekken
from bot.storage.gesprekken import Gesprek
from tests.builders import NU, een_account, een_bewoner, een_wijk, handeling


def genomen(tx: Connection, wijk: int, getypt: str, *, na: float = 0, past: bool = True) -> bool:
    """Type something so many seconds later, and say whether it was taken as an answer."""

    def service(tx: Connection, handeling: Handeling) -> bool:
        if not past:
            raise Geweigerd("formulier.te_lang")
        return True

    wie = handeling(wijk, now=NU + timedelta(seconds=na))
    try:
        return geknipt.neem(service, tx, wie)
    except Geweigerd:
        partial(geknipt.onthoud, getypt, None)(tx, wie)
        return False


@pytest.mark.parametrize(
    ("stukken", "gaat_door"),
    [
        ([("x" * 4096, 0, False), ("de rest", 0, True)], False),
        ([("x" * 4096, 0, False), ("de rest", 5, True)], False),
        ([("x" * 4096, 0, False), ("x" * 4096, 3, True), ("de rest", 7, True)], False),
        ([("x" * 4096, 0, False), ("korter", 6, True)], True),
        ([("x" * 1100, 0, False), ("korter", 1, True)], True),
        ([("x" * 4096, 0, True), ("nog iets", 0, True)], True),
        ([("🙂" * 1000, 0, False), ("de rest", 1, True)], False),
    ],
)
def test_what_comes_within_seconds_of_a_long_text_that_was_refused_is_its_rest(
    tx: Connection, stukken: list[tuple[str, float, bool]], gaat_door: bool
) -> None:
    wijk = een_wijk(tx)
    account = een_account(tx, bewoner=een_bewoner(tx, wijk))
    gesprekken.zet(tx, wijk, account, Gesprek("stem", "p", {}))
    *eerst, (tekst, na, past) = stukken
    for een, wanneer, kan in eerst:
        genomen(tx, wijk, een, na=wanneer, past=kan)
    assert genomen(tx, wijk, tekst, na=na, past=past) is gaat_door
    gesprekken.zet(tx, wijk, account, Gesprek("stem", "ander", {}))
    assert genomen(tx, wijk, "iets anders", na=1), "another question begins anew"
