"""What a failed call means."""

import pytest
from telegram import Bot
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
from bot.channels.transport import NietVerzonden, roep
from tests.channels.botapi import BotApi, Gedrag, fout


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


PAGINA = "<html>The address /bot4242:geheim-dat-nergens-mag-staan/sendMessage is not for you</html>"


@pytest.mark.parametrize(
    ("antwoord", "soort", "reden"),
    [
        ((400, PAGINA), "mislukt", "Bad Request (400)"),
        ((401, PAGINA), "opnieuw", "Unauthorized (401)"),
        ((403, PAGINA), "opnieuw", "Forbidden (403)"),
        ((403, '{"message": "Forbidden"}'), "opnieuw", "Forbidden (403)"),
        ((404, PAGINA), "opnieuw", "Not Found (404)"),
        ((409, PAGINA), "mislukt", "Conflict (409)"),
        ((413, PAGINA), "mislukt", "Request Entity Too Large"),
        (fout(413, "Request Entity Too Large"), "mislukt", "Request Entity Too Large"),
        ((500, PAGINA), "onzeker", "Internal Server Error (500)"),
        ((502, PAGINA), "onzeker", "Bad Gateway (502)"),
        ((503, PAGINA), "onzeker", "Service Unavailable (503)"),
        ((504, PAGINA), "onzeker", "Gateway Timeout (504)"),
    ],
)
async def test_what_a_proxy_says_is_of_the_call_not_of_the_person_and_its_page_is_not_kept(
    api: BotApi, bot: Bot, antwoord: Gedrag, soort: str, reden: str
) -> None:
    api.straks["sendMessage"] = [antwoord]
    with pytest.raises(TelegramError) as gevangen:
        await roep(bot.request, f"{bot.base_url}/sendMessage", {"chat_id": 1, "text": "Hallo"})
    gelezen = duid(gevangen.value, 0)
    assert (gelezen.soort, gelezen.geblokkeerd) == (soort, False)
    assert gelezen.reden == reden
