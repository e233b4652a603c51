"""Server-sent events: what open pages are told after a commit. Nothing is kept; a page that returns asks again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from bot.webchat.opslag import Gebeurtenis, Json

HARTSLAG_SECONDEN = 15
MAX_ACHTERSTAND = 1000


class Omroep:
    """Passes events on to the streams that are open."""

    def __init__(self) -> None:
        self._luisteraars: dict[asyncio.Queue[tuple[str, Json] | None], int] = {}

    def zend(self, gebeurtenissen: list[Gebeurtenis]) -> None:
        """Tell the people concerned; tell everyone else that something moved elsewhere, for the counts of unread."""
        for gebeurtenis in gebeurtenissen:
            for rij, persoon in list(self._luisteraars.items()):
                if persoon in gebeurtenis.voor:
                    self._leg(rij, (gebeurtenis.soort, gebeurtenis.data))
                elif gebeurtenis.soort == "bericht":
                    self._leg(rij, ("elders", {}))

    def zend_allen(self, soort: str, data: Json) -> None:
        """Tell every stream."""
        for rij in list(self._luisteraars):
            self._leg(rij, (soort, data))

    def sluit(self) -> None:
        """End every stream."""
        for rij in list(self._luisteraars):
            rij.put_nowait(None)

    def _leg(self, rij: asyncio.Queue[tuple[str, Json] | None], wat: tuple[str, Json]) -> None:
        if rij.qsize() < MAX_ACHTERSTAND:
            rij.put_nowait(wat)
        else:  # a page that does not read is cut off; it reconnects and asks for what it missed
            self._luisteraars.pop(rij, None)
            rij.put_nowait(None)

    async def luister(self, persoon: int) -> AsyncIterator[str]:
        """Yield the lines of one stream until it is closed."""
        rij: asyncio.Queue[tuple[str, Json] | None] = asyncio.Queue()
        self._luisteraars[rij] = persoon
        try:
            yield "retry: 1000\n\n"
            while True:
                try:
                    wat = await asyncio.wait_for(rij.get(), HARTSLAG_SECONDEN)
                except TimeoutError:
                    yield ": hartslag\n\n"
                    continue
                if wat is None:
                    return
                yield f"event: {wat[0]}\ndata: {json.dumps(wat[1], ensure_ascii=False)}\n\n"
        finally:
            self._luisteraars.pop(rij, None)
