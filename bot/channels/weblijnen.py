"""Open pages of the chat in the browser: each waits here until something changes in its chat."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from bot.storage import Database, websessies
from bot.storage.omroep import Omroep
from bot.webinstellingen import KANAAL

log = logging.getLogger(__name__)

_WAAK_SECONDEN = 20.0
ONDERWERP = "web"
"""The subject under which processes tell each other that a chat changed; see `Omroep`."""


class Lijn:
    """A page that waits.

    Args:
        toont: the session that it is open in, and the version that it shows; None when it does not stay.
    """

    def __init__(self) -> None:
        self.wacht: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.toont: tuple[str, int] | None = None

    def wek(self) -> None:
        """Let it look."""
        if not self.wacht.done():
            self.wacht.set_result(None)


class Weblijnen:
    """Wakes the pages of a chat. A page that was not waiting loses nothing: it asks for what came after its version.

    Args:
        omroep: where pages may be open in other processes: they are told.
    """

    def __init__(self, omroep: Omroep | None = None) -> None:
        self._omroep = omroep
        if omroep is not None:
            omroep.hoor(ONDERWERP, self._gehoord)
        self._wachtend: dict[int, set[Lijn]] = defaultdict(set)
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
        self._wek_hier(chat)
        if self._omroep is not None:
            self._omroep.zeg(ONDERWERP, str(chat))

    @contextmanager
    def hoor(self, chat: int) -> Iterator[Lijn]:
        """Give what is woken at the next change of a chat. Ask for it before looking."""
        lijn = Lijn()
        if self._dicht:
            lijn.wek()
        else:
            self._wachtend[chat].add(lijn)
        try:
            yield lijn
        finally:
            if (samen := self._wachtend.get(chat)) is not None:
                samen.discard(lijn)
                if not samen:
                    del self._wachtend[chat]

    async def waak(self, database: Database) -> None:
        """Wake pages whose chat or session changed unheard: by another process, at night, or on another chat network.

        That is one look now and then for all pages together; a page on which nothing happens looks at nothing itself.
        """
        while True:
            await asyncio.sleep(_WAAK_SECONDEN)
            try:
                nu = await database.read(websessies.toestanden, KANAAL, list(self._wachtend), datetime.now(UTC))
            except Exception:
                log.exception("the sessions of open pages could not be read")
                continue
            for chat, samen in self._wachtend.items():
                for lijn in samen:
                    if chat in nu and lijn.toont is not None and lijn.toont not in nu[chat]:
                        lijn.wek()

    @property
    def dicht(self) -> bool:
        """Whether the program stops: no page waits any more."""
        return self._dicht

    def sluit(self) -> None:
        """Wake all pages for good."""
        self._dicht = True
        self._wek_alle()

    def _gehoord(self, chat: str | None) -> None:
        """Wake what another process tells; all, where something may have been missed."""
        if chat is None:
            self._wek_alle()
        else:
            self._wek_hier(int(chat))

    def _wek_alle(self) -> None:
        for chat in list(self._wachtend):
            self._wek_hier(chat)

    def _wek_hier(self, chat: int) -> None:
        for lijn in self._wachtend.pop(chat, ()):
            lijn.wek()
