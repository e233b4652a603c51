"""The messages about polls and meetings in groups: sent once, changed in place, and each group at most so often.

What they show is decided in services (`Kaartdienst`). All that matters is in rows, so that a restart goes on.
"""

import logging
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from telegram.error import ChatMigrated, TelegramError

from berichten import Toon, render
from bot.channels.duiding import duid
from bot.channels.rondes import Rondes, Uitstel
from bot.channels.sender import Sender
from bot.clock import Clock
from bot.config import Verzending
from bot.rules.stilte import Stilte
from bot.storage import Database, groepschats, peilingkaarten
from bot.storage.peilingkaarten import Kaart, Taak

log = logging.getLogger(__name__)

RUST_SECONDEN = 0.5
OPNIEUW_SECONDEN = 5.0
HOOGSTENS = 2
"""So often a message goes as a new one: at first, and once more when it is gone or nobody knows whether it came."""


class Kaartdienst(Protocol):
    """What is decided about these messages: the functions of `bot.services.peilingkaart`."""

    def taak(self, tx: Connection, kaart: Kaart, now: datetime) -> Taak | None: ...  # noqa: D102

    def ontbreekt(  # noqa: D102
        self, tx: Connection, wijken: Collection[int], kanaal: str, now: datetime
    ) -> set[int]: ...

    def begin(self, tx: Connection, wijk: int, kanaal: str, now: datetime) -> None: ...  # noqa: D102

    def lukt_niet(self, tx: Connection, kaart: Kaart) -> None: ...  # noqa: D102

    def groep_weg(self, tx: Connection, kaart: Kaart) -> None: ...  # noqa: D102


class Peilingkaarten:
    """Keeps the messages of wijken on one channel as they should be. What fails in a group keeps no other waiting.

    Args:
        dienst: what they must show, and what follows when that cannot be.
        toon: how each wijk speaks in its groups.
        tussen_seconden: so long a group is left alone after a look, for a change counts as a message there.
        zone: time zone of the wijken.
        verzending: when it is quiet: then nothing new comes; a change wakes nobody.
    """

    def __init__(
        self,
        database: Database,
        kanaal: str,
        dienst: Kaartdienst,
        sender: Sender,
        toon: Mapping[int, Toon],
        clock: Clock,
        tussen_seconden: float,
        zone: ZoneInfo,
        verzending: Verzending,
    ) -> None:
        self._database = database
        self._wijken, self._kanaal = list(toon), kanaal
        self._dienst = dienst
        self._sender = sender
        self._toon = toon
        self._clock = clock
        self._tussen = tussen_seconden
        self._zone = zone
        self._stilte = Stilte(verzending.stil_van, verzending.stil_tot)
        self._laatst: dict[int, int] = {}
        self._rondes = Rondes("the polls in groups", RUST_SECONDEN)
        self._wijk_mag = Uitstel("wijk")
        """In which new messages can be begun."""
        self._kaart_mag = Uitstel("peilingkaart")

    async def werk(self) -> None:
        """Keep them so until cancelled. What was under way then is done again at the next start."""
        await self._rondes.werk(self.ronde)

    async def ronde(self) -> None:
        """Begin with each group that may be looked at again; wait for none of them."""
        now = self._clock.now()

        def kijk(tx: Connection) -> tuple[set[int], list[Kaart]]:
            van = self._wijken, self._kanaal
            return self._dienst.ontbreekt(tx, *van, now), peilingkaarten.te_doen(tx, *van)

        ontbreekt, kaarten = await self._database.read(kijk)
        for wijk in filter(self._wijk_mag.kan, ontbreekt):
            try:
                await self._database.write(wijk, self._dienst.begin, wijk, self._kanaal, now)
            except Exception as fout:
                self._wijk_mag.ging_mis(wijk, fout, OPNIEUW_SECONDEN)
        if ontbreekt:
            _, kaarten = await self._database.read(kijk)
        stil = self._stilte.geldt(now, self._zone)
        for chat in dict.fromkeys(kaart.chat for kaart in kaarten):
            if self._rondes.kan(chat):
                self._rondes.wacht(chat, self._tussen)
                self._rondes.begin(chat, self._groep(chat, [kaart for kaart in kaarten if kaart.chat == chat], stil))

    async def _groep(self, chat: int, kaarten: list[Kaart], stil: bool) -> None:
        """Bring one message of a group up to date, the one that had its turn before after the others."""
        for kaart in sorted(kaarten, key=lambda kaart: kaart.id == self._laatst.get(chat)):
            if not self._kaart_mag.kan(kaart.id):
                continue
            try:
                gedaan = await self._kaart(kaart, stil)
            except Exception as fout:  # the other messages of the group go on
                self._kaart_mag.ging_mis(kaart.id, fout, OPNIEUW_SECONDEN)
            else:
                self._kaart_mag.klaar(kaart.id)
                if gedaan:
                    return

    async def _kaart(self, kaart: Kaart, stil: bool) -> bool:
        """Bring a message up to date, and say whether anything was done in its group."""
        taak = await self._database.read(self._dienst.taak, kaart, self._clock.now())
        if not taak or (stil and not taak.laatste and kaart.bericht_id is None):
            return False
        self._laatst[kaart.chat] = kaart.id
        try:
            await (self._stuur if kaart.bericht_id is None else self._wijzig)(taak)
        except ChatMigrated as verhuisd:
            await self._schrijf(kaart.wijk, groepschats.verhuis, self._kanaal, kaart.chat, verhuisd.new_chat_id)
        return True

    async def _stuur(self, taak: Taak) -> None:
        """Send a message as a new one, unless that happened often enough; it counts before it goes."""
        kaart = taak.kaart
        if taak.laatste:
            await self._schrijf(kaart.wijk, peilingkaarten.weg, kaart)
            return
        if kaart.gestuurd >= HOOGSTENS:
            await self._schrijf(kaart.wijk, self._dienst.lukt_niet, kaart)
            return
        if not await self._zet(kaart, gestuurd=kaart.gestuurd + 1):
            return
        try:
            nummer = await self._sender.stuur(
                kaart.chat, render(taak.boodschap, self._toon[kaart.wijk]), kaart.onderwerp
            )
        except ChatMigrated:
            raise
        except TelegramError as fout:
            mislukking = duid(fout, 0)
            log.info("a message about a poll did not go to a group (%s)", fout.message)
            if mislukking.geblokkeerd:
                await self._schrijf(kaart.wijk, self._dienst.groep_weg, kaart)
            elif mislukking.soort == "mislukt":
                await self._schrijf(kaart.wijk, self._dienst.lukt_niet, kaart)
            else:
                if mislukking.soort == "opnieuw":  # it certainly did not arrive
                    await self._zet(kaart, gestuurd=kaart.gestuurd)
                self._rondes.wacht(kaart.chat, max(mislukking.seconden, OPNIEUW_SECONDEN))
            return
        await self._zet(kaart, bericht_id=nummer, getoond=taak.merk)

    async def _wijzig(self, taak: Taak) -> None:
        kaart = taak.kaart
        assert kaart.bericht_id is not None  # noqa: S101 (_groep saw to it)
        try:
            await self._sender.ververs(kaart.chat, kaart.bericht_id, render(taak.boodschap, self._toon[kaart.wijk]))
        except ChatMigrated:
            raise
        except TelegramError as fout:
            mislukking = duid(fout, 0)
            log.info("a message about a poll was not changed (%s)", fout.message)
            if mislukking.soort != "mislukt":
                self._rondes.wacht(kaart.chat, max(mislukking.seconden, OPNIEUW_SECONDEN))
                return
            if mislukking.geblokkeerd:
                await self._schrijf(kaart.wijk, self._dienst.groep_weg, kaart)
            if not taak.laatste:
                await self._zet(kaart, bericht_id=None, getoond=None)
                return
        if taak.laatste:
            await self._schrijf(kaart.wijk, peilingkaarten.weg, kaart)
        else:
            await self._zet(kaart, getoond=taak.merk)

    async def _zet(self, kaart: Kaart, **velden: object) -> bool:
        return await self._database.write(kaart.wijk, lambda tx: peilingkaarten.zet(tx, kaart, **velden))

    async def _schrijf(self, wijk: int, doe: Callable[..., object], *args: object) -> None:
        await self._database.write(wijk, doe, *args)
