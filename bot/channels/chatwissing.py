"""Taking messages out of the chats of who was erased, as far as the chat network lets a bot: those of two days.

It comes after the erasing and holds nothing up: what cannot be done is done later, and after two days not at all.
"""

import logging
from collections.abc import Collection

from telegram.error import BadRequest, TelegramError

from bot.channels.duiding import duid
from bot.channels.rondes import Rondes
from bot.channels.sender import Sender
from bot.storage import Database, chatwissingen
from bot.storage.chatwissingen import Chatwissing

log = logging.getLogger(__name__)

RUST_SECONDEN = 1.0
OPNIEUW_SECONDEN = 30.0
TEGELIJK = 100  # Bot API, deleteMessages


class Chatwissers:
    """Deletes what stands in the rows of wijken on one channel. What fails at one keeps nothing else waiting."""

    def __init__(self, database: Database, wijken: Collection[int], kanaal: str, sender: Sender) -> None:
        self._database = database
        self._van = wijken, kanaal
        self._sender = sender
        self._rondes = Rondes("the chats of who was erased", RUST_SECONDEN, "chatwissing", OPNIEUW_SECONDEN)

    async def werk(self) -> None:
        """Work until cancelled. What was under way then is done again at the next start: deleting twice is once."""
        await self._rondes.werk(self.ronde)

    async def ronde(self) -> None:
        """Begin with each chat that is not under way; wait for none of them."""
        alle = await self._database.read(chatwissingen.te_doen, *self._van)
        self._rondes.vergeet_anders_dan([deze.id for deze in alle])
        for deze in alle:
            if self._rondes.kan(deze.id):
                self._rondes.begin(deze.id, self._wis(deze))

    async def _wis(self, deze: Chatwissing) -> None:
        try:
            await self._verwijder(int(deze.extern_id), deze.berichten)
        except TelegramError as fout:
            log.info("messages of who was erased were not deleted (%s)", fout.message)
            if (wat := duid(fout, 0)).soort != "mislukt":
                self._rondes.wacht(deze.id, max(wat.seconden, OPNIEUW_SECONDEN))
                return
        await self._database.write(deze.wijk, chatwissingen.klaar, deze.id)

    async def _verwijder(self, chat: int, berichten: list[int]) -> None:
        """Delete from the newest on, until one is refused by itself: that is too old, and so is all that follows.

        One that is too old keeps a whole call; half of it is tried then.
        """
        begin, hoeveel = 0, TEGELIJK
        while begin < len(berichten) and hoeveel:
            try:
                await self._sender.verwijder(chat, berichten[begin : begin + hoeveel])
                begin += hoeveel
            except BadRequest:
                hoeveel //= 2
