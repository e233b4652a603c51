"""What a failed call means."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.duiding import duid, wachttijd
from bot.channels.transport import NietVerzonden


@pytest.mark.parametrize(
    ("mislukt", "soort"),
    [
        (TimedOut(), "onzeker"),
        (NetworkError("ServerDisconnectedError"), "onzeker"),
        (NetworkError("Bad Gateway"), "onzeker"),
        (NietVerzonden("ClientConnectorError"), "opnieuw"),
        (RetryAfter(7), "opnieuw"),
        (InvalidToken(), "opnieuw"),
        (Forbidden("bot was blocked by the user"), "mislukt"),
        (BadRequest("chat not found"), "mislukt"),
        (ChatMigrated(-100), "mislukt"),
        (Conflict("terminated"), "mislukt"),
        (TelegramError("Invalid server response"), "onzeker"),
    ],
)
def test_what_each_failure_means(mislukt: TelegramError, soort: str) -> None:
    assert duid(mislukt, 0).soort == soort


def test_waiting_doubles_to_a_minute_and_never_overflows() -> None:
    assert [wachttijd(n) for n in (0, 1, 2, 6, 7, 8, 5000)] == [0.5, 1, 2, 32, 60, 60, 60]
    assert duid(NietVerzonden("x"), 100_000).seconden == 60
