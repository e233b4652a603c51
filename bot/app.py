"""The composition root: the only place where the parts are wired together, started and stopped in order."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from starlette.routing import Route
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application

from berichten import talen
from berichten.opdrachten import opdrachten_voor
from bot import opruimen
from bot.channels.beurten import Beurten
from bot.channels.chatwissing import Chatwissers
from bot.channels.duiding import duid
from bot.channels.intake import Intake
from bot.channels.opdrachtmenu import Menuzetter, opdrachten
from bot.channels.peilingkaart import Peilingkaarten
from bot.channels.polling import SOORTEN, poll
from bot.channels.post import Postbode
from bot.channels.sender import TelegramSender, Weg
from bot.channels.transport import AiohttpRequest
from bot.clock import Clock
from bot.config import Settings
from bot.errors import InvoerFout
from bot.oefenen.deur import Oefendeur
from bot.oefenen.oefeningen import Oefeningen
from bot.rules.pacing import Baan, Grenzen
from bot.services import (
    bewijslog,
    peilingkaart,
    trajectstand,
)
from bot.web.dienst import start_paginas, start_web
from bot.web.meting import Meting
from bot.web.routes import alle_routes
from bot.web.webhook import PAD, webhook_routes
from bot.werk import TIK_SECONDEN, lees_klok, maak_omgeving, start, start_zenders, tik
from handlers.verwerking import App, Omgeving, Verwerking

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Draaiend:
    """A bot that runs."""

    omgeving: Omgeving
    intake: Intake
    gestopt: asyncio.Future[None]
    """Ends when a part breaks down that the bot cannot do without."""


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
        wie, oefeningen = str(application.bot.id), Oefeningen(verwerking, omgeving, sender)
        ingang = Oefendeur(verwerking, oefeningen, wie)
        intake = Intake(database, kanaal, wie, ingang.verwerk, ingang.antwoord, ingang.mislukt)
        stapel.push_async_callback(oefeningen.sluit)
        stapel.push_async_callback(intake.stop)
        await lees_klok(omgeving)  # before anyone is answered
        gestopt: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        await start_zenders(stapel, omgeving, sender, beurten, gestopt)
        await oefeningen.herstel()
        await intake.herstel()
        nu = omgeving.wijk, omgeving.clock.now(), omgeving.zone
        await database.write(omgeving.wijk, bewijslog.plan_nacht, *nu)
        await database.write(omgeving.wijk, trajectstand.herplan, *nu)  # the days that do not count may have changed
        start(stapel, Chatwissers(database, omgeving.wijk, kanaal, sender.op(Weg(Baan.HERINNERING))).werk(), gestopt)
        kaarten = Peilingkaarten(
            *(database, omgeving.wijk, kanaal, peilingkaart, sender.op(Weg(Baan.HERINNERING)), omgeving.toon(None)),
            *(omgeving.clock, beurten.rust_in_groep, omgeving.zone, settings.verzending),
        )
        start(stapel, kaarten.werk(), gestopt)
        bode = Postbode(database, omgeving.wijk, settings, omgeving.toon, omgeving.clock)
        start(stapel, bode.werk(), gestopt)
        start(stapel, oefeningen.werk(), gestopt)
        _start_tik(stapel, omgeving, intake)
        meting, pagina = Meting(database, lambda: not gestopt.done(), lambda: intake.ontvangen), paginas(omgeving)
        await start_web(stapel, settings.web, pagina, meting)
        if settings.telegram.ontvangst == "webhook":
            haak = webhook_routes(intake.ontvang, settings.telegram.webhook_geheim)
            await _start_webhook(stapel, application, settings, [*haak, *pagina], meting)
        else:
            await _blijf_proberen(application.bot.delete_webhook)
            basis = f"{settings.telegram.api_url}/bot{settings.telegram.token}"
            start(stapel, poll(request, basis, intake), gestopt)
        await _zet_opdrachten(application)
        start(stapel, Menuzetter(database, omgeving.wijk, kanaal, application.bot).werk(), gestopt)
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
