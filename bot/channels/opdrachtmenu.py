"""Setting each person's list of commands in the chat, after the change that asked for it; retried until it is done."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from berichten import kies_taal, vertaal
from berichten.opdrachten import WIJKEN, opdrachten_voor
from bot.channels.duiding import LANGSTE_WACHT_SECONDEN, Mislukking, duid, wachttijd
from bot.storage import Database, kapot, opdrachtmenus
from bot.storage.opdrachtmenus import Menuwens

log = logging.getLogger(__name__)

RUST_SECONDEN = 1.0
PER_RONDE = 20


def opdrachten(taal: str, namen: list[str]) -> list[BotCommand]:
    """Return commands with what they do, in a language of ours."""
    t = vertaal(taal)
    return [BotCommand(naam, t.plat(f"opdracht.{naam}")) for naam in namen]


class Menuzetter:
    """Carries out the wishes of wijken on one channel, of commands for what the installation can do."""

    def __init__(
        self, database: Database, wijken: Collection[int], kanaal: str, bot: Bot, kan: Collection[str]
    ) -> None:
        self._database = database
        self._van = wijken, kanaal
        self._bot = bot
        self._kan = kan

    async def werk(self) -> None:
        """Set lists until cancelled. Broken off halfway, a wish stays open and is carried out again."""
        while True:
            try:
                wacht = await self.ronde()
            except Exception:
                log.exception("the lists of commands could not be set")
                wacht = RUST_SECONDEN
            await asyncio.sleep(wacht)

    async def ronde(self) -> float:
        """Carry out the next wishes and return how many seconds to rest: for a 429 as long as it asks."""
        now = datetime.now(UTC)
        wensen = await self._database.read(opdrachtmenus.te_doen, *self._van, PER_RONDE, now)
        for wens in wensen:
            try:
                fout = await self._vervul(wens)
            except Exception as mis:  # those behind it must not wait for it
                kapot.meld("opdrachtmenu", wens.account, mis)
                straks = datetime.now(UTC) + timedelta(seconds=LANGSTE_WACHT_SECONDEN)
                await self._database.write(None, opdrachtmenus.later, wens, straks)
                continue
            if fout is not None and fout.reden == "429":
                return fout.seconden
        return 0.0 if len(wensen) == PER_RONDE else RUST_SECONDEN

    async def _vervul(self, wens: Menuwens) -> Mislukking | None:
        kan = {*self._kan, WIJKEN} if wens.meer_wijken else self._kan
        lijst = opdrachten(kies_taal(wens.taal), opdrachten_voor(wens.bewoner, wens.rollen, kan))
        merk = hashlib.sha256(json.dumps([o.to_dict() for o in lijst]).encode()).hexdigest()[:32]
        try:
            if merk != wens.inhoud:
                await self._bot.set_my_commands(lijst, scope=BotCommandScopeChat(int(wens.extern_id)))
        except TelegramError as fout:
            mislukking = duid(fout, wens.pogingen)
            if mislukking.soort == "mislukt":  # blocked, or never began: they find all behind /menu
                log.info("a list of commands was refused (%s)", mislukking.reden)
                await self._database.write(None, opdrachtmenus.gezet, wens, None)
            else:  # also when nobody knows whether it arrived: setting it twice does no harm
                wacht = min(mislukking.seconden or wachttijd(wens.pogingen), LANGSTE_WACHT_SECONDEN)
                straks = datetime.now(UTC) + timedelta(seconds=wacht)
                await self._database.write(None, opdrachtmenus.later, wens, straks)
            return mislukking
        await self._database.write(None, opdrachtmenus.gezet, wens, merk)
        return None
