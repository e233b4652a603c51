"""What a failed call to the chat network means for the message that it carried."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.channels.transport import NietVerzonden

LANGSTE_WACHT_SECONDEN = 86400.0
VREEMD_SECONDEN = 60.0
_ZONDER_UITLEG = "Forbidden (403)"
"""What the library says of a refusal in JSON that is not in the Bot API's envelope: that always gives a reason."""


@dataclass(frozen=True)
class Mislukking:
    """What a failed call means: `opnieuw` after some seconds, `mislukt` for good, `onzeker` whether it arrived."""

    soort: Literal["opnieuw", "mislukt", "onzeker"]
    reden: str
    seconden: float = 0.0
    geblokkeerd: bool = False


def wachttijd(pogingen: int) -> float:
    """Return how many seconds to wait after so many tries: half a second, doubling up to a minute."""
    return min(0.5 * (1 << min(pogingen, 7)), 60.0)


def gevraagde_wacht(fout: RetryAfter) -> float:
    """Return for how many seconds a refusal (429) asks to wait."""
    wacht = fout.retry_after
    seconden = wacht.total_seconds() if isinstance(wacht, timedelta) else float(wacht)
    return min(seconden, LANGSTE_WACHT_SECONDEN)


def duid(fout: TelegramError, pogingen: int) -> Mislukking:
    """Read a failed call.

    What stands in front of the Bot API, such as a proxy, refuses with a page of its own: the library gives the parsing
    of that as the cause. It says nothing about the person, and its text may quote the address, and so the token.
    """
    if isinstance(fout.__cause__, TelegramError):
        reden, _, _ = fout.message.partition(". Parsing")
        if isinstance(fout, Forbidden | InvalidToken):
            return Mislukking("opnieuw", reden, VREEMD_SECONDEN)
        zeker_niet = isinstance(fout, BadRequest | Conflict)
        return Mislukking("mislukt" if zeker_niet else "onzeker", reden)
    if isinstance(fout, RetryAfter):
        return Mislukking("opnieuw", "429", gevraagde_wacht(fout))
    if isinstance(fout, NietVerzonden):
        return Mislukking("opnieuw", fout.message, wachttijd(pogingen))
    if isinstance(fout, Forbidden) and fout.message == _ZONDER_UITLEG:
        return Mislukking("opnieuw", fout.message, VREEMD_SECONDEN)
    if isinstance(fout, Forbidden):
        return Mislukking("mislukt", fout.message, geblokkeerd=True)
    if isinstance(fout, NetworkError) and not isinstance(fout, BadRequest):
        return Mislukking("onzeker", fout.message)
    if isinstance(fout, InvalidToken):
        return Mislukking("opnieuw", fout.message, VREEMD_SECONDEN)
    if type(fout) is TelegramError:  # an answer that is not the Bot API's, such as a proxy's page with status 200
        return Mislukking("onzeker", fout.message)
    return Mislukking("mislukt", fout.message)
