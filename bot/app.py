"""The composition root: the only place where the parts are wired together, started and stopped in order."""

import asyncio
import logging
import secrets
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from starlette.routing import Route
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application

from berichten import talen
from berichten.opdrachten import opdrachten_voor
from bot import bijdragebewijs, exporteren, herstel, opruimen, rapporteren, verzegeling
from bot.channels.beurten import Beurten
from bot.channels.chatwissing import Chatwissers
from bot.channels.deurscherm import Deurschermen
from bot.channels.duiding import duid
from bot.channels.intake import Intake
from bot.channels.opdrachtmenu import Menuzetter, opdrachten
from bot.channels.peilingkaart import Peilingkaarten
from bot.channels.polling import SOORTEN, poll
from bot.channels.post import Postbode
from bot.channels.sender import TelegramSender
from bot.channels.transport import AiohttpRequest
from bot.channels.uitgaand import OutboxSender
from bot.channels.voortgang import Voortgangen
from bot.clock import Clock, SystemClock, VerzetbareClock
from bot.config import Settings, inhoud
from bot.errors import InvoerFout
from bot.rules import spelregels, vrijeperioden
from bot.rules.pacing import Baan, Grenzen
from bot.services import (
    bewijslog,
    deur,
    export,
    mijnbijdrage,
    peilingkaart,
    rapport,
    trajectstand,
    wekker,
)
from bot.services.inrichting import richt_in
from bot.storage import ACCOUNTS, open_database, outbox, wekkers
from bot.web.dienst import start_paginas, start_web
from bot.web.meting import Meting
from bot.web.routes import alle_routes
from bot.web.webhook import PAD, webhook_routes
from handlers.verwerking import App, Omgeving, Verwerking

log = logging.getLogger(__name__)

TIK_SECONDEN = 1
_LEVERAARS = {export.WEKKER: exporteren.lever, mijnbijdrage.WEKKER: bijdragebewijs.lever}
"""What takes many reads of its own, by the kind of the row that asks for it."""


@dataclass(frozen=True)
class Draaiend:
    """A bot that runs."""

    omgeving: Omgeving
    intake: Intake
    gestopt: asyncio.Future[None]
    """Ends when a part breaks down that the bot cannot do without."""


async def maak_omgeving(
    stapel: AsyncExitStack, settings: Settings, peper: bytes, clock: Clock | None = None
) -> Omgeving:
    """Open the database and bring it in line with the settings; it closes with `stapel`."""
    concept = spelregels.uit_ruw(settings.spelregels, "de instellingen")
    vrij = vrijeperioden.uit_toml(inhoud(settings.traject.vrij_bestand), settings.traject.vrij_bestand)
    database = await open_database(settings.opslag.database)
    stapel.push_async_callback(database.close)
    toeval = [secrets.token_bytes(16) for _ in range(1 + len(settings.wijk.werkgroepen))]
    wijk = await database.write(ACCOUNTS, richt_in, settings, concept, vrij, toeval)
    return Omgeving(database, clock or SystemClock(), settings, peper, wijk)


@asynccontextmanager
async def draai(settings: Settings, peper: bytes, clock: Clock | None = None) -> AsyncIterator[Draaiend]:
    """Run the bot until the block ends: updates in, answers and messages out, reminders on time.

    Raises:
        InvoerFout: the token is missing or not accepted, or the webhook's address cannot be used.
    """
    if not settings.telegram.token:
        raise InvoerFout("[telegram] token: ontbreekt; zet hem in GEHOORD_TELEGRAM_TOKEN (van @BotFather)")
    async with AsyncExitStack() as stapel:
        omgeving = await maak_omgeving(stapel, settings, peper, clock)
        request = AiohttpRequest()
        application = await _maak_application(stapel, settings, request)
        if not settings.telegram.botlink:
            telegram = replace(settings.telegram, botlink=f"https://t.me/{application.bot.username}")
            omgeving = replace(omgeving, settings=replace(settings, telegram=telegram))
        beurten = Beurten(Grenzen.bij(settings.verzending.per_seconde))
        sender = TelegramSender(application.bot, beurten)
        verwerking = Verwerking(application, sender, omgeving)
        kanaal, database = settings.telegram.kanaal, omgeving.database
        wie, doe = str(application.bot.id), (verwerking.verwerk, verwerking.antwoord, verwerking.mislukt)
        intake = Intake(database, kanaal, wie, *doe)
        stapel.push_async_callback(intake.stop)
        await _lees_klok(omgeving)  # before anyone is answered
        wacht = await herstel.begin_tijdvak(stapel, omgeving.database, settings, omgeving.wijk, omgeving.clock.now())
        onbegonnen = await herstel.open_onbegonnen(stapel, database, settings)
        await intake.herstel()
        nu = omgeving.wijk, omgeving.clock.now(), omgeving.zone
        await database.write(omgeving.wijk, bewijslog.plan_nacht, *nu)
        await database.write(omgeving.wijk, trajectstand.herplan, *nu)  # the days that do not count may have changed
        gestopt: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        uitgaand = OutboxSender(
            *(database, kanaal, sender, omgeving.toon, wacht, onbegonnen, beurten),
            *(omgeving.clock, omgeving.zone, settings.verzending),
        )
        stapel.push_async_callback(uitgaand.stop)
        _start(stapel, uitgaand.leeg(), gestopt)
        _start(stapel, Chatwissers(database, omgeving.wijk, kanaal, sender.op(Baan.HERINNERING)).werk(), gestopt)
        deurwacht = sender.op(Baan.DRINGEND)
        schermen = Deurschermen(database, omgeving.wijk, kanaal, deur.ROLLEN, deurwacht, omgeving.toon, omgeving.clock)
        _start(stapel, schermen.werk(), gestopt)
        lopend = Voortgangen(
            *(database, omgeving.wijk, kanaal, sender.op(Baan.UITZENDING), omgeving.toon),
            *(omgeving.clock, omgeving.zone, settings.verzending),
        )
        _start(stapel, lopend.werk(), gestopt)
        kaarten = Peilingkaarten(
            *(database, omgeving.wijk, kanaal, peilingkaart, sender.op(Baan.HERINNERING), omgeving.toon(None)),
            *(omgeving.clock, beurten.rust_in_groep, omgeving.zone, settings.verzending),
        )
        _start(stapel, kaarten.werk(), gestopt)
        bode = Postbode(database, omgeving.wijk, settings, omgeving.toon("nl"), omgeving.clock)
        _start(stapel, bode.werk(), gestopt)
        _start_tik(stapel, omgeving, intake)
        meting, pagina = Meting(database, lambda: not gestopt.done(), lambda: intake.ontvangen), paginas(omgeving)
        await start_web(stapel, settings.web, pagina, meting)
        if settings.telegram.ontvangst == "webhook":
            haak = webhook_routes(intake.ontvang, settings.telegram.webhook_geheim)
            await _start_webhook(stapel, application, settings, [*haak, *pagina], meting)
        else:
            await _blijf_proberen(application.bot.delete_webhook)
            basis = f"{settings.telegram.api_url}/bot{settings.telegram.token}"
            _start(stapel, poll(request, basis, intake), gestopt)
        await _zet_opdrachten(application)
        _start(stapel, Menuzetter(database, omgeving.wijk, kanaal, application.bot).werk(), gestopt)
        yield Draaiend(omgeving, intake, gestopt)


async def wacht_op_stop(bot: Draaiend, draait: Callable[[], None]) -> None:
    """Wait for SIGINT, SIGTERM, or a part of the bot that broke down, whose error is raised.

    Args:
        draait: called once the bot can be told to stop.
    """

    def stop() -> None:
        if not bot.gestopt.done():
            bot.gestopt.set_result(None)

    for teken in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(teken, stop)
    draait()
    await bot.gestopt


async def _maak_application(stapel: AsyncExitStack, settings: Settings, request: AiohttpRequest) -> App:
    tg = settings.telegram
    bouwer = Application.builder().token(tg.token).updater(None).request(request)
    bouwer = bouwer.get_updates_request(AiohttpRequest())
    application = bouwer.base_url(f"{tg.api_url}/bot").base_file_url(f"{tg.api_url}/file/bot").build()
    try:
        await _blijf_proberen(application.initialize)
    except InvalidToken:
        raise InvoerFout("[telegram] token: wordt niet aangenomen; kijk hem na bij @BotFather") from None
    stapel.push_async_callback(application.shutdown)
    return application


async def _blijf_proberen(roep: Callable[[], Awaitable[object]]) -> None:
    """Call the Bot API until it can be reached: a bot that starts before the network comes up is no reason to stop."""
    pauze = 1.0
    while True:
        try:
            await roep()
            return
        except (BadRequest, InvalidToken):
            raise
        except (NetworkError, RetryAfter) as fout:
            wacht = duid(fout, 0).seconden if isinstance(fout, RetryAfter) else pauze
            log.warning("the Bot API does not answer (%s), again in %.0f s", fout, wacht)
            await asyncio.sleep(wacht)
            pauze = min(pauze * 2, 30.0)


def _start(stapel: AsyncExitStack, deel: Coroutine[Any, Any, None], gestopt: asyncio.Future[None]) -> None:
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


def _start_tik(stapel: AsyncExitStack, omgeving: Omgeving, intake: Intake) -> None:
    """Look now and every second which rows are due; clear away old ones every hour, and their traces every night."""
    planner = AsyncIOScheduler(timezone="UTC")
    beurt = asyncio.Lock()

    async def een_voor_een(werk: Callable[..., Awaitable[None]], *args: Any) -> None:
        async with beurt:
            await werk(*args)

    async def einde() -> None:
        planner.pause()
        async with beurt:  # APScheduler would break off what is under way
            planner.shutdown(wait=False)

    waar = omgeving.database, omgeving.wijk, omgeving.clock
    altijd = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    meteen = datetime.now(UTC)  # a bot that keeps being restarted must get to its reminders too
    planner.add_job(een_voor_een, "interval", [tik, omgeving], seconds=TIK_SECONDEN, next_run_time=meteen, **altijd)
    planner.add_job(een_voor_een, "interval", [opruimen.elk_uur, *waar, intake.ruim_op], hours=1, **altijd)
    nacht = {"hour": 3, "minute": 30, "timezone": omgeving.zone}
    nachtwerk = opruimen.elke_nacht, *waar, omgeving.zone, omgeving.settings.bewaren
    planner.add_job(een_voor_een, "cron", nachtwerk, **nacht, **altijd)
    planner.start()
    stapel.push_async_callback(einde)


async def tik(omgeving: Omgeving) -> None:
    """Do all that is due now. What goes wrong is logged and tried again at the next tick, behind all the rest."""
    await _lees_klok(omgeving)
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


async def _lees_klok(omgeving: Omgeving) -> None:
    """Set the demo's clock by its row; any other clock needs no setting."""
    if isinstance(omgeving.clock, VerzetbareClock):
        omgeving.clock.verzet = timedelta(seconds=await omgeving.database.read(wekkers.verzet))


def paginas(omgeving: Omgeving, *, voordeur: bool = True) -> list[Route]:
    """Return what serves the pages for a browser."""
    o = omgeving
    return alle_routes(o.database, o.wijk, o.clock, o.settings, o.toon("nl"), voordeur=voordeur)


async def _start_webhook(
    stapel: AsyncExitStack, application: App, settings: Settings, routes: list[Route], meting: Meting
) -> None:
    tg = settings.telegram
    await start_paginas(stapel, "[telegram] webhook_adres", tg.webhook_adres, routes, meting)
    adres = tg.webhook_url.rstrip("/") + PAD
    zet = partial(application.bot.set_webhook, adres, secret_token=tg.webhook_geheim, allowed_updates=SOORTEN)
    try:
        await _blijf_proberen(zet)
    except BadRequest as fout:
        raise InvoerFout(f"[telegram] webhook_url: de Bot API weigert dit adres ({fout.message})") from None


async def _zet_opdrachten(application: App) -> None:
    """Set the list of everybody: a resident's, in each language. Who has a role or another language has their own."""
    for taal in talen():
        lijst = opdrachten(taal, opdrachten_voor(bewoner=True, rollen=()))
        code = None if taal == "nl" else taal.partition("_")[0]
        await _blijf_proberen(partial(application.bot.set_my_commands, lijst, language_code=code))
