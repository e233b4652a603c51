"""Renewing the messages that show the door: each half minute a new picture, until the time of the message is over."""

import logging
from collections.abc import Collection

from telegram.error import TelegramError

from berichten import Bericht, render
from bot.channels.duiding import Mislukking, duid
from bot.channels.rondes import Rondes
from bot.channels.sender import Sender, Spreker
from bot.clock import Clock
from bot.storage import Database, deurschermen
from bot.storage.deurschermen import Deurscherm

log = logging.getLogger(__name__)

RUST_SECONDEN = 1.0
OPNIEUW_SECONDEN = 3.0


class Deurschermen:
    """Keeps the screens of wijken on one channel new. Each is a row; what fails here keeps nothing else waiting.

    Args:
        rollen: who may see the code of every door.
        toon: how each wijk speaks to a chat.
    """

    def __init__(
        self,
        database: Database,
        wijken: Collection[int],
        kanaal: str,
        rollen: tuple[str, ...],
        sender: Sender,
        toon: Spreker,
        clock: Clock,
    ) -> None:
        self._database = database
        self._van = list(wijken), kanaal, rollen
        self._sender = sender
        self._toon = toon
        self._clock = clock
        self._rondes = Rondes("the screens of the door", RUST_SECONDEN, "deurscherm", OPNIEUW_SECONDEN)

    async def werk(self) -> None:
        """Renew until cancelled. What was under way then is done again at the next start."""
        await self._rondes.werk(self.ronde)

    async def ronde(self) -> None:
        """Begin with each screen that is due and not under way; wait for none of them."""
        bezig = set(self._rondes.onderweg)  # what is done meanwhile was still due when it was read
        for scherm in await self._database.read(deurschermen.te_doen, *self._van, self._clock.now()):
            if scherm.id not in bezig and self._rondes.kan(scherm.id):
                self._rondes.begin(scherm.id, self._ververs(scherm))

    async def _ververs(self, scherm: Deurscherm) -> None:
        boodschap, getoond_tot = await self._database.read(deurschermen.volgende, scherm, self._clock.now())
        toon = await self._toon(scherm.deur.wijk, scherm.extern_id, scherm.taal)
        fout = await self._probeer(scherm, render(boodschap, toon))
        if fout is None and getoond_tot is not None:
            await self._database.write(None, deurschermen.getoond, scherm, getoond_tot)
        elif fout is None or fout.soort == "mislukt" or getoond_tot is None:
            await self._database.write(None, deurschermen.weg, scherm)
        else:  # the next window brings another picture anyhow
            self._rondes.wacht(scherm.id, max(fout.seconden, OPNIEUW_SECONDEN))

    async def _probeer(self, scherm: Deurscherm, bericht: Bericht) -> Mislukking | None:
        try:
            await self._sender.ververs(int(scherm.extern_id), scherm.bericht_id, bericht)
        except TelegramError as fout:
            log.info("a message that shows the door was not renewed (%s)", fout.message)
            return duid(fout, 0)
        return None
