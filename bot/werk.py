"""What an installation does by itself, whatever chat network it is on: its database, its tick, and what goes out.

`bot.app` runs it for the real wijk, `bot.oefenen` for each practice.
"""

import asyncio
import logging
import secrets
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from berichten import Toon
from berichten.bericht import merk_van
from bot import bijdragebewijs, exporteren, herstel, rapporteren, verzegeling
from bot.channels.beurten import Beurten
from bot.channels.deurscherm import Deurschermen
from bot.channels.einde import Einde
from bot.channels.rondes import Uitstel
from bot.channels.sender import Sender, Spreker, Weg
from bot.channels.tijdvak import Tijdvakwacht
from bot.channels.uitgaand import OutboxSender
from bot.channels.voortgang import Voortgangen
from bot.clock import Clock, SystemClock, VerzetbareClock
from bot.config import Settings, inhoud
from bot.rules import spelregels, vrijeperioden
from bot.rules.pacing import Baan
from bot.rules.terugrekenen import Periode
from bot.samen import ALLEEN, Samen, start
from bot.services import bewijslog, deur, export, mijnbijdrage, rapport, wekker, wijkkeuze
from bot.services.inrichting import richt_in
from bot.storage import ACCOUNTS, Database, open_database, outbox, wachtrij, wekkers
from bot.storage import wijken as wijknaam
from handlers.verwerking import Omgeving

log = logging.getLogger(__name__)

TIK_SECONDEN = 1

_LEVERAARS = {export.WEKKER: exporteren.lever, mijnbijdrage.WEKKER: bijdragebewijs.lever}
"""What takes many reads of its own, by the kind of the row that asks for it."""


async def maak_omgeving(
    stapel: AsyncExitStack, settings: Settings, peper: bytes, clock: Clock | None = None
) -> Omgeving:
    """Open the database of one wijk and bring it in line with the settings; see `maak_omgevingen`."""
    return (await maak_omgevingen(stapel, [settings], peper, clock))[0]


async def maak_omgevingen(
    stapel: AsyncExitStack, wijken: Sequence[Settings], peper: bytes, clock: Clock | None = None
) -> tuple[Omgeving, ...]:
    """Open the database and bring it in line with the settings of each wijk; it closes with `stapel`.

    The network of each is Telegram.

    Raises:
        InvoerFout: the database has wijken that do not fit these, or a file that they name cannot be read.
    """
    gelezen = [_lees(een) for een in wijken]  # a mistake is told before anything is written
    database = await open_database(wijken[0].opslag.database)
    stapel.push_async_callback(database.close)
    await database.write(ACCOUNTS, wijknaam.koppel, {een.sleutel: een.wijk.naam for een in wijken})
    klok, einde = clock or SystemClock(), Einde()
    hier = []
    for settings, (concept, vrij) in zip(wijken, gelezen, strict=True):
        toeval = [secrets.token_bytes(16) for _ in range(1 + len(settings.wijk.werkgroepen))]
        wijk = await database.write(ACCOUNTS, richt_in, settings, concept, vrij, toeval)
        net = settings.telegram.kanaal, settings.telegram.botlink
        hier.append(Omgeving(database, klok, settings, peper, wijk, *net, einde=einde))
    if len(await database.read(wijknaam.alle)) > 1:  # also where one runs: buttons of before carry it
        hier = [replace(een, merk=merk_van(een.wijk)) for een in hier]
    await _zet_stil(database, [een.wijk for een in hier], klok.now())
    return tuple(hier)


def _lees(settings: Settings) -> tuple[spelregels.Spelregels, Sequence[Periode]]:
    concept = spelregels.uit_ruw(settings.spelregels, "de instellingen")
    vrij = settings.traject.vrij_bestand
    return concept, vrijeperioden.uit_toml(inhoud(vrij), vrij)


async def _zet_stil(database: Database, wijken: Sequence[int], now: datetime) -> None:
    """Let what waits in a wijk of which the file is gone wait on, and say so."""
    await database.write(ACCOUNTS, wijknaam.zet_stil, wijken, now)
    await database.write(None, wachtrij.parkeer, wijken)
    for een in await database.read(wijknaam.stille):
        log.warning("%s has no settings: nothing of it runs; what was kept long enough is cleared away", een.naam)


async def start_zenders(
    stapel: AsyncExitStack,
    wijken: Sequence[Omgeving],
    sender: Sender,
    beurten: Beurten,
    wacht: Tijdvakwacht,
    gestopt: asyncio.Future[None],
    samen: Samen = ALLEEN,
) -> None:
    """Send what waits on one network, and renew what shows there.

    Args:
        wacht: `bot.herstel.begin_tijdvak`, of all networks together.

    Raises:
        InvoerFout: the file beside the database cannot be made or opened.
    """
    hier = wijken[0]
    database, settings, clock = hier.database, hier.settings, hier.clock
    kanaal, verzending = hier.kanaal, settings.verzending
    onbegonnen = await herstel.open_onbegonnen(stapel, database, settings, kanaal)
    uitgaand = OutboxSender(
        *(database, kanaal, sender, spreker(wijken), wacht, onbegonnen, beurten),
        *(clock, hier.zone, verzending, hier.einde),
    )
    stapel.push_async_callback(uitgaand.stop)
    start(stapel, uitgaand.leeg(), gestopt)
    van, toon = (database, [een.wijk for een in wijken], kanaal), spreker(wijken)
    schermen = Deurschermen(*van, deur.ROLLEN, sender.op(Weg(Baan.DRINGEND)), toon, clock)
    lopend = Voortgangen(*van, sender.op(Weg(Baan.UITZENDING)), toon, clock, hier.zone, verzending)
    samen.alleen(stapel, gestopt, f"vernieuwen:{kanaal}", schermen.werk, lopend.werk)


def spreker(wijken: Sequence[Omgeving]) -> Spreker:
    """Return how each wijk speaks in a chat: to who has more than one it says its name."""
    per_wijk = {een.wijk: een for een in wijken}

    async def toon(wijk: int, extern_id: str, taal: str | None) -> Toon:
        hier = per_wijk[wijk]
        if len(per_wijk) > 1:
            hun = await hier.database.read(wijkkeuze.eigen, hier.kanaal, extern_id)
            hier = replace(hier, kop=len(hun) > 1)
        return hier.toon(taal)

    return toon


async def tik(omgeving: Omgeving) -> None:
    """Do all that is due now in an installation of one wijk."""
    await lees_klok(omgeving)
    await beeindig_leases(omgeving.database)
    await doe_wat_moet(omgeving)


async def beeindig_leases(database: Database) -> None:
    """Call uncertain what was being sent for longer than that can take."""
    if onzeker := await database.write(None, outbox.verlopen_leases, datetime.now(UTC)):
        log.warning("%d messages are uncertain: nobody knows whether they arrived (see /verzending)", onzeker)


async def doe_wat_moet(omgeving: Omgeving, uitstel: Uitstel | None = None) -> None:
    """Do all that is due now in one wijk. What goes wrong is told of and tried again, behind all the rest.

    Args:
        uitstel: which alarms went wrong before; without it each is tried at each tick.
    """
    clock, database, wijk = omgeving.clock, omgeving.database, omgeving.wijk
    sleutel = Path(omgeving.settings.opslag.sleutel_bestand)
    uitstel = uitstel or Uitstel("wekker", "alarm")
    overslaan = uitstel.wachtend()
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
        except Exception as fout:
            uitstel.ging_mis(volgende.id, fout)
            overslaan.append(volgende.id)
        else:
            uitstel.klaar(volgende.id)
    await verzegeling.tel_bij(database, wijk, clock.now(), omgeving.zone)


async def lees_klok(omgeving: Omgeving) -> None:
    """Set a clock that can be moved by its row; any other clock needs no setting."""
    if isinstance(omgeving.clock, VerzetbareClock):
        omgeving.clock.verzet = timedelta(seconds=await omgeving.database.read(wekkers.verzet))
