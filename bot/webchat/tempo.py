"""The pace at which a bot may speak, as a test sets it; without a pace everything passes.

After core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30 messages a second overall, one
a second in one chat, where short bursts pass, 20 a minute in a group. How long a burst may be is not documented;
`VLAAG` is our choice.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.webchat.fouten import ApiError, weiger

PER_SECONDE = 30
VLAAG = 5
GROEP_PER_MINUUT = 20
TELT = frozenset(
    {
        *("sendMessage", "sendPhoto", "sendVideo", "sendVoice", "sendDocument"),
        *("sendLocation", "sendVenue", "sendPoll", "stopPoll"),
        *("editMessageText", "editMessageCaption", "editMessageMedia", "editMessageReplyMarkup"),
    }
)


@dataclass
class Tempo:
    """Counts what the bot sends.

    Args:
        klok: seconds, of whatever begin.
        per_seconde: messages in any second.
        vlaag: messages in one chat at once; after these one a second.
    """

    klok: Callable[[], float]
    per_seconde: int = PER_SECONDE
    vlaag: int = VLAAG
    _laatste: deque[float] = field(default_factory=deque)
    _vol: dict[int | str, float] = field(default_factory=dict)
    _in_groep: dict[int, deque[float]] = field(default_factory=dict)

    def neem(self, chat: int | str) -> ApiError | None:
        """Count one message, or return the refusal of one that is too many."""
        nu = self.klok()
        while self._laatste and nu - self._laatste[0] >= 1:
            self._laatste.popleft()
        vol = max(self._vol.get(chat, nu), nu)  # when the burst of this chat is whole again
        wacht = max(vol + 1 - nu - self.vlaag, 0.0)
        if len(self._laatste) >= self.per_seconde:
            wacht = max(wacht, self._laatste[0] + 1 - nu)
        minuut = self._in_groep.setdefault(chat, deque()) if isinstance(chat, int) and chat < 0 else None
        while minuut and nu - minuut[0] >= 60:
            minuut.popleft()
        if minuut is not None and len(minuut) >= GROEP_PER_MINUUT:
            wacht = max(wacht, minuut[0] + 60 - nu)
        if wacht > 0:
            fout = weiger("te_snel", seconden=math.ceil(wacht))
            fout.wacht = math.ceil(wacht)
            return fout
        self._laatste.append(nu)
        if minuut is not None:
            minuut.append(nu)
        self._vol[chat] = vol + 1
        return None
