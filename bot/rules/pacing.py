"""How fast messages may go, and what a refusal for going too fast stops. Pure: history and `now` are arguments.

Moments are seconds of a monotonic clock. Who goes first is decided in voorrang.py.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Self

PER_SECONDE = 28
LANGSTE_PAUZE_SECONDEN = 86400.0


class Baan(IntEnum):
    """A lane of messages: a lower one goes first."""

    ANTWOORD = 0
    """An answer, and what someone waits for at this moment."""
    DRINGEND = 1
    """What must be known in time, also at night, such as a cancelled meeting."""
    HERINNERING = 2
    """What is bound to a moment, and what one person must know."""
    UITZENDING = 3
    """What goes to many."""


@dataclass(frozen=True)
class Grenzen:
    """How much may go.

    After core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this (about 30 a second, one a second in a
    chat where short bursts pass, 20 a minute in a group), a little below it: how Telegram counts is not documented.

    Args:
        per_seconde: messages a second over all chats, evenly spread.
        chat_per_seconde: the same in one chat.
        vlaag: messages in one chat at once, when it was at rest.
        groep_per_minuut: messages in any minute in one group.
    """

    per_seconde: float = PER_SECONDE
    chat_per_seconde: float = 1.0
    vlaag: int = 3
    groep_per_minuut: int = 18

    @classmethod
    def bij(cls, per_seconde: int) -> Self:
        """Return the limits at a configured rate; above Telegram's own, other limits hold and all grow along."""
        keer = max(per_seconde // PER_SECONDE, 1)
        return cls(per_seconde, cls.chat_per_seconde * keer, cls.vlaag * keer, cls.groep_per_minuut * keer)


class Spoor(NamedTuple):
    """What went to one chat, as far as it still matters.

    Args:
        vol_op: when a whole burst may go again.
        pauze_tot: until when the chat network wants nothing for this chat.
        minuut: of a group, the last moments, as many as may go in a minute.
    """

    vol_op: float = -math.inf
    pauze_tot: float = -math.inf
    minuut: tuple[float, ...] = ()

    def voorbij_op(self) -> float:
        """Return from when on it matters no more."""
        return max(self.vol_op, self.pauze_tot, self.minuut[-1] + 60 if self.minuut else -math.inf)


NIETS = Spoor()


def vrij_op(spoor: Spoor, grenzen: Grenzen) -> float:
    """Return from when on one more message may go to a chat."""
    op = max(spoor.vol_op - (grenzen.vlaag - 1) / grenzen.chat_per_seconde, spoor.pauze_tot)
    if len(spoor.minuut) >= grenzen.groep_per_minuut:
        op = max(op, spoor.minuut[0] + 60)
    return op


def erbij(spoor: Spoor, grenzen: Grenzen, now: float, *, groep: bool) -> Spoor:
    """Return the history after a message that goes now."""
    minuut = (*spoor.minuut, now)[-grenzen.groep_per_minuut :] if groep else ()
    return spoor._replace(vol_op=max(spoor.vol_op, now) + 1 / grenzen.chat_per_seconde, minuut=minuut)


def verklaart(spoor: Spoor, grenzen: Grenzen, now: float) -> bool:
    """Say whether what went to a chat can be why it was refused: more than one in a second, or many in a minute."""
    kort = spoor.vol_op - now > 1 / grenzen.chat_per_seconde
    return kort or sum(now - toen < 60 for toen in spoor.minuut) > grenzen.groep_per_minuut // 2


def alles_wil_rust(spoor: Spoor, grenzen: Grenzen, now: float, *, elders: bool) -> bool:
    """Say whether a refusal (429) in one chat is about all: another chat is paused too, and this one was quiet."""
    return elders and not verklaart(spoor, grenzen, now)


def geweigerd_tot(seconden: float, now: float) -> float:
    """Return until when a refusal pauses."""
    return now + min(seconden, LANGSTE_PAUZE_SECONDEN)


class Verkeer:
    """The history of all chats, and when the next message may go.

    Overall, messages go one interval apart. Who comes late may make up for one interval, so that a timer that
    oversleeps costs no speed; any second then holds at most `per_seconde` + 2.
    """

    def __init__(
        self,
        grenzen: Grenzen,
        sporen: Mapping[int, Spoor] | None = None,
        volgende: float = -math.inf,
        alles_tot: float = -math.inf,
    ) -> None:
        self.grenzen = grenzen
        self._sporen: dict[int, Spoor] = dict(sporen or {})
        self._veel = 1000
        self.volgende = volgende
        """Until when the intervals are given out."""
        self._alles_tot = alles_tot

    def __len__(self) -> int:
        """Return how many chats are remembered."""
        return len(self._sporen)

    def alles_vrij_op(self) -> float:
        """Return from when on a message may go to some chat."""
        return max(self.volgende - 1 / self.grenzen.per_seconde, self._alles_tot)

    def alles_tot(self) -> float:
        """Return until when the chat network wants nothing at all."""
        return self._alles_tot

    def spoor(self, chat: int) -> Spoor:
        """Return what went to a chat."""
        return self._sporen.get(chat, NIETS)

    def hoor(self, sporen: Mapping[int, Spoor], volgende: float, alles_tot: float) -> None:
        """Take over what is known elsewhere, and better."""
        self._sporen.update(sporen)
        self.volgende, self._alles_tot = volgende, alles_tot

    def vrij_op(self, chat: int) -> float:
        """Return from when on a message may go to this chat, as far as the chat itself is concerned."""
        return vrij_op(self.spoor(chat), self.grenzen)

    def vrij_na(self, chat: int, achter: int, now: float) -> float:
        """Return from when on a message may go to this chat when so many others go there first."""
        spoor = self.spoor(chat)
        for _ in range(achter):
            spoor = erbij(spoor, self.grenzen, max(vrij_op(spoor, self.grenzen), now), groep=chat < 0)
        return max(vrij_op(spoor, self.grenzen), now)

    def boek(self, chat: int, now: float) -> None:
        """Count a message that goes now; a negative chat is a group."""
        self.volgende = max(self.volgende, now) + 1 / self.grenzen.per_seconde
        self._sporen[chat] = erbij(self.spoor(chat), self.grenzen, now, groep=chat < 0)
        if len(self._sporen) > self._veel:
            self._sporen = {c: s for c, s in self._sporen.items() if s.voorbij_op() > now}
            self._veel = max(1000, 2 * len(self._sporen))

    def geweigerd(self, chat: int, seconden: float, now: float) -> None:
        """Take in a refusal (429). It pauses the chat; all chats, when another one is paused and this one was quiet."""
        tot, spoor = geweigerd_tot(seconden, now), self.spoor(chat)
        elders = any(s.pauze_tot > now for c, s in self._sporen.items() if c != chat)
        if alles_wil_rust(spoor, self.grenzen, now, elders=elders):
            self._alles_tot = max(self._alles_tot, tot)
        self._sporen[chat] = spoor._replace(pauze_tot=max(spoor.pauze_tot, tot))
