"""Who goes next: the lowest lane, then who came first, of those whose chat is free. Pure: `now` is an argument."""

from heapq import heapify, heappop, heappush
from typing import NamedTuple

from bot.rules.pacing import Baan, Verkeer


class Wachtende(NamedTuple):
    """A message that waits for its turn; they compare by who goes first."""

    baan: Baan
    nummer: int
    chat: int


class Voorrang:
    """Those who wait. Each step takes O(log n): who waits for a busy chat lies apart and is not looked at meanwhile."""

    def __init__(self, verkeer: Verkeer) -> None:
        self._verkeer = verkeer
        self._laatste = 0
        self._wachtenden: set[Wachtende] = set()
        self._klaar: list[Wachtende] = []
        """Heap of those whose chat was free when it was last looked at."""
        self._opzij: dict[int, list[Wachtende]] = {}
        """Per chat that is busy, the heap of those who wait for it."""
        self._chats: list[tuple[float, int]] = []
        """Heap of those chats, by when they are free."""
        self._bekeken: set[int] = set()
        """The chats in that heap. Of another one the first is among those that are ready, and brings it back here."""

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._wachtenden)

    def meld_aan(self, baan: Baan, chat: int) -> Wachtende:
        """Add one to those who wait."""
        self._laatste += 1
        wachtende = Wachtende(baan, self._laatste, chat)
        self._wachtenden.add(wachtende)
        heappush(self._klaar, wachtende)
        return wachtende

    def zet_terug(self, wachtende: Wachtende) -> None:
        """Let one wait again that was chosen and cannot go after all, in its old place."""
        self._wachtenden.add(wachtende)
        heappush(self._klaar, wachtende)

    def meld_af(self, wachtende: Wachtende) -> None:
        """Forget one that waits; harmless when it does not."""
        self._wachtenden.discard(wachtende)
        if len(self._klaar) + sum(map(len, self._opzij.values())) > 2 * len(self._wachtenden) + 1000:
            self._klaar, self._opzij, self._chats, self._bekeken = list(self._wachtenden), {}, [], set()
            heapify(self._klaar)

    def kies(self, now: float) -> Wachtende | None:
        """Take out who goes now, and count its message; None when nobody may."""
        if now < self._verkeer.alles_vrij_op():
            return None
        while True:
            while self._chats and self._chats[0][0] <= now:
                self._haal_terug(heappop(self._chats)[1])
            if not self._klaar:
                return None
            wachtende = heappop(self._klaar)
            chat = wachtende.chat
            blijft = wachtende in self._wachtenden
            gaat = blijft and self._verkeer.vrij_op(chat) <= now
            if gaat:
                self._wachtenden.discard(wachtende)
                self._verkeer.boek(chat, now)
            elif blijft:
                heappush(self._opzij.setdefault(chat, []), wachtende)
            if chat in self._opzij and chat not in self._bekeken:
                self._bekeken.add(chat)
                heappush(self._chats, (self._verkeer.vrij_op(chat), chat))
            if gaat:
                return wachtende

    def straks(self) -> float | None:
        """Return when to look again; None when nobody waits for a moment."""
        alles = self._verkeer.alles_vrij_op()
        if self._klaar:
            return alles
        return max(self._chats[0][0], alles) if self._chats else None

    def _haal_terug(self, chat: int) -> None:
        self._bekeken.discard(chat)
        heappush(self._klaar, heappop(self._opzij[chat]))
        if not self._opzij[chat]:
            del self._opzij[chat]
