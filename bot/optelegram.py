"""The bot on Telegram: its application, updates by polling or webhook, and what shows in groups and menus there."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application

from berichten import talen
from berichten.opdrachten import opdrachten_voor
from bot.channels.bestanden import Bestanden
from bot.channels.duiding import duid
from bot.channels.netbestanden import Netbestanden
from bot.channels.opdrachtmenu import Menuzetter, opdrachten
from bot.channels.peilingkaart import Peilingkaarten
from bot.channels.polling import SOORTEN, poll
from bot.channels.sender import TelegramSender, Weg
from bot.channels.transport import AiohttpRequest
from bot.config import Settings
from bot.errors import InvoerFout
from bot.net import Net, maak_net
from bot.rules.pacing import Baan, Grenzen
from bot.samen import Procesrol, Samen
from bot.services import peilingkaart
from handlers.verwerking import App, Omgeving

if TYPE_CHECKING:
    from bot.web.dienst import Geserveerd

log = logging.getLogger(__name__)

MENUS_NA_SECONDEN = 1.0


@dataclass(frozen=True)
class OpTelegram:
    """Telegram, and what reaches it."""

    net: Net
    application: App
    request: AiohttpRequest


async def op_telegram(
    stapel: AsyncExitStack, wijken: Sequence[Omgeving], bestanden: Bestanden, samen: Samen
) -> OpTelegram:
    """Reach Telegram; nothing comes in or goes out yet.

    Raises:
        InvoerFout: the token is not accepted.
    """
    settings, request = wijken[0].settings, AiohttpRequest()
    tg, application = settings.telegram, await _maak_application(stapel, settings, request)
    botlink = tg.botlink or f"https://t.me/{application.bot.username}"
    hier = [replace(een, botlink=botlink, netten={tg.kanaal: botlink, **een.netten}) for een in wijken]
    grenzen = Grenzen.bij(settings.verzending.per_seconde)
    beurten = samen.beurten(stapel, grenzen, wijken[0].database, str(application.bot.id))
    bestanden.telegram = application.bot
    eerder = Netbestanden(wijken[0].database, application.bot)
    sender = TelegramSender(application.bot, beurten, bestanden=bestanden, eerder=eerder)
    return OpTelegram(maak_net(stapel, hier, application, sender, beurten, samen), application, request)


async def start_telegram(
    stapel: AsyncExitStack,
    telegram: OpTelegram,
    geserveerd: "Geserveerd | None",
    gestopt: asyncio.Future[None],
    samen: Samen,
) -> None:
    """Ask for updates or have them brought, and keep what shows in groups and menus.

    Args:
        geserveerd: what is served to browsers; a webhook listens beside it.

    Raises:
        InvoerFout: the webhook's address cannot be used.
    """
    net, settings = telegram.net, telegram.net.omgeving.settings
    if samen.doet(Procesrol.ZENDER):
        samen.alleen(stapel, gestopt, f"groepen:{net.kanaal}", _groepen(net).werk)
    if geserveerd and settings.telegram.ontvangst == "webhook" and samen.doet(Procesrol.INTAKE, Procesrol.WEB):
        await _start_webhook(stapel, telegram, geserveerd, samen)
    elif settings.telegram.ontvangst != "webhook" and samen.doet(Procesrol.INTAKE):
        await blijf_proberen(telegram.application.bot.delete_webhook)
        basis = f"{settings.telegram.api_url}/bot{settings.telegram.token}"
        samen.alleen(stapel, gestopt, f"polling:{net.kanaal}", partial(poll, telegram.request, basis, net.intake))
    if samen.doet(Procesrol.ZENDER):
        waar = net.omgeving.database, [een.wijk for een in net.wijken], net.kanaal
        menus = Menuzetter(*waar, telegram.application.bot, settings.kan)
        voor_allen = partial(_zet_opdrachten, telegram.application, settings.kan)
        samen.alleen(stapel, gestopt, f"menus:{net.kanaal}", voor_allen, menus.werk)


def _groepen(net: Net) -> Peilingkaarten:
    sender, hier = net.sender.op(Weg(Baan.HERINNERING)), net.omgeving
    return Peilingkaarten(
        *(hier.database, net.kanaal, peilingkaart, sender, {een.wijk: een.toon(None) for een in net.wijken}),
        *(hier.clock, net.beurten.rust_in_groep, hier.zone, hier.settings.verzending),
    )


async def _maak_application(stapel: AsyncExitStack, settings: Settings, request: AiohttpRequest) -> App:
    tg = settings.telegram
    bouwer = Application.builder().token(tg.token).updater(None).request(request)
    bouwer = bouwer.get_updates_request(AiohttpRequest())
    application = bouwer.base_url(f"{tg.api_url}/bot").base_file_url(f"{tg.api_url}/file/bot").build()
    try:
        await blijf_proberen(application.initialize)
    except InvalidToken:
        raise InvoerFout("[telegram] token: wordt niet aangenomen; kijk hem na bij @BotFather") from None
    stapel.push_async_callback(application.shutdown)
    return application


async def blijf_proberen(roep: Callable[[], Awaitable[object]]) -> None:
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


async def _start_webhook(stapel: AsyncExitStack, telegram: OpTelegram, geserveerd: "Geserveerd", samen: Samen) -> None:
    """Listen where the webhook and the pages are; any process takes any update."""
    from bot.web.dienst import start_paginas  # with it comes a web server, which polling does without
    from bot.web.webhook import PAD, webhook_routes

    net, settings = telegram.net, telegram.net.omgeving.settings
    tg, routes = settings.telegram, [*geserveerd.routes]
    if samen.doet(Procesrol.INTAKE):
        routes = [*webhook_routes(net.intake.ontvang, tg.webhook_geheim), *geserveerd.routes]
    elif settings.web.adres:
        return  # the pages are there
    web = replace(settings.web, url=settings.site_url)
    await start_paginas(
        stapel,
        "[telegram] webhook_adres",
        tg.webhook_adres,
        web,
        routes,
        geserveerd.meting,
        gedeeld=samen.ploeg is not None,
    )
    if not samen.doet(Procesrol.INTAKE):
        return
    adres = tg.webhook_url.rstrip("/") + PAD
    zet = partial(telegram.application.bot.set_webhook, adres, secret_token=tg.webhook_geheim, allowed_updates=SOORTEN)
    try:
        await blijf_proberen(zet)
    except BadRequest as fout:
        raise InvoerFout(f"[telegram] webhook_url: de Bot API weigert dit adres ({fout.message})") from None


async def _zet_opdrachten(application: App, kan: Collection[str]) -> None:
    """Set the list of everybody: a resident's, in each language. Who has a role or another language has their own.

    It reads the texts of every language: who wrote while the bot was away is answered first.
    """
    await asyncio.sleep(MENUS_NA_SECONDEN)
    for taal in talen():
        lijst = opdrachten(taal, opdrachten_voor(bewoner=True, rollen=(), kan=kan))
        code = None if taal == "nl" else taal.partition("_")[0]
        await blijf_proberen(partial(application.bot.set_my_commands, lijst, language_code=code))
