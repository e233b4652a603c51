"""Refusals: the few texts that are Telegram's own, each with its source, and plain words of ours for all else.

Clients recognise some refusals by their words, so those must be right; a text without a source is never put here.
"""

from __future__ import annotations

from dataclasses import dataclass

_CLIENT = "github.com/tdlib/telegram-bot-api, telegram-bot-api/Client.cpp"


class ApiError(Exception):
    """A refused request; nothing was stored.

    Attributes:
        code: HTTP status and `error_code`.
        tekst: the `description` of the answer.
    """

    def __init__(self, code: int, tekst: str) -> None:
        super().__init__(tekst)
        self.code = code
        self.tekst = tekst


@dataclass(frozen=True)
class Bekend:
    """A refusal in Telegram's words: status, text, and where the text was found."""

    code: int
    tekst: str
    bron: str


BEKEND: dict[str, Bekend] = {
    "niet_gewijzigd": Bekend(
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message",
        f"{_CLIENT}, fail_query_with_error (MESSAGE_NOT_MODIFIED)",
    ),
    "tik_te_oud": Bekend(
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        f"{_CLIENT}, fail_query_with_error (QUERY_ID_INVALID)",
    ),
    "geblokkeerd": Bekend(
        403,
        "Forbidden: bot was blocked by the user",
        f"{_CLIENT}, fail_query_with_error (USER_IS_BLOCKED)",
    ),
    "niet_te_verwijderen": Bekend(
        400,
        "Bad Request: message can't be deleted",
        f"{_CLIENT}, fail_query_with_error (MESSAGE_DELETE_FORBIDDEN)",
    ),
    "andere_lezer": Bekend(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        "second hand: public write-ups that quote abort_long_poll of Client.cpp, and bug reports with this answer",
    ),
    "webhook_actief": Bekend(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        "second hand: public bot code that imitates this answer; not seen in Client.cpp itself",
    ),
}


def bekend(sleutel: str) -> ApiError:
    """Return the refusal that Telegram words in a known way."""
    regel = BEKEND[sleutel]
    return ApiError(regel.code, regel.tekst)


def weiger(tekst: str, code: int = 400) -> ApiError:
    """Return a refusal in our own words; the prefix names the status, as in every answer of the API."""
    prefix = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 413: "Too Large"}
    return ApiError(code, f"{prefix.get(code, 'Error')}: {tekst}")
