"""Messages out: how a rendered message goes to a chat, what its failures mean, and the loop that drains the outbox."""

import asyncio
import html
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Protocol

from sqlalchemy import Connection
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from berichten import Bericht, Bijlage, Boodschap, Knop, Toon, render
from bot import exports
from bot.channels.tijdvak import TijdvakVoorbij, Tijdvakwacht
from bot.channels.transport import NietVerzonden, roep
from bot.rules.pacing import Baan
from bot.storage import Database, accounts, outbox
from bot.storage.outbox import Zending

log = logging.getLogger(__name__)

TEGELIJK = 8
RUST_SECONDEN = 0.25
LANGSTE_WACHT_SECONDEN = 86400.0
ONDERSCHRIFT_MAX = 1024  # characters under a picture, after the markup (Bot API, sendPhoto)


class Sender(Protocol):
    """Puts a rendered message into a chat."""

    async def stuur(self, chat: int, bericht: Bericht) -> int:
        """Send a new message, its attachments after it; return its message id."""

    async def bewerk(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """Change a message; one that is so already is fine, for one that is gone comes a new one."""

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """Change a message or fail; one that is so already is fine."""

    async def meld(self, tik: str, tekst: str | None) -> None:
        """End a tap's waiting, with a short notice when there is one."""


class TelegramSender:
    """The Sender over a Bot API."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def stuur(self, chat: int, bericht: Bericht) -> int:
        """See `Sender.stuur`."""
        nummer = await self._stuur_foto(chat, bericht) if bericht.foto else None
        if nummer is None:
            verzonden = await self._roep("sendMessage", chat_id=chat, **_inhoud(bericht))
            nummer = int(verzonden["message_id"])
        for bijlage in bericht.bijlagen:
            await self._stuur_bijlage(chat, bijlage)
        return nummer

    async def bewerk(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """See `Sender.bewerk`."""
        if bericht.foto and not _past_onder_foto(bericht.tekst):
            await self.stuur(chat, bericht)
            return
        try:
            await self.ververs(chat, message_id, bericht)
        except BadRequest as fout:
            log.info("a message cannot be changed (%s), a new one goes instead", fout.message)
            await self.stuur(chat, bericht)
            return
        for bijlage in bericht.bijlagen:
            await self._stuur_bijlage(chat, bijlage)

    async def ververs(self, chat: int, message_id: int, bericht: Bericht) -> None:
        """See `Sender.ververs`."""
        try:
            if bericht.foto:
                beeld = InputMediaPhoto(await _bestand(bericht.foto), bericht.tekst, "HTML", filename=bericht.foto.naam)
                await self._bot.edit_message_media(beeld, chat, message_id, reply_markup=_toetsenbord(bericht))
            else:
                await self._roep("editMessageText", chat_id=chat, message_id=message_id, **_inhoud(bericht))
        except BadRequest as fout:
            if "message is not modified" not in fout.message.lower():
                raise

    async def meld(self, tik: str, tekst: str | None) -> None:
        """See `Sender.meld`. A tap that cannot be ended, such as an old one, does not keep the answer."""
        try:
            await self._roep("answerCallbackQuery", callback_query_id=tik, text=tekst)
        except TelegramError as fout:
            log.info("a tap could not be ended (%s)", fout.message)

    async def _roep(self, methode: str, **velden: Any) -> Any:
        return await roep(self._bot.request, f"{self._bot.base_url}/{methode}", velden)

    async def _stuur_foto(self, chat: int, bericht: Bericht) -> int | None:
        """Send the picture; return its message id when the text went with it."""
        assert bericht.foto is not None  # noqa: S101 (the caller looked)
        inhoud, naam = await _bestand(bericht.foto), bericht.foto.naam
        if not _past_onder_foto(bericht.tekst):
            await self._bot.send_photo(chat, inhoud, filename=naam)
            return None
        verzonden = await self._bot.send_photo(
            chat, inhoud, bericht.tekst, parse_mode="HTML", filename=naam, reply_markup=_toetsenbord(bericht)
        )
        return verzonden.message_id

    async def _stuur_bijlage(self, chat: int, bijlage: Bijlage) -> None:
        if bijlage.soort == "plek":
            await self._bot.send_venue(chat, **bijlage.data)
            return
        inhoud = await _bestand(bijlage)
        if bijlage.naam.endswith(".png"):
            await self._bot.send_photo(chat, inhoud, filename=bijlage.naam)
        else:
            await self._bot.send_document(chat, inhoud, filename=bijlage.naam)


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


def duid(fout: TelegramError, pogingen: int) -> Mislukking:
    """Read a failed call."""
    if isinstance(fout, RetryAfter):
        wacht = fout.retry_after
        return Mislukking("opnieuw", "429", wacht.total_seconds() if isinstance(wacht, timedelta) else float(wacht))
    if isinstance(fout, NietVerzonden):
        return Mislukking("opnieuw", fout.message, wachttijd(pogingen))
    if isinstance(fout, Forbidden):
        return Mislukking("mislukt", fout.message, geblokkeerd=True)
    if isinstance(fout, NetworkError) and not isinstance(fout, BadRequest):
        return Mislukking("onzeker", fout.message)
    if isinstance(fout, InvalidToken):
        return Mislukking("opnieuw", fout.message, 60.0)
    if type(fout) is TelegramError:  # an answer that is not the Bot API's, such as a proxy's page with status 200
        return Mislukking("onzeker", fout.message)
    return Mislukking("mislukt", fout.message)


class OutboxSender:
    """Drains the outbox of one channel; each row ends as sent, failed or uncertain (rule 3 of the design)."""

    def __init__(
        self, database: Database, kanaal: str, sender: Sender, toon: Callable[[str | None], Toon], wacht: Tijdvakwacht
    ) -> None:
        self._database = database
        self._wacht = wacht
        self._kanaal = kanaal
        self._sender = sender
        self._toon = toon
        self._onderweg: set[asyncio.Task[None]] = set()
        self._pauze_tot = datetime.now(UTC)

    async def leeg(self) -> None:
        """Send until cancelled, or until `TijdvakVoorbij`; a database error is logged and tried again."""
        while True:
            ronde = asyncio.create_task(self._ronde())
            try:
                gevonden = await asyncio.shield(ronde)
            except (asyncio.CancelledError, TijdvakVoorbij):
                await asyncio.wait([ronde])  # what was claimed at this very moment is sent, not left uncertain
                raise
            except Exception:
                log.exception("the outbox could not be read")
                gevonden = 0
            if not gevonden:
                await asyncio.sleep(RUST_SECONDEN)

    async def stop(self) -> None:
        """Wait for calls that are under way."""
        await asyncio.gather(*self._onderweg)

    async def _ronde(self) -> int:
        now = datetime.now(UTC)
        if now < self._pauze_tot:
            return 0
        if len(self._onderweg) >= TEGELIJK:
            await asyncio.wait(self._onderweg, return_when=asyncio.FIRST_COMPLETED)
        hoeveel = TEGELIJK - len(self._onderweg)
        zendingen = await self._wacht.claim(self._database, self._kanaal, list(Baan), hoeveel, now)
        for zending in zendingen:
            taak = asyncio.create_task(self._verzend(zending))
            self._onderweg.add(taak)
            taak.add_done_callback(self._onderweg.discard)
        return len(zendingen)

    async def _verzend(self, zending: Zending) -> None:
        try:
            bericht = render(zending.boodschap, self._toon(zending.taal))
            bericht_id = await self._sender.stuur(int(zending.extern_id), bericht)
        except TelegramError as fout:
            await self._database.write(None, self._boek_mislukking, zending, duid(fout, zending.pogingen))
        except Exception as fout:
            log.exception("outbox row %d cannot be sent", zending.id)
            await self._database.write(None, outbox.eindig, zending, "mislukt", f"programmafout: {type(fout).__name__}")
        else:
            await self._database.write(None, outbox.verzonden, zending, bericht_id)

    def _boek_mislukking(self, tx: Connection, zending: Zending, mislukking: Mislukking) -> None:
        if mislukking.soort == "opnieuw":
            niet_voor = datetime.now(UTC) + timedelta(seconds=min(mislukking.seconden, LANGSTE_WACHT_SECONDEN))
            if mislukking.reden == "429":
                self._pauze_tot = max(self._pauze_tot, niet_voor)
            outbox.later(tx, zending, niet_voor)
            return
        outbox.eindig(tx, zending, mislukking.soort, mislukking.reden)
        if mislukking.geblokkeerd:
            accounts.wijzig(tx, zending.account, bereikbaar=False)


async def met_geduld(stuur: Callable[[], Awaitable[None]]) -> bool:
    """Send an answer until it has arrived or certainly never will, and say which. It may arrive twice."""
    pogingen = 0
    while True:
        try:
            await stuur()
            return True
        except TelegramError as fout:
            mislukking = duid(fout, pogingen)
            if mislukking.soort == "mislukt":
                log.warning("an answer could not be delivered: %s", mislukking.reden)
                return False
            await asyncio.sleep(mislukking.seconden or wachttijd(pogingen))
            pogingen += 1


async def stuur_antwoord(
    sender: Sender,
    toon: Toon,
    boodschappen: list[Boodschap],
    *,
    chat: int,
    tik: str | None,
    message_id: int | None,
) -> None:
    """Send the answer to an update: end the tap, change the tapped message or send new ones.

    Args:
        tik: id of the tap, None when something was typed.
        message_id: the tapped message when it can be changed.
    """
    melding = next((b.melding for b in boodschappen if b.melding), None)

    async def spreek() -> None:
        for boodschap in boodschappen:
            bericht = render(boodschap, toon)
            if message_id is not None and boodschap.wijze == "bewerk":
                await sender.bewerk(chat, message_id, bericht)
            else:
                await sender.stuur(chat, bericht)

    if tik is None:
        await spreek()
    else:  # at the same time: the person sees the answer one round trip sooner
        await asyncio.gather(sender.meld(tik, toon.t.plat(melding) if melding else None), spreek())


async def _bestand(bijlage: Bijlage) -> bytes | str:
    """Return the bytes of a file, or the id under which the network has it."""
    if bijlage.soort == "file_id":
        return str(bijlage.data["file_id"])
    return await asyncio.to_thread(exports.maak, bijlage.soort, bijlage.data)  # a workbook takes a while


def _past_onder_foto(tekst: str) -> bool:
    leesbaar = html.unescape(re.sub("<[^>]*>", "", tekst))
    return len(leesbaar.encode("utf-16-le")) // 2 <= ONDERSCHRIFT_MAX


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
