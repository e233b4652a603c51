"""Which conversation gets an update: python-telegram-bot says what kind it is, `handlers` who listens to that."""

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatJoinRequestHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

import handlers
from bot.services import bewoner
from bot.services.rolgebruik import onderwerp_van
from handlers import deur, groepschat, menu, vraag
from handlers.inhoud import leesbaar, na_opdracht, tekst_van
from handlers.lopend import GROEPEN, LOPEND, Lopend

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
_GEHEIM = frozenset({"rolneem", "sv", "ppk", "ppw", "ppv"})
"""Taps that carry a secret, or a ballot on paper: what they are about stands in no audit trail."""


class Wegwijzer:
    """Brings each kind of input to the conversation that wants it; which that is, `handlers` says."""

    def __init__(self) -> None:
        self._tikken = handlers.luisteraars("TAPS")
        self._starts = handlers.luisteraars("START")
        self._stappen = handlers.luisteraars("STAPPEN")
        self._stappen_gestuurd = handlers.luisteraars("STAPPEN_GESTUURD")
        self._eigen_woorden = handlers.eigen_woorden()
        self._antwoorden = handlers.antwoorden()
        self._opdrachten = handlers.luisteraars("COMMANDS")
        self._in_groep = handlers.luisteraars("GROEP_COMMANDS"), handlers.luisteraars("GROEP_TAPS")

    def installeer(self, application: App) -> None:
        """Give the application its handlers; the first that fits gets the update."""
        prive = filters.ChatType.PRIVATE
        application.add_handler(CallbackQueryHandler(self._tik))
        application.add_handler(CommandHandler("start", self._start))
        application.add_handler(CommandHandler(self._opdrachten.keys() - {"start"}, self._opdracht))
        application.add_handler(MessageHandler(prive & filters.TEXT & ~filters.COMMAND, self._tekst))
        application.add_handler(MessageHandler(prive & ~filters.StatusUpdate.ALL & ~filters.TEXT, self._gestuurd))
        application.add_handler(MessageHandler(prive, self._onbegrepen))
        application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, self._verhuis))
        application.add_handler(ChatMemberHandler(self._lid, ChatMemberHandler.MY_CHAT_MEMBER))
        application.add_handler(ChatJoinRequestHandler(self._verzoek))
        application.add_error_handler(_bewaar_fout)

    async def _tik(self, update: Update, context: Context) -> None:
        data = leesbaar(update.callback_query.data if update.callback_query else None)
        soort, _, rest = data.partition(":")
        lopend = LOPEND.get()
        lopend.onderwerp = onderwerp_van(rest) if soort not in _GEHEIM else None
        in_groep = self._in_groep[1].get(soort, groepschat.elders)
        luisteraar = self._tikken.get(soort, menu.onbegrepen) if lopend.afzender.prive else in_groep
        await luisteraar(lopend.beurt(), rest)

    async def _start(self, update: Update, context: Context) -> None:
        payload = na_opdracht(update)
        if not LOPEND.get().afzender.prive:
            await self._in_groep[0]["start"](LOPEND.get().beurt(), payload)
            return
        soort, streep, rest = payload.partition("-")
        if streep and soort in self._starts:
            await self._starts[soort](LOPEND.get().beurt(), rest)
        else:
            await self._opdrachten["start"](LOPEND.get().beurt(), payload)

    async def _opdracht(self, update: Update, context: Context) -> None:
        naam = tekst_van(update).split(maxsplit=1)[0].lstrip("/").partition("@")[0].lower()
        lopend = LOPEND.get()
        in_groep = self._in_groep[0].get(naam, groepschat.elders)
        await (self._opdrachten[naam] if lopend.afzender.prive else in_groep)(lopend.beurt(), na_opdracht(update))

    async def _tekst(self, update: Update, context: Context) -> None:
        lopend, getypt = LOPEND.get(), tekst_van(update)
        lopend.getypt = getypt
        if await self._als_antwoord(lopend, getypt):
            return
        open_soort = await lopend.open_soort()
        aan_de_deur = open_soort in self._eigen_woorden and deur.herken_code(getypt)
        waar_op_gewacht = None if aan_de_deur else self._stappen.get(open_soort or "")
        luisteraar = waar_op_gewacht or handlers.lezer(getypt)
        await luisteraar(lopend.beurt(), getypt)

    async def _als_antwoord(self, lopend: Lopend, getypt: str) -> bool:
        """Take a reply to a message that waits for one, and say whether it was: it goes before what else is open."""
        for zoek, luisteraar in self._antwoorden:
            if (over := await lopend.beantwoordt(zoek)) is not None:
                await luisteraar(lopend.beurt(), f"{over}:{getypt}")
                return True
        return False

    async def _gestuurd(self, update: Update, context: Context) -> None:
        luisteraar = self._stappen_gestuurd.get(await LOPEND.get().open_soort() or "", vraag.gestuurd)
        await luisteraar(LOPEND.get().beurt(), "")

    async def _onbegrepen(self, update: Update, context: Context) -> None:
        await menu.onbegrepen(LOPEND.get().beurt(), "")

    async def _lid(self, update: Update, context: Context) -> None:
        lid = update.my_chat_member
        weg = lid is not None and lid.new_chat_member.status in {"kicked", "left"}
        if lid and lid.chat.type == "private":
            await LOPEND.get().beurt().doe_account(bewoner.bereikbaar, not weg)
        elif lid and lid.chat.type in GROEPEN and weg:
            await groepschat.weg(LOPEND.get().beurt())
        elif lid and lid.chat.type in GROEPEN and not getattr(lid.new_chat_member, "can_invite_users", False):
            await groepschat.zonder_recht(LOPEND.get().beurt())

    async def _verzoek(self, update: Update, context: Context) -> None:
        link = update.chat_join_request and update.chat_join_request.invite_link
        await groepschat.verzoek(LOPEND.get().beurt(), eigen_link=bool(link and link.creator.id == context.bot.id))

    async def _verhuis(self, update: Update, context: Context) -> None:
        bericht = update.message
        if bericht and (naar := bericht.migrate_to_chat_id or (bericht.migrate_from_chat_id and bericht.chat.id)):
            await groepschat.verhuis(LOPEND.get().beurt(), bericht.migrate_from_chat_id or bericht.chat.id, naar)


async def _bewaar_fout(update: object, context: Context) -> None:
    LOPEND.get().fout = context.error
