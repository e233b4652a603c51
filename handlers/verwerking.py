"""From an update to a committed answer: `wegwijzer` chooses the listener, one transaction does the rest (`lopend`)."""

import json
import logging
from copy import copy
from functools import partial
from typing import Any

from telegram import Update

from berichten import Boodschap
from bot.channels import toetreding
from bot.channels.antwoord import met_geduld, stuur_antwoord
from bot.channels.ophalen import haal_bestand
from bot.channels.sender import Sender, Weg
from bot.rules.pacing import Baan
from bot.storage import accounts
from bot.storage.inbox import Post
from bot.tellers import VERZONDEN
from handlers.lopend import GROEPEN, LOPEND, Lopend, Omgeving
from handlers.wegwijzer import App, Wegwijzer

__all__ = ["App", "Omgeving", "Verwerking"]

log = logging.getLogger(__name__)


class Verwerking:
    """Handles updates with a python-telegram-bot application, and sends what was decided."""

    def __init__(self, application: App, sender: Sender, omgeving: Omgeving) -> None:
        self._application = application
        self._sender = sender
        self._omgeving = omgeving
        Wegwijzer().installeer(application)

    def elders(self, sender: Sender, omgeving: Omgeving) -> "Verwerking":
        """Return one that does the same in another wijk, with the same application."""
        ander = copy(self)
        ander._sender, ander._omgeving = sender, omgeving
        return ander

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
        van = {"id": waar.id, "type": waar.type, "title": waar.title} if waar else None
        chat = getikt["chat"] if getikt else van
        haal = partial(haal_bestand, self._application.bot)
        link = partial(toetreding.maak_link, self._application.bot)
        lopend = Lopend(post, update, chat, self._omgeving, getikt["message_id"] if getikt else None, haal, link)
        teken = LOPEND.set(lopend)
        try:
            await self._application.process_update(update)
        finally:
            LOPEND.reset(teken)
        if lopend.fout is not None:
            raise lopend.fout
        return lopend.antwoord

    async def antwoord(self, post: Post, antwoord: str, over: int | None = None) -> list[int]:
        """Send a committed answer to where the update came from; when that cannot be, say at least that it is done.

        Args:
            over: the message of ours that the answer changes; None for the one that was tapped, if any.

        Returns:
            Which messages then stand in the person's own chat: what they typed or tapped, and what is new.
        """
        inhoud, ruw = json.loads(antwoord), json.loads(post.inhoud)
        bericht = (ruw.get("callback_query") or ruw).get("message") or {}
        berichten: list[int] = []
        sender = self._sender.op(Weg(bij_bericht=berichten.append, sleutel=f"in:{ruw['update_id']}"))
        try:
            boodschappen = [Boodschap(**deel) for deel in inhoud["boodschappen"]]
            bezorgd = await self._stuur(sender, ruw, inhoud["taal"], boodschappen, over)
        except Exception:  # an answer of an earlier version, or a text or file that cannot be made
            log.exception("the answer to update %d cannot be rendered", post.id)
            bezorgd = False
        if not bezorgd:
            await self._verontschuldig(sender, ruw, inhoud["taal"], "antwoord_weg")
        VERZONDEN.labels(Baan.ANTWOORD.name.lower(), "sent" if bezorgd else "failed").inc()
        soorten = ", ".join(deel["soort"] for deel in inhoud["boodschappen"])
        log.info("update %d, answer %s: %s", post.id, soorten, "sent" if bezorgd else "failed")
        eigen = bericht.get("chat", {}).get("type") == "private"
        return [bericht["message_id"], *berichten] if eigen else []

    async def mislukt(self, post: Post) -> None:
        """Tell a person kindly that their update could not be handled."""
        ruw = json.loads(post.inhoud)
        van = (ruw.get("callback_query") or ruw.get("message") or {}).get("from", {})
        gekozen = await self._omgeving.database.read(accounts.taal, self._omgeving.kanaal, str(van.get("id")))
        await self._verontschuldig(self._sender, ruw, gekozen or van.get("language_code"), "mislukt")

    async def _verontschuldig(self, sender: Sender, ruw: dict[str, Any], taal: str | None, soort: str) -> None:
        """Say that something went wrong; in a group only to who tapped."""
        tik = ruw.get("callback_query")
        bericht = (tik or ruw).get("message") or {}
        in_groep = bericht.get("chat", {}).get("type") in GROEPEN
        if tik or not in_groep:
            await self._stuur(sender, ruw, taal, [Boodschap(soort, wijze="tik" if in_groep else "nieuw")])

    async def _stuur(
        self,
        sender: Sender,
        ruw: dict[str, Any],
        taal: str | None,
        boodschappen: list[Boodschap],
        over: int | None = None,
    ) -> bool:
        bot = self._application.bot
        for chat, link in (b.intrekken for b in boodschappen if b.intrekken):
            await met_geduld(partial(toetreding.trek_in, bot, chat, link))
        if verzoek := ruw.get("chat_join_request"):
            return await toetreding.antwoord(bot, sender, self._omgeving.toon(taal), boodschappen, verzoek)
        tik = ruw.get("callback_query")
        bericht = tik.get("message") if tik else ruw.get("message")
        if not bericht:
            return True
        return await stuur_antwoord(
            sender,
            self._omgeving.toon(taal),
            boodschappen,
            chat=bericht["chat"]["id"],
            tik=tik["id"] if tik else None,
            message_id=over or (bericht["message_id"] if tik and bericht.keys() & {"text", "photo"} else None),
            onderwerp=bericht.get("message_thread_id") if bericht.get("is_topic_message") else None,
        )
