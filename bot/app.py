"""The composition root: the only place where the parts are wired together, started and stopped in order."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial

from starlette.routing import Route
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application

from berichten import talen
from berichten.opdrachten import opdrachten_voor
from bot import herstel
from bot.channels import webzender
from bot.channels.bestanden import Bestanden
from bot.channels.beurten import Beurten
from bot.channels.duiding import duid
from bot.channels.intake import Intake
from bot.channels.opdrachtmenu import Menuzetter, opdrachten
from bot.channels.peilingkaart import Peilingkaarten
from bot.channels.polling import SOORTEN, poll
from bot.channels.post import Postbode
from bot.channels.seiner import Seiner
from bot.channels.sender import TelegramSender, Weg
from bot.channels.transport import AiohttpRequest
from bot.channels.weblijnen import Weblijnen
from bot.channels.webnet import maak_application
from bot.channels.webzender import WebSender
from bot.clock import Clock
from bot.config import Settings
from bot.errors import InvoerFout
from bot.net import Net, maak_net, start_net
from bot.rules.pacing import Baan, Grenzen
from bot.seinen import maak_post
from bot.services import (
    bewijslog,
    peilingkaart,
    seintje,
    trajectstand,
)
from bot.uurwerk import start_uurwerk
from bot.web.chat.antwoorden import CHAT
from bot.web.chat.routes import Chat
from bot.web.chat.scherm import statisch_naam
from bot.web.dienst import start_paginas, start_web
from bot.web.meting import Meting
from bot.web.routes import alle_routes, onder
from bot.web.webhook import PAD, webhook_routes
from bot.webinstellingen import KANAAL
from bot.werk import lees_klok, maak_omgevingen, start
from handlers.verwerking import App, Omgeving

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Draaiend:
    """A bot that runs."""

    wijken: tuple[Omgeving, ...]
    intake: Intake
    gestopt: asyncio.Future[None]
    """Ends when a part breaks down that the bot cannot do without."""

    @property
    def omgeving(self) -> Omgeving:
        """The first of its wijken; most have one."""
        return self.wijken[0]


@asynccontextmanager
async def draai(wijken: Sequence[Settings], peper: bytes, clock: Clock | None = None) -> AsyncIterator[Draaiend]:
    """Run the bot until the block ends: updates in, answers and messages out, reminders on time.

    Args:
        wijken: the settings of each; what is of the installation stands in all of them.

    Raises:
        InvoerFout: the bot is on no network, the token is not accepted, or the webhook's address cannot be used.
    """
    settings = wijken[0]
    if not (settings.telegram.token or settings.webchat.aan):
        mend = "zet hem in GEHOORD_TELEGRAM_TOKEN (van @BotFather), of zet [webchat] aan op true"
        raise InvoerFout(f"[telegram] token: ontbreekt; {mend}")
    async with AsyncExitStack() as stapel:
        hier = await maak_omgevingen(stapel, wijken, peper, clock)
        database, lijnen = hier[0].database, Weblijnen()
        bestanden = Bestanden(database)
        if settings.webchat.aan:
            hier = tuple(replace(een, netten={KANAAL: settings.meedoen_url}) for een in hier)
        telegram = await _op_telegram(stapel, hier, bestanden) if settings.telegram.token else None
        if telegram:
            hier = telegram.net.wijken
        web = await _op_web(stapel, hier, lijnen, bestanden) if settings.webchat.aan else None
        netten = [net for net in (telegram and telegram.net, web) if net]
        await lees_klok(hier[0])  # before anyone is answered
        gestopt: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        wacht = await herstel.begin_tijdvak(stapel, database, settings, hier[0].wijk, hier[0].clock.now())
        for net in netten:
            await start_net(stapel, net, wacht, gestopt)
        if web:
            start(stapel, lijnen.waak(database), gestopt)
        for een in hier:
            await _begin_wijk(stapel, een, gestopt)
        start_uurwerk(stapel, hier, netten[0].intake.ruim_op)
        intakes = [net.intake for net in netten]
        meting = Meting(
            database,
            lambda: not gestopt.done(),
            lambda: sum(een.ontvangen for een in intakes),
            lambda: max(een.oudste() for een in intakes),
        )
        pagina = [*(_chat(stapel, web, lijnen, bestanden, gestopt) if web else ()), *paginas(hier)]
        await start_web(stapel, settings.web, pagina, meting)
        stapel.callback(lijnen.sluit)  # before the server stops: it ends the streams that wait
        if telegram:
            await _start_telegram(stapel, telegram, pagina, meting, gestopt)
        stapel.callback(hier[0].einde.begin)
        yield Draaiend(netten[0].wijken, netten[0].intake, gestopt)


async def _begin_wijk(stapel: AsyncExitStack, omgeving: Omgeving, gestopt: asyncio.Future[None]) -> None:
    """Plan what a wijk does of itself, and send its mail."""
    database, wijk = omgeving.database, omgeving.wijk
    nu = wijk, omgeving.clock.now(), omgeving.zone
    await database.write(wijk, bewijslog.plan_nacht, *nu)
    await database.write(wijk, trajectstand.herplan, *nu)  # the days that do not count may have changed
    hoe = omgeving.settings, omgeving.toon, omgeving.clock, omgeving.einde
    start(stapel, Postbode(database, wijk, *hoe).werk(), gestopt)


@dataclass(frozen=True)
class _Telegram:
    """Telegram, and what reaches it."""

    net: Net
    application: App
    request: AiohttpRequest


async def _op_telegram(stapel: AsyncExitStack, wijken: Sequence[Omgeving], bestanden: Bestanden) -> _Telegram:
    settings, request = wijken[0].settings, AiohttpRequest()
    tg, application = settings.telegram, await _maak_application(stapel, settings, request)
    botlink = tg.botlink or f"https://t.me/{application.bot.username}"
    hier = [replace(een, botlink=botlink, netten={tg.kanaal: botlink, **een.netten}) for een in wijken]
    beurten = Beurten(Grenzen.bij(settings.verzending.per_seconde))
    bestanden.telegram = application.bot
    sender = TelegramSender(application.bot, beurten, bestanden=bestanden)
    return _Telegram(maak_net(stapel, hier, application, sender, beurten), application, request)


async def _op_web(stapel: AsyncExitStack, wijken: Sequence[Omgeving], lijnen: Weblijnen, bestanden: Bestanden) -> Net:
    hier = [replace(een, kanaal=KANAAL, botlink=een.netten[KANAAL]) for een in wijken]
    sender = WebSender(hier[0].database, lijnen, hier[0].clock)
    return maak_net(
        stapel, hier, await maak_application(bestanden), sender, Beurten(Grenzen.bij(webzender.PER_SECONDE))
    )


def _chat(
    stapel: AsyncExitStack, net: Net, lijnen: Weblijnen, bestanden: Bestanden, gestopt: asyncio.Future[None]
) -> list[Route]:
    """Return what serves the chat, and begin to tell browsers of what is new while no page of theirs is open."""
    o, post = net.omgeving, maak_post(net.omgeving.settings)
    naam, icoon = o.settings.wijk.naam, CHAT + statisch_naam("icoon-192.png")
    seiner = Seiner(
        *(o.database, seintje, lijnen, post, o.toon, o.clock, o.zone, o.settings.verzending, naam, icoon),
    )
    start(stapel, seiner.werk(), gestopt)
    elders = next((adres for kanaal, adres in o.netten.items() if kanaal != KANAAL), "")
    waar = o.database, o.wijk, o.clock, o.settings
    return Chat(*waar, net.intake, lijnen, bestanden, elders, o.peper, post.publiek if post else "").routes()


async def _start_telegram(
    stapel: AsyncExitStack, telegram: _Telegram, pagina: list[Route], meting: Meting, gestopt: asyncio.Future[None]
) -> None:
    """Ask for updates or have them brought, and keep what shows in groups and menus."""
    net, application = telegram.net, telegram.application
    omgeving, settings = net.omgeving, net.omgeving.settings
    database, sender = omgeving.database, net.sender.op(Weg(Baan.HERINNERING))
    for een in net.wijken:
        kaarten = Peilingkaarten(
            *(database, een.wijk, net.kanaal, peilingkaart, sender, een.toon(None)),
            *(een.clock, net.beurten.rust_in_groep, een.zone, settings.verzending),
        )
        start(stapel, kaarten.werk(), gestopt)
    if settings.telegram.ontvangst == "webhook":
        haak = webhook_routes(net.intake.ontvang, settings.telegram.webhook_geheim)
        await _start_webhook(stapel, application, settings, [*haak, *pagina], meting)
    else:
        await _blijf_proberen(application.bot.delete_webhook)
        basis = f"{settings.telegram.api_url}/bot{settings.telegram.token}"
        start(stapel, poll(telegram.request, basis, net.intake), gestopt)
    await _zet_opdrachten(application, settings.kan)
    for een in net.wijken:
        start(stapel, Menuzetter(database, een.wijk, net.kanaal, application.bot, settings.kan).werk(), gestopt)


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


def paginas(wijken: Sequence[Omgeving], *, voordeur: bool = True) -> list[Route]:
    """Return what serves the pages for a browser; of more wijken each under its own name."""
    alle: list[Route] = []
    for o in wijken:
        van_wijk = alle_routes(o.database, o.wijk, o.clock, o.settings, o.toon("nl"), voordeur=voordeur)
        alle += onder(o.settings.sleutel, van_wijk)
    return alle


async def _start_webhook(
    stapel: AsyncExitStack, application: App, settings: Settings, routes: list[Route], meting: Meting
) -> None:
    tg = settings.telegram
    web = replace(settings.web, url=settings.site_url)
    await start_paginas(stapel, "[telegram] webhook_adres", tg.webhook_adres, web, routes, meting)
    adres = tg.webhook_url.rstrip("/") + PAD
    zet = partial(application.bot.set_webhook, adres, secret_token=tg.webhook_geheim, allowed_updates=SOORTEN)
    try:
        await _blijf_proberen(zet)
    except BadRequest as fout:
        raise InvoerFout(f"[telegram] webhook_url: de Bot API weigert dit adres ({fout.message})") from None


async def _zet_opdrachten(application: App, kan: Collection[str]) -> None:
    """Set the list of everybody: a resident's, in each language. Who has a role or another language has their own."""
    for taal in talen():
        lijst = opdrachten(taal, opdrachten_voor(bewoner=True, rollen=(), kan=kan))
        code = None if taal == "nl" else taal.partition("_")[0]
        await _blijf_proberen(partial(application.bot.set_my_commands, lijst, language_code=code))
