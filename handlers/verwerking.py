"""From an update to a committed answer: python-telegram-bot chooses the listener, one transaction does the rest.

The effect, the mark on the inbox row and the answer (kind and data) commit together (rule 2 of the design).
"""

import json
import logging
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

import handlers
from berichten import Boodschap, Toon, kies_taal, vertaal
from bot.channels.antwoord import stuur_antwoord
from bot.channels.ophalen import haal_bestand
from bot.channels.sender import Sender
from bot.clock import Clock
from bot.config import Settings
from bot.errors import Geweigerd
from bot.services import bewoner
from bot.services.handeling import Afzender, Handeling
from bot.storage import Database, accounts, gesprekken, inbox
from bot.storage.inbox import Post
from handlers import menu
from handlers.beurt import Antwoord, Beurt, Haal
from handlers.inhoud import gedeeld_nummer, gestuurd, leesbaar, na_opdracht, tekst_van

log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
_LOPEND: ContextVar["_Lopend"] = ContextVar("lopend")


class _AlVerwerkt(Exception):  # noqa: N818 (never leaves this file)
    """Another run of this update was committed: its answer stands, this effect is undone."""


@dataclass(frozen=True)
class Omgeving:
    """What every update is handled with."""

    database: Database
    clock: Clock
    settings: Settings
    peper: bytes
    wijk: int

    @property
    def zone(self) -> ZoneInfo:
        """Time zone of the wijk."""
        return ZoneInfo(self.settings.wijk.tijdzone)

    def toon(self, taal: str | None) -> Toon:
        """Return how to speak to someone who asked for this language."""
        wijk = self.settings.wijk
        contact = f"{wijk.contact_naam}, {wijk.contact_telefoon}" if wijk.contact_naam else ""
        return Toon(vertaal(kies_taal(taal)), self.zone, self.settings.telegram.botlink, contact)


class Verwerking:
    """Handles updates with a python-telegram-bot application, and sends what was decided."""

    def __init__(self, application: App, sender: Sender, omgeving: Omgeving) -> None:
        self._application = application
        self._sender = sender
        self._omgeving = omgeving
        _Wegwijzer().installeer(application)

    async def verwerk(self, post: Post) -> str | None:
        """Handle one update and return its committed answer.

        Raises:
            Exception: what went wrong; nothing was changed then.
        """
        ruw = json.loads(post.inhoud)
        tik = ruw.get("callback_query")
        getikt = tik.pop("message", None) if tik else None  # nobody reads it, and it is most of what is to parse
        update = Update.de_json(ruw, self._application.bot)
        waar = update.effective_chat
        chat = getikt["chat"]["id"] if getikt else waar.id if waar else None
        haal = partial(haal_bestand, self._application.bot)
        lopend = _Lopend(post, update, chat, self._omgeving, getikt["message_id"] if getikt else None, haal)
        teken = _LOPEND.set(lopend)
        try:
            await self._application.process_update(update)
        finally:
            _LOPEND.reset(teken)
        if lopend.fout is not None:
            raise lopend.fout
        return lopend.antwoord

    async def antwoord(self, post: Post, antwoord: str) -> None:
        """Send a committed answer to where the update came from; when that cannot be, say at least that it is done."""
        inhoud = json.loads(antwoord)
        try:
            bezorgd = await self._stuur(post, inhoud["taal"], [Boodschap(**deel) for deel in inhoud["boodschappen"]])
        except Exception:  # an answer of an earlier version, or a text or file that cannot be made
            log.exception("the answer to update %d cannot be rendered", post.id)
            bezorgd = False
        if not bezorgd:
            await self._stuur(post, inhoud["taal"], [Boodschap("antwoord_weg", wijze="nieuw")])

    async def mislukt(self, post: Post) -> None:
        """Tell a person kindly that their update could not be handled."""
        ruw = json.loads(post.inhoud)
        van = (ruw.get("callback_query") or ruw.get("message") or {}).get("from", {})
        kanaal = self._omgeving.settings.telegram.kanaal
        gekozen = await self._omgeving.database.read(accounts.taal, kanaal, str(van.get("id")))
        await self._stuur(post, gekozen or van.get("language_code"), [Boodschap("mislukt", wijze="nieuw")])

    async def _stuur(self, post: Post, taal: str | None, boodschappen: list[Boodschap]) -> bool:
        ruw = json.loads(post.inhoud)
        tik = ruw.get("callback_query")
        bericht = tik.get("message") if tik else ruw.get("message")
        if not bericht:
            return True
        return await stuur_antwoord(
            self._sender,
            self._omgeving.toon(taal),
            boodschappen,
            chat=bericht["chat"]["id"],
            tik=tik["id"] if tik else None,
            message_id=bericht["message_id"] if tik and bericht.keys() & {"text", "photo"} else None,
        )


class _Lopend:
    """One update under way: what it gives, and what went wrong."""

    def __init__(
        self, post: Post, update: Update, chat: int | None, omgeving: Omgeving, getikt: int | None, haal: Haal
    ) -> None:
        self.post = post
        self.omgeving = omgeving
        self.antwoord: str | None = None
        self.fout: BaseException | None = None
        self._verzonden_op = update.message.date if update.message else None
        self._getikt, self._haal = getikt, haal
        self._update = update
        persoon = update.effective_user
        self.afzender = Afzender(
            omgeving.settings.telegram.kanaal,
            str(persoon.id) if persoon else "",
            prive=persoon is not None and chat == persoon.id,
            taalcode=persoon.language_code if persoon else None,
        )

    def beurt(self) -> Beurt:
        omgeving = self.omgeving
        inhoud = gestuurd(self._update) if self._update.message else None
        wat = self._getikt, inhoud, gedeeld_nummer(self._update), self._haal
        return Beurt(omgeving.settings, omgeving.peper, omgeving.wijk, self.doe, self._lees, *wat)

    async def open_soort(self) -> str | None:
        """Return the kind of form that this person is filling in."""
        van = self.afzender
        return await self.omgeving.database.read(gesprekken.open_soort, van.kanaal, van.extern_id)

    async def doe(self, functie: Callable[[Connection, Handeling], Antwoord], wijk: int) -> None:
        """Run a use case together with the mark and the answer; see `handlers.beurt.Doe`."""
        omgeving, handeling = self.omgeving, self._handeling()
        sprak = self.afzender.prive and self._update.my_chat_member is None

        async def schrijf(functie: Callable[[Connection, Handeling], Antwoord]) -> str:
            return await omgeving.database.write(wijk, _in_een_keer, self.post.id, functie, handeling, sprak)

        try:
            try:
                self.antwoord = await schrijf(functie)
            except Geweigerd as nee:
                geweigerd = _weigering(nee)
                self.antwoord = await schrijf(lambda tx, handeling: geweigerd)
        except _AlVerwerkt:  # a COMMIT that landed unseen; what it did may be why a second run is refused
            self.antwoord = await omgeving.database.read(inbox.antwoord, self.post.id)

    async def _lees(self, functie: Callable[[Connection, Handeling], Any]) -> Any:
        return await self.omgeving.database.read(functie, self._handeling())

    def _handeling(self) -> Handeling:
        omgeving = self.omgeving
        nu = omgeving.clock.now()
        return Handeling(
            omgeving.wijk,
            self.afzender,
            nu,
            secrets.token_bytes(32),
            omgeving.zone,
            _vertraging(self._verzonden_op, nu),
            tweede_persoon=frozenset(omgeving.settings.werkwijze.tweede_persoon),
            verzending=omgeving.settings.verzending,
        )


def _weigering(nee: Geweigerd) -> Boodschap:
    waarom = {"sleutel": nee.sleutel, "velden": nee.velden}
    if nee.vraag is None:
        return Boodschap("geweigerd", {**waarom, "onder": nee.onder} if nee.onder else waarom, wijze="nieuw")
    return Boodschap("formulier.geweigerd", {**nee.vraag, **waarom}, wijze="nieuw")


def _vertraging(verzonden_op: datetime | None, nu: datetime) -> timedelta:
    """Return how long ago a message was sent; one of the future, by a clock that differs a little, is of now."""
    return max(timedelta(0), nu - verzonden_op) if verzonden_op else timedelta(0)


def _in_een_keer(
    tx: Connection, post: int, functie: Callable[[Connection, Handeling], Antwoord], handeling: Handeling, sprak: bool
) -> str:
    """Run a use case; `sprak`: the person said something in their own chat, so they can be reached."""
    gegeven = functie(tx, handeling)
    boodschappen = gegeven if isinstance(gegeven, tuple) else (gegeven,)
    afzender = handeling.afzender
    gekozen, bereikbaar = accounts.taal_en_bereik(tx, afzender.kanaal, afzender.extern_id)
    if sprak and not bereikbaar:  # they let the bot in again, or a refusal (403) came in after that
        bewoner.bereikbaar(tx, handeling, True)
    taal = gekozen or afzender.taalcode
    antwoord = json.dumps({"taal": taal, "boodschappen": [vars(b) for b in boodschappen]}, ensure_ascii=False)
    if not inbox.verwerkt(tx, post, antwoord):
        raise _AlVerwerkt
    return antwoord


class _Wegwijzer:
    """Brings each kind of input to the conversation that wants it; which that is, `handlers` says."""

    def __init__(self) -> None:
        self._tikken = handlers.luisteraars("TAPS")
        self._starts = handlers.luisteraars("START")
        self._stappen = handlers.luisteraars("STAPPEN")
        self._stappen_gestuurd = handlers.luisteraars("STAPPEN_GESTUURD")
        self._opdrachten = handlers.luisteraars("COMMANDS")

    def installeer(self, application: App) -> None:
        """Give the application its handlers; the first that fits gets the update."""
        prive = filters.ChatType.PRIVATE
        application.add_handler(CallbackQueryHandler(self._tik))
        application.add_handler(CommandHandler("start", self._start))
        application.add_handler(CommandHandler(self._opdrachten.keys() - {"start"}, self._opdracht))
        application.add_handler(MessageHandler(prive & filters.TEXT & ~filters.COMMAND, self._tekst))
        application.add_handler(MessageHandler(prive & ~filters.StatusUpdate.ALL & ~filters.TEXT, self._gestuurd))
        application.add_handler(MessageHandler(prive, self._onbegrepen))
        application.add_handler(ChatMemberHandler(self._lid, ChatMemberHandler.MY_CHAT_MEMBER))
        application.add_error_handler(_bewaar_fout)

    async def _tik(self, update: Update, context: Context) -> None:
        data = leesbaar(update.callback_query.data if update.callback_query else None)
        soort, _, rest = data.partition(":")
        await self._tikken.get(soort, menu.onbegrepen)(_LOPEND.get().beurt(), rest)

    async def _start(self, update: Update, context: Context) -> None:
        payload = na_opdracht(update)
        soort, streep, rest = payload.partition("-")
        if streep and soort in self._starts:
            await self._starts[soort](_LOPEND.get().beurt(), rest)
        else:
            await self._opdrachten["start"](_LOPEND.get().beurt(), payload)

    async def _opdracht(self, update: Update, context: Context) -> None:
        naam = tekst_van(update).split(maxsplit=1)[0].lstrip("/").partition("@")[0].lower()
        await self._opdrachten[naam](_LOPEND.get().beurt(), na_opdracht(update))

    async def _tekst(self, update: Update, context: Context) -> None:
        lopend, getypt = _LOPEND.get(), tekst_van(update)
        open_soort = await lopend.open_soort()
        luisteraar = self._stappen[open_soort] if open_soort in self._stappen else handlers.lezer(getypt)
        await luisteraar(lopend.beurt(), getypt)

    async def _gestuurd(self, update: Update, context: Context) -> None:
        luisteraar = self._stappen_gestuurd.get(await _LOPEND.get().open_soort() or "", menu.onbegrepen)
        await luisteraar(_LOPEND.get().beurt(), "")

    async def _onbegrepen(self, update: Update, context: Context) -> None:
        await menu.onbegrepen(_LOPEND.get().beurt(), "")

    async def _lid(self, update: Update, context: Context) -> None:
        if update.my_chat_member and update.my_chat_member.chat.type == "private":
            weg = update.my_chat_member.new_chat_member.status in {"kicked", "left"}
            await _LOPEND.get().beurt().doe_account(bewoner.bereikbaar, not weg)


async def _bewaar_fout(update: object, context: Context) -> None:
    _LOPEND.get().fout = context.error
