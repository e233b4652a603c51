"""Starting the demo: its folder, its settings and letters, and the bot and the phone page side by side."""

import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path

from berichten import talen, vertaal
from bot import app, opweb
from bot.clock import VerzetbareClock
from bot.config import Rollen, Settings, Telegram, Verzending, Wijk
from bot.errors import InvoerFout
from bot.oefenen import inrichten
from bot.rules.adressen import lees_adressen
from bot.storage import open_database, wekkers, wijken
from bot.storage.schema import migrate
from bot.voorbeeldbuurt import IBRAHIM, KLEIN, NOOR, Buurt, Rol
from bot.web.meting import Meting
from bot.web.paginas import paginas_app
from bot.web.server import bind, serveer
from bot.webchat import Demo, Persoon, Webchat
from bot.webinstellingen import Web
from handlers.verwerking import Omgeving

KANAAL = "webchat"
HOST = "127.0.0.1"
PER_WEEK = 10
DRUK = Verzending(per_seconde=1000, stil_van=time(0), stil_tot=time(0), per_week=PER_WEEK)
"""The server is our own, it is shown by night too, and who tries it out does a month's work in an hour."""
OEFENWIJK = Settings(Wijk("Vogelbuurt", contact_naam="Noor", contact_telefoon="0318 12 34 56"))


@dataclass(frozen=True)
class Draaiend:
    """A demo that runs.

    Args:
        adres: where the phone page is.
        codes: the household code per address, in the order of the demo's address list.
    """

    adres: str
    omgeving: Omgeving
    codes: tuple[str, ...]
    bot: app.Draaiend


def maak_settings(map_: Path, adres: str, token: str, basis: Settings = OEFENWIJK) -> Settings:
    """Return the demo's settings: everything in one folder, the bot pointed at the web chat.

    Args:
        basis: wijk and spelregels are taken from here.
    """
    return replace(
        basis,
        opslag=inrichten.opslag_in(map_),
        telegram=Telegram(token=token, botlink=f"{adres}/", api_url=adres, kanaal=KANAAL),
        web=Web(url=adres),
        verzending=DRUK,
        rollen=Rollen(
            beheerder=(f"{KANAAL}:{IBRAHIM.id}",),
            organisator=(f"{KANAAL}:{IBRAHIM.id}",),
            buurtbegeleider=(f"{KANAAL}:{NOOR.id}",),
        ),
    )


@asynccontextmanager
async def draai_demo(
    map_: Path, poort: int, *, agenda: bool, basis: Settings = OEFENWIJK, buurt: Buurt = KLEIN
) -> AsyncIterator[Draaiend]:
    """Run the demo on 127.0.0.1 until the block ends; its data stays in `map_`.

    Args:
        poort: port of the phone page; 0 takes a free one.
        agenda: whether a new neighbourhood begins with meetings and a poll.
        basis: wijk and spelregels are taken from here.
        buurt: who live there.

    Raises:
        InvoerFout: the port is not free, or the folder cannot be written.
    """
    async with AsyncExitStack() as stapel:
        stekker = bind(HOST, poort)
        adres = f"http://{HOST}:{stekker.getsockname()[1]}"
        try:
            map_.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240 (nothing else runs yet)
            token = _token(map_ / "token.txt")
        except OSError as fout:
            raise InvoerFout(f"--map {map_}: kan hier niet schrijven ({fout.strerror}); kies een andere map") from None
        settings = maak_settings(map_, adres, token, basis)
        clock = VerzetbareClock()
        codes, peper = await richt_in(settings, map_, clock, agenda=agenda, buurt=buurt)

        chat = await Webchat.open(
            map_ / "webchat.db", token=settings.telegram.token, username="GehoordBot", naam="Gehoord"
        )
        beheer = await open_database(settings.opslag.database)
        stapel.push_async_callback(beheer.close)

        async def verzet(hoeveel: timedelta) -> None:
            seconden = await beheer.write(None, wekkers.verzet_klok, int(hoeveel.total_seconds()))
            clock.verzet = timedelta(seconds=seconden)

        demo = Demo(personen(codes, buurt), clock.now, verzet)
        wijk = await beheer.read(wijken.zoek)
        omgeving = Omgeving(
            beheer, clock, settings, b"", wijk or 0, settings.telegram.kanaal, settings.telegram.botlink
        )  # to read what the pages show
        bots: list[app.Draaiend] = []
        meting = Meting(
            beheer,
            lambda: any(not bot.gestopt.done() for bot in bots),
            lambda: sum(bot.intake.ontvangen for bot in bots),
        )
        app_ = paginas_app([*meting.routes(), *opweb.paginas([omgeving], voordeur=False)], chat.app(demo))
        await stapel.enter_async_context(serveer(app_, stekker))
        stapel.push_async_callback(chat.close)  # before the server stops: it ends the requests that wait
        bots.append(await stapel.enter_async_context(app.draai([settings], peper, clock)))
        yield Draaiend(adres, bots[0].omgeving, codes, bots[0])


async def richt_in(
    settings: Settings, map_: Path, clock: VerzetbareClock, *, agenda: bool, buurt: Buurt = KLEIN
) -> tuple[tuple[str, ...], bytes]:
    """Make the database with its letters, once; return the household codes and the pepper."""
    migrate(settings.opslag.database)
    return await inrichten.richt_in(settings, map_, clock, agenda=agenda, buurt=buurt)


def personen(codes: tuple[str, ...], buurt: Buurt = KLEIN) -> list[Persoon]:
    """Return the people of the demo as the web chat wants them, each resident with their letter."""
    adressen, _ = lees_adressen(buurt.adressen, talen())

    def persoon(wie: Rol) -> Persoon:
        if wie.adres is None:
            return Persoon(wie.id, wie.naam, vertaal("nl").plat(f"rol.{wie.rol}"), wie.taal)
        adres = adressen[wie.adres]
        return Persoon(wie.id, wie.naam, f"{adres.straat} {adres.huisnummer}", wie.taal, codes[wie.adres])

    return [persoon(wie) for wie in buurt.mensen]


def _token(bestand: Path) -> str:
    """Return the demo's own bot token, made at its first start: other users of this machine cannot guess it."""
    if not bestand.exists() or not bestand.read_text():  # a start that was broken off may leave it empty
        bestand.touch(mode=0o600)
        bestand.write_text(f"1:{secrets.token_urlsafe(24)}")
    return bestand.read_text()
