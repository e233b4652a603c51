"""What an installation does by itself, whatever chat network it is on: its database, its tick, and what goes out.

`bot.app` runs it for the real wijk, `bot.oefenen` for each practice.
"""

import asyncio
import logging
import secrets
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot import bijdragebewijs, exporteren, herstel, rapporteren, verzegeling
from bot.channels.beurten import Beurten
from bot.channels.deurscherm import Deurschermen
from bot.channels.sender import Sender, Weg
from bot.channels.tijdvak import Tijdvakwacht
from bot.channels.uitgaand import OutboxSender
from bot.channels.voortgang import Voortgangen
from bot.clock import Clock, SystemClock, VerzetbareClock
from bot.config import Settings, inhoud
from bot.rules import spelregels, vrijeperioden
from bot.rules.pacing import Baan
from bot.services import bewijslog, deur, export, mijnbijdrage, rapport, wekker
from bot.services.inrichting import richt_in
from bot.storage import ACCOUNTS, open_database, outbox, wekkers
from handlers.verwerking import Omgeving

log = logging.getLogger(__name__)

TIK_SECONDEN = 1

_LEVERAARS = {export.WEKKER: exporteren.lever, mijnbijdrage.WEKKER: bijdragebewijs.lever}
"""What takes many reads of its own, by the kind of the row that asks for it."""


async def maak_omgeving(
    stapel: AsyncExitStack, settings: Settings, peper: bytes, clock: Clock | None = None
) -> Omgeving:
    """Open the database and bring it in line with the settings; it closes with `stapel`. Its network is Telegram."""
    concept = spelregels.uit_ruw(settings.spelregels, "de instellingen")
    vrij = vrijeperioden.uit_toml(inhoud(settings.traject.vrij_bestand), settings.traject.vrij_bestand)
    database = await open_database(settings.opslag.database)
    stapel.push_async_callback(database.close)
    toeval = [secrets.token_bytes(16) for _ in range(1 + len(settings.wijk.werkgroepen))]
    wijk = await database.write(ACCOUNTS, richt_in, settings, concept, vrij, toeval)
    net = settings.telegram.kanaal, settings.telegram.botlink
    return Omgeving(database, clock or SystemClock(), settings, peper, wijk, *net)


def start(stapel: AsyncExitStack, deel: Coroutine[Any, Any, None], gestopt: asyncio.Future[None]) -> None:
    """Run a part until the stack closes; when it breaks down by itself, `gestopt` carries the reason."""
    taak = asyncio.create_task(deel)

    def gebroken(taak: asyncio.Task[None]) -> None:
        if not taak.cancelled() and (fout := taak.exception()) and not gestopt.done():
            gestopt.set_exception(fout)

    async def einde() -> None:
        taak.cancel()
        await asyncio.gather(taak, return_exceptions=True)

    taak.add_done_callback(gebroken)
    stapel.push_async_callback(einde)


async def start_zenders(
    stapel: AsyncExitStack,
    omgeving: Omgeving,
    sender: Sender,
    beurten: Beurten,
    wacht: Tijdvakwacht,
    gestopt: asyncio.Future[None],
) -> None:
    """Send what waits on one network, and renew what shows there.

    Args:
        wacht: `bot.herstel.begin_tijdvak`, of all networks together.

    Raises:
        InvoerFout: the file beside the database cannot be made or opened.
    """
    database, settings, clock = omgeving.database, omgeving.settings, omgeving.clock
    kanaal, verzending = omgeving.kanaal, settings.verzending
    onbegonnen = await herstel.open_onbegonnen(stapel, database, settings, kanaal)
    uitgaand = OutboxSender(
        *(database, kanaal, sender, omgeving.toon, wacht, onbegonnen, beurten),
        *(clock, omgeving.zone, verzending),
    )
    stapel.push_async_callback(uitgaand.stop)
    start(stapel, uitgaand.leeg(), gestopt)
    deurwacht = sender.op(Weg(Baan.DRINGEND))
    schermen = Deurschermen(database, omgeving.wijk, kanaal, deur.ROLLEN, deurwacht, omgeving.toon, clock)
    start(stapel, schermen.werk(), gestopt)
    lopend = Voortgangen(
        *(database, omgeving.wijk, kanaal, sender.op(Weg(Baan.UITZENDING)), omgeving.toon),
        *(clock, omgeving.zone, verzending),
    )
    start(stapel, lopend.werk(), gestopt)


async def tik(omgeving: Omgeving) -> None:
    """Do all that is due now. What goes wrong is logged and tried again at the next tick, behind all the rest."""
    await lees_klok(omgeving)
    clock, database, wijk = omgeving.clock, omgeving.database, omgeving.wijk
    sleutel = Path(omgeving.settings.opslag.sleutel_bestand)
    if onzeker := await database.write(None, outbox.verlopen_leases, datetime.now(UTC)):
        log.warning("%d messages are uncertain: nobody knows whether they arrived (see /verzending)", onzeker)
    overslaan: list[int] = []
    while volgende := await database.read(wekkers.eerste, wijk, clock.now(), overslaan):
        try:
            if lever := _LEVERAARS.get(volgende.soort):
                await lever(database, wijk, volgende.id, clock.now(), omgeving.zone)
            elif volgende.soort == rapport.WEKKER:
                await rapporteren.lever(database, wijk, volgende.id, sleutel, clock.now(), omgeving.toon("nl"))
            elif volgende.soort == bewijslog.WEKKER:
                await verzegeling.nacht(database, wijk, sleutel, clock.now(), omgeving.zone)
            else:
                nu, verzending = clock.now(), omgeving.settings.verzending
                await database.write(wijk, wekker.doe, wijk, volgende.id, nu, omgeving.zone, verzending)
        except Exception:
            log.exception("what was due (%s, row %d) could not be done", volgende.soort, volgende.id)
            overslaan.append(volgende.id)


async def lees_klok(omgeving: Omgeving) -> None:
    """Set a clock that can be moved by its row; any other clock needs no setting."""
    if isinstance(omgeving.clock, VerzetbareClock):
        omgeving.clock.verzet = timedelta(seconds=await omgeving.database.read(wekkers.verzet))
