"""The composition root: the only place where the parts are wired together, started and stopped in order."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from bot import herstel
from bot.channels import webzender
from bot.channels.bestanden import Bestanden
from bot.channels.beurten import Beurten
from bot.channels.intake import Intake
from bot.channels.post import Postbode, Postkantoor
from bot.channels.weblijnen import Weblijnen
from bot.channels.webnet import maak_application
from bot.channels.webzender import WebSender
from bot.clock import Clock
from bot.config import Settings
from bot.errors import InvoerFout
from bot.net import Net, maak_net, start_net
from bot.optelegram import op_telegram, start_telegram
from bot.rules.pacing import Grenzen
from bot.samen import ALLE, Procesrol, Samen, maak_samen, start
from bot.services import bewijslog, trajectstand
from bot.uurwerk import Uurwerk
from bot.webinstellingen import KANAAL
from bot.werk import lees_klok, maak_omgevingen
from handlers.verwerking import Omgeving

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
async def draai(
    wijken: Sequence[Settings], peper: bytes, clock: Clock | None = None, rollen: Collection[Procesrol] = ALLE
) -> AsyncIterator[Draaiend]:
    """Run the bot until the block ends: updates in, answers and messages out, reminders on time.

    Args:
        wijken: the settings of each; what is of the installation stands in all of them.
        rollen: which part of that is for this process.

    Raises:
        InvoerFout: the bot is on no network, the token is not accepted, the webhook's address cannot be used, or the
            database is for one process only.
    """
    settings = wijken[0]
    if not (settings.telegram.token or settings.webchat.aan):
        mend = "zet hem in GEHOORD_TELEGRAM_TOKEN (van @BotFather), of zet [webchat] aan op true"
        raise InvoerFout(f"[telegram] token: ontbreekt; {mend}")
    async with AsyncExitStack() as stapel:
        gestopt: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        hier = await maak_omgevingen(stapel, wijken, peper, clock)
        database = hier[0].database
        samen = await maak_samen(stapel, database, rollen, gestopt)
        lijnen, bestanden = Weblijnen(samen.omroep), Bestanden(database)
        if settings.webchat.aan:
            hier = tuple(replace(een, netten={KANAAL: settings.meedoen_url}) for een in hier)
        telegram = await op_telegram(stapel, hier, bestanden, samen) if settings.telegram.token else None
        if telegram:
            hier = telegram.net.wijken
        web = await _op_web(stapel, hier, lijnen, bestanden, samen) if settings.webchat.aan else None
        netten = [net for net in (telegram and telegram.net, web) if net]
        await lees_klok(hier[0])  # before anyone is answered
        wacht = await herstel.begin_tijdvak(stapel, database, settings, hier[0].wijk, hier[0].clock.now())
        if samen.ploeg is not None:
            start(stapel, wacht.volg(database), gestopt)
        for net in netten:
            await start_net(stapel, net, wacht, gestopt, samen)
        await _begin_wijken(stapel, hier, netten[0].intake, gestopt, samen)
        geserveerd = None
        if settings.serveert:
            from bot import opweb  # a web server takes 100 ms and 10 MB: who serves nothing starts without

            geserveerd = await opweb.serveer(stapel, hier, netten, web, lijnen, bestanden, gestopt, samen)
        stapel.callback(lijnen.sluit)  # before the server stops: it ends the streams that wait
        if telegram:
            await start_telegram(stapel, telegram, geserveerd, gestopt, samen)
        samen.begin(stapel, gestopt)
        stapel.callback(hier[0].einde.begin)
        yield Draaiend(netten[0].wijken, netten[0].intake, gestopt)


async def _begin_wijken(
    stapel: AsyncExitStack, wijken: Sequence[Omgeving], intake: Intake, gestopt: asyncio.Future[None], samen: Samen
) -> None:
    """Plan what each wijk does of itself, and send its mail."""
    if samen.doet(Procesrol.PLAN):
        for een in wijken:
            nu = een.wijk, een.clock.now(), een.zone
            try:
                await een.database.write(een.wijk, bewijslog.plan_nacht, *nu)
                await een.database.write(een.wijk, trajectstand.herplan, *nu)  # days that do not count may have changed
            except Exception:
                if len(wijken) == 1:
                    raise
                log.exception("%s could not be planned; the other wijken go on", een.settings.wijk.naam)
        samen.alleen(stapel, gestopt, "uurwerk", Uurwerk(wijken, intake.ruim_op).loop)
    if samen.doet(Procesrol.ZENDER) and wijken[0].settings.post.server:
        zo = {een.wijk: (een.database, een.wijk, een.settings, een.toon, een.clock, een.einde) for een in wijken}
        boden = {wijk: Postbode(*van) for wijk, van in zo.items()}
        samen.alleen(stapel, gestopt, "post", Postkantoor(wijken[0].database, boden).werk)


async def _op_web(
    stapel: AsyncExitStack, wijken: Sequence[Omgeving], lijnen: Weblijnen, bestanden: Bestanden, samen: Samen
) -> Net:
    hier = [replace(een, kanaal=KANAAL, botlink=een.netten[KANAAL]) for een in wijken]
    sender = WebSender(hier[0].database, lijnen, hier[0].clock)
    beurten = Beurten(Grenzen.bij(webzender.PER_SECONDE))  # of each process: nobody but ourselves counts them
    return maak_net(stapel, hier, await maak_application(bestanden), sender, beurten, samen)


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
