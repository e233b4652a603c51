"""Messages out to the chat in the browser: they stand in our own database, so what was put there has arrived."""

from datetime import datetime
from itertools import count
from typing import Self

from sqlalchemy import Connection
from telegram.error import BadRequest, Forbidden

from berichten import Bericht, Bijlage
from bot.channels.sender import ALS_ANTWOORD, Weg
from bot.channels.weblijnen import Weblijnen
from bot.clock import Clock
from bot.storage import Database, webberichten
from bot.storage.webberichten import Inhoud
from bot.webinstellingen import KANAAL

PER_SECONDE = 1000
"""Nobody but ourselves is asked anything: more than a database can keep up with."""


class WebSender:
    """The Sender of the chat in the browser. Two messages of one way under the same key stand there once."""

    def __init__(self, database: Database, lijnen: Weblijnen, clock: Clock, weg: Weg = ALS_ANTWOORD) -> None:
        self._database = database
        self._lijnen = lijnen
        self._clock = clock
        self._weg = weg
        self._deel = count()

    def op(self, weg: Weg) -> Self:
        """See `Sender.op`."""
        return type(self)(self._database, self._lijnen, self._clock, weg)

    async def stuur(self, chat: int, bericht: Bericht, onderwerp: int | None = None) -> int:
        """See `Sender.stuur`."""
        return await self._zet(chat, _inhoud(bericht))

    async def stuur_bijlage(self, chat: int, bijlage: Bijlage) -> None:
        """See `Sender.stuur_bijlage`."""
        await self._zet(chat, {"bijlage": _bijlage(bijlage)})

    async def bewerk(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """See `Sender.bewerk`."""
        try:
            await self.ververs(chat, message_id, bericht)
        except BadRequest:
            await self.stuur(chat, bericht)

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """See `Sender.ververs`."""
        self._begin()
        if not await self._database.write(None, _wijzig, chat, message_id, _inhoud(bericht)):
            raise BadRequest("message to edit not found")
        self._lijnen.wek(chat)

    async def verwijder(self, chat: int, message_ids: list[int]) -> None:
        """See `Sender.verwijder`."""
        self._begin()
        await self._database.write(None, _verwijder, chat, message_ids)
        self._lijnen.wek(chat)

    async def meld(self, tik: str, tekst: str | None, *, venster: bool = False) -> None:
        """See `Sender.meld`."""
        if tekst:
            chat = chat_van_tik(tik)
            await self._database.write(None, _meld, chat, tik, tekst, venster)
            self._lijnen.wek(chat)

    async def _zet(self, chat: int, inhoud: Inhoud) -> int:
        self._begin()
        sleutel = None if self._weg.sleutel is None else f"{self._weg.sleutel}:{next(self._deel)}"
        try:
            nummer = await self._database.write(None, _zet, chat, inhoud, self._clock.now(), sleutel)
        except Forbidden:
            self._lijnen.wek(chat)  # a page that is open sees that it is signed out
            raise
        self._lijnen.wek(chat)
        if self._weg.bij_bericht is not None:
            self._weg.bij_bericht(nummer)
        return nummer

    def _begin(self) -> None:
        if self._weg.bij_beurt is not None:
            self._weg.bij_beurt()


def tik_id(chat: int, nummer: int) -> str:
    """Return the id of a tap, by which its notice finds its chat."""
    return f"{chat}.{nummer}"


def chat_van_tik(tik: str) -> int:
    """Return the chat of a tap."""
    return int(tik.partition(".")[0])


def _inhoud(bericht: Bericht) -> Inhoud:
    knoppen = [[{"tekst": k.tekst, "data": k.data, "url": k.url} for k in rij] for rij in bericht.knoppen]
    media = {"bijlage": _bijlage(bericht.media)} if bericht.media else {}
    return {"tekst": bericht.tekst, "knoppen": knoppen, **media}


def _bijlage(bijlage: Bijlage) -> Inhoud:
    return {"soort": bijlage.soort, "naam": bijlage.naam, "vorm": bijlage.vorm, "data": bijlage.data}


def _account(tx: Connection, chat: int) -> int:
    gevonden = webberichten.account_van(tx, KANAAL, str(chat))
    if gevonden is None:  # they were erased meanwhile
        raise Forbidden("user is deactivated")
    return gevonden


def _zet(tx: Connection, chat: int, inhoud: Inhoud, now: datetime, sleutel: str | None) -> int:
    return webberichten.zet(tx, _account(tx, chat), inhoud, now, van_bot=True, sleutel=sleutel)


def _wijzig(tx: Connection, chat: int, nummer: int, inhoud: Inhoud) -> bool:
    return webberichten.wijzig(tx, _account(tx, chat), nummer, inhoud)


def _verwijder(tx: Connection, chat: int, nummers: list[int]) -> None:
    webberichten.verwijder(tx, _account(tx, chat), nummers)


def _meld(tx: Connection, chat: int, tik: str, tekst: str, venster: bool) -> None:
    webberichten.merk_op(tx, _account(tx, chat), tik, tekst, venster=venster)
