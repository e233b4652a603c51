"""Messages out: how a rendered message goes to a chat, each call after its turn."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol, Self, TypeVar

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
)
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from berichten import Bericht, Bijlage, Knop, Toon
from bot import exports
from bot.channels.bestanden import Bestanden, van_ons
from bot.channels.beurten import Beurten, GeenBeurt
from bot.channels.duiding import gevraagde_wacht
from bot.channels.netbestanden import ONGEWIJZIGD, Netbestanden
from bot.channels.transport import NietVerzonden, roep
from bot.exports.letters import LettersOntbreken, letters
from bot.rules.inhoud import lengte
from bot.rules.pacing import Baan

log = logging.getLogger(__name__)

T = TypeVar("T")
ONDERSCHRIFT_MAX = 1024  # characters under a picture, after the markup (Bot API, sendPhoto)
UPLOAD_MAX = 50_000_000  # bytes (Bot API, sendDocument)
IN_BERICHT = {"foto": InputMediaPhoto, "video": InputMediaVideo, "document": InputMediaDocument}
"""What a message can be changed into; a sound only comes as a new one (Bot API, editMessageMedia)."""


@dataclass(frozen=True)
class Weg:
    """How messages go.

    Args:
        tot: moment of the system's time from which on nothing goes any more: the sender raises `GeenBeurt`.
        bij_beurt: called just before each call.
        bij_bericht: called with the id of each new message that arrived.
        sleutel: what makes them: where a network can tell, the same one puts nothing there twice.
    """

    baan: Baan = Baan.ANTWOORD
    tot: datetime | None = None
    bij_beurt: Callable[[], None] | None = None
    bij_bericht: Callable[[int], None] | None = None
    sleutel: str | None = None


ALS_ANTWOORD = Weg()

Spreker = Callable[[int, str, str | None], Awaitable[Toon]]
"""How a wijk speaks in a chat: its id, that of the chat on the network, and the language that was chosen there."""


class Sender(Protocol):
    """Puts a rendered message into a chat, by the lane of answers unless told otherwise."""

    def op(self, weg: Weg) -> Self:
        """Return a sender whose messages go another way."""

    async def stuur(self, chat: int, bericht: Bericht, onderwerp: int | None = None) -> int:
        """Send a new message without its attachments; return its message id.

        Args:
            onderwerp: the topic of a group in which a text goes.
        """

    async def stuur_bijlage(self, chat: int, bijlage: Bijlage) -> None:
        """Send an attachment, after its message."""

    async def bewerk(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """Change a message; one that is so already is fine, for one that is gone comes a new one."""

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """Change a message or fail; one that is so already is fine."""

    async def verwijder(self, chat: int, message_ids: list[int]) -> None:
        """Delete at most a hundred messages or fail; what is not there is fine."""

    async def meld(self, tik: str, tekst: str | None, *, venster: bool = False) -> None:
        """End a tap's waiting, with a short notice when there is one. It needs no turn: it is no message.

        Args:
            venster: whether the notice stays until it is put away.
        """


class TelegramSender:
    """The Sender over a Bot API.

    Args:
        bestanden: where a file is that came in by another network; none when there is no other.
        eerder: the files that this bot sent before; without it each goes up every time.
    """

    def __init__(
        self,
        bot: Bot,
        beurten: Beurten,
        weg: Weg = ALS_ANTWOORD,
        bestanden: Bestanden | None = None,
        eerder: Netbestanden | None = None,
    ) -> None:
        self._bot = bot
        self._bestanden = bestanden
        self._eerder = eerder
        self._beurten = beurten
        self._weg = weg

    def op(self, weg: Weg) -> Self:
        """See `Sender.op`."""
        return type(self)(self._bot, self._beurten, weg, self._bestanden, self._eerder)

    async def stuur(self, chat: int, bericht: Bericht, onderwerp: int | None = None) -> int:
        """See `Sender.stuur`."""
        bericht = await _met_letters(bericht)
        media = bericht.media
        if media and _eronder(bericht):
            onder = {"caption": bericht.tekst, "parse_mode": "HTML", "reply_markup": _toetsenbord(bericht)}
            return (await self._stuur_bestand(chat, media, **onder)).message_id
        if media:
            await self._stuur_bestand(chat, media)
        roep_aan = self._vervolg if media else self._op_beurt
        waar = {"chat_id": chat, "message_thread_id": onderwerp}
        verzonden = await roep_aan(chat, lambda: self._roep("sendMessage", **waar, **_inhoud(bericht)))
        return self._gekomen(int(verzonden["message_id"]))

    async def stuur_bijlage(self, chat: int, bijlage: Bijlage) -> None:
        """See `Sender.stuur_bijlage`."""
        if bijlage.soort == "plek":
            stuur = self._bot.send_venue if "title" in bijlage.data else self._bot.send_location
            self._gekomen((await self._op_beurt(chat, lambda: stuur(chat, **bijlage.data))).message_id)
        else:
            await self._stuur_bestand(chat, bijlage)

    async def bewerk(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """See `Sender.bewerk`."""
        if bericht.media and not (_eronder(bericht) and bericht.media.vorm in IN_BERICHT):
            await self.stuur(chat, bericht)
            return
        try:
            await self.ververs(chat, message_id, bericht)
        except BadRequest as fout:
            log.info("a message cannot be changed (%s), a new one goes instead", fout.message)
            await self.stuur(chat, bericht)

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """See `Sender.ververs`."""
        bericht = await _met_letters(bericht)
        wat: dict[str, Any] = {"chat_id": chat, "message_id": message_id}
        try:
            if media := bericht.media:
                maak, erbij = IN_BERICHT[media.vorm], {"caption": bericht.tekst, "parse_mode": "HTML"}
                erbij["filename"], wat["reply_markup"] = media.naam, _toetsenbord(bericht)
                await self._met_bestand(chat, media, lambda b: self._bot.edit_message_media(maak(b, **erbij), **wat))
            else:
                await self._op_beurt(chat, lambda: self._roep("editMessageText", **wat, **_inhoud(bericht)))
        except BadRequest as fout:
            if ONGEWIJZIGD not in fout.message.lower():
                raise

    async def verwijder(self, chat: int, message_ids: list[int]) -> None:
        """See `Sender.verwijder`."""
        await self._op_beurt(chat, lambda: self._roep("deleteMessages", chat_id=chat, message_ids=message_ids))

    async def meld(self, tik: str, tekst: str | None, *, venster: bool = False) -> None:
        """See `Sender.meld`. A tap that cannot be ended, such as an old one, does not keep the answer."""
        try:
            blijft = {"show_alert": True} if venster else {}
            await self._roep("answerCallbackQuery", callback_query_id=tik, text=tekst, **blijft)
        except TelegramError as fout:
            log.info("a tap could not be ended (%s)", fout.message)

    async def _op_beurt(self, chat: int, doe: Callable[[], Awaitable[T]]) -> T:
        await self._beurten.beurt(self._weg.baan, chat, self._weg.tot)
        if self._weg.bij_beurt is not None:
            self._weg.bij_beurt()
        try:
            return await doe()
        except RetryAfter as fout:
            self._beurten.geweigerd(chat, gevraagde_wacht(fout))
            wie = "nothing at all" if self._beurten.pauze() else "nothing in one chat"
            log.warning("429: the chat network wants %s for %.0f s", wie, gevraagde_wacht(fout))
            raise

    async def _vervolg(self, chat: int, doe: Callable[[], Awaitable[T]]) -> T:
        """Make the second call of one message: tried here until it is too late, for the first may not go again."""
        while True:
            try:
                return await self._op_beurt(chat, doe)
            except RetryAfter:
                continue  # its next turn comes no sooner than was asked
            except (GeenBeurt, NietVerzonden):
                raise NetworkError("only a part was sent") from None

    async def _roep(self, methode: str, **velden: Any) -> Any:
        return await roep(self._bot.request, f"{self._bot.base_url}/{methode}", velden)

    async def _stuur_bestand(self, chat: int, bijlage: Bijlage, **velden: Any) -> Message:
        bot = self._bot
        als: dict[str, Any] = {
            "foto": bot.send_photo,
            "video": bot.send_video,
            "spraak": bot.send_voice,
            "document": bot.send_document,
        }

        async def stuur(bestand: bytes | str) -> Message:
            verzonden: Message = await als[bijlage.vorm](chat, bestand, filename=bijlage.naam, **velden)
            self._gekomen(verzonden.message_id)
            return verzonden

        return await self._met_bestand(chat, bijlage, stuur)

    async def _met_bestand(self, chat: int, bijlage: Bijlage, roep: Callable[[bytes | str], Awaitable[T]]) -> T:
        """Make a call that carries a file: its bytes, or the id under which the network has it."""
        van_net = bijlage.soort == "file_id" and not (self._bestanden and van_ons(str(bijlage.data["file_id"])))
        if van_net:
            file_id = str(bijlage.data["file_id"])
            return await self._op_beurt(chat, lambda: roep(file_id))
        if self._eerder and bijlage.voor_velen:
            haal = partial(self._inhoud, bijlage)
            return await self._eerder.stuur(bijlage, haal, lambda wat: self._op_beurt(chat, lambda: roep(wat())))
        inhoud = await self._inhoud(bijlage)
        return await self._op_beurt(chat, lambda: roep(inhoud))

    async def _inhoud(self, bijlage: Bijlage) -> bytes:
        """Return the bytes of a file that we make, or that somebody sent in the browser."""
        if bijlage.soort != "file_id":
            return await asyncio.to_thread(exports.maak, bijlage.soort, bijlage.data)  # a workbook takes a while
        gevonden = self._bestanden and await self._bestanden.haal(str(bijlage.data["file_id"]), UPLOAD_MAX)
        if not gevonden:
            raise BadRequest("file is gone")
        return gevonden

    def _gekomen(self, nummer: int) -> int:
        if self._weg.bij_bericht is not None:
            self._weg.bij_bericht(nummer)
        return nummer


async def _met_letters(bericht: Bericht) -> Bericht:
    """Return a message without its picture where this machine lacks the letters to draw it: the text says the same."""
    try:
        if bericht.media and "taal" in bericht.media.data:
            await asyncio.to_thread(letters, bericht.media.data["taal"])  # the first time it waits for what is drawn
    except LettersOntbreken as fout:
        log.error("a message went without its picture: %s", fout)
        return replace(bericht, media=None)
    return bericht


def _eronder(bericht: Bericht) -> bool:
    return lengte(bericht.tekst) <= ONDERSCHRIFT_MAX


def _inhoud(bericht: Bericht) -> dict[str, Any]:
    velden = {"text": bericht.tekst, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    if bericht.knoppen:
        knoppen = [[_knop(knop) for knop in rij] for rij in bericht.knoppen]
        velden["reply_markup"] = {"inline_keyboard": knoppen}
    return velden


def _toetsenbord(bericht: Bericht) -> InlineKeyboardMarkup | None:
    rijen = [[InlineKeyboardButton(k.tekst, url=k.url, callback_data=k.data) for k in rij] for rij in bericht.knoppen]
    return InlineKeyboardMarkup(rijen) if rijen else None


def _knop(knop: Knop) -> dict[str, str]:
    return {"text": knop.tekst, **({"url": knop.url} if knop.url else {"callback_data": knop.data or ""})}
