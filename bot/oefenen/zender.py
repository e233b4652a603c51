"""Messages of a practice: only who practises gets them, each marked. To made-up people nothing is sent at all."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from typing import Self

from berichten import Bericht, Bijlage, Toon
from berichten.oefenen import als_oefenbestand, als_oefening
from bot.channels.sender import Sender, Weg

_NUMMERS = count(2**40)
"""Ids of messages that were not sent: no real one is so high, so that changing one changes none."""


@dataclass
class Blik:
    """As whom someone looks who practises, and in which language they read.

    Args:
        extern_id: who practises.
        als: the made-up resident as whom they look, by id and name.
    """

    extern_id: str
    taal: str | None = None
    als: tuple[str, str] | None = None


class Oefenzender:
    """Sends to the chat of who practises what is for them or for as whom they look; drops the rest.

    Args:
        toon: how to speak in a language.
        ieder: whether all is for them: answers, which nobody else can get.
    """

    def __init__(self, echt: Sender, blik: Blik, toon: Callable[[str | None], Toon], *, ieder: bool = False) -> None:
        self._echt = echt
        self._blik = blik
        self._toon = toon
        self._ieder = ieder

    def op(self, weg: Weg) -> Self:
        """See `Sender.op`. What makes a message here has a number of the practice: not one of the real chat."""
        return type(self)(self._echt.op(replace(weg, sleutel=None)), self._blik, self._toon, ieder=self._ieder)

    async def stuur(self, chat: int, bericht: Bericht, onderwerp: int | None = None) -> int:
        """See `Sender.stuur`."""
        naar = self._naar(chat)
        return next(_NUMMERS) if naar is None else await self._echt.stuur(naar, self._merk(bericht))

    async def stuur_bijlage(self, chat: int, bijlage: Bijlage) -> None:
        """See `Sender.stuur_bijlage`."""
        if (naar := self._naar(chat)) is not None:
            await self._echt.stuur_bijlage(naar, als_oefenbestand(bijlage))

    async def bewerk(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """See `Sender.bewerk`."""
        if (naar := self._naar(chat)) is not None:
            await self._echt.bewerk(naar, message_id, self._merk(bericht))

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """See `Sender.ververs`."""
        if (naar := self._naar(chat)) is not None:
            await self._echt.ververs(naar, message_id, self._merk(bericht))

    async def verwijder(self, chat: int, message_ids: list[int]) -> None:
        """See `Sender.verwijder`."""
        if (naar := self._naar(chat)) is not None:
            await self._echt.verwijder(naar, message_ids)

    async def meld(self, tik: str, tekst: str | None, *, venster: bool = False) -> None:
        """See `Sender.meld`."""
        await self._echt.meld(tik, tekst, venster=venster)

    def _naar(self, chat: int) -> int | None:
        zelf = self._blik.extern_id, self._blik.als[0] if self._blik.als else ""
        return int(self._blik.extern_id) if self._ieder or str(chat) in zelf else None

    def _merk(self, bericht: Bericht) -> Bericht:
        als = self._blik.als
        return als_oefening(bericht, self._toon(self._blik.taal), als[1] if als else None)
