"""Open pages of the chat in the browser: each waits here until something changes in its chat."""

import asyncio
from collections import defaultdict


class Weblijnen:
    """Wakes the pages of a chat. A page that was not waiting loses nothing: it asks for what came after its version."""

    def __init__(self) -> None:
        self._wachtend: dict[int, set[asyncio.Future[None]]] = defaultdict(set)
        self._dicht = False
        self._getoond: dict[int, int] = {}

    def toonde(self, chat: int, versie: int) -> None:
        """Remember that a page shows a chat up to a version."""
        self._getoond[chat] = max(versie, self._getoond.get(chat, 0))

    def neem_getoond(self) -> dict[int, int]:
        """Return up to which version each chat was shown since this was asked."""
        getoond, self._getoond = self._getoond, {}
        return getoond

    def wek(self, chat: int) -> None:
        """Wake every page of a chat."""
        for wie in self._wachtend.pop(chat, ()):
            if not wie.done():
                wie.set_result(None)

    def hoor(self, chat: int) -> asyncio.Future[None]:
        """Return what is done at the next change of a chat. Ask for it before looking, and let go of it with `laat`."""
        wie: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if self._dicht:
            wie.set_result(None)
        else:
            self._wachtend[chat].add(wie)
        return wie

    def laat(self, chat: int, wie: asyncio.Future[None]) -> None:
        """Stop waiting."""
        wie.cancel()
        if (samen := self._wachtend.get(chat)) is not None:
            samen.discard(wie)
            if not samen:
                del self._wachtend[chat]

    @property
    def dicht(self) -> bool:
        """Whether the program stops: no page waits any more."""
        return self._dicht

    @property
    def open(self) -> int:
        """How many pages wait."""
        return sum(map(len, self._wachtend.values()))

    def sluit(self) -> None:
        """Wake all pages for good."""
        self._dicht = True
        for chat in list(self._wachtend):
            self.wek(chat)
