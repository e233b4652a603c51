"""Starting the demo: its folder, its settings and letters, and the bot and the phone page side by side."""

import csv
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from berichten import talen, vertaal
from bot import app, brieven
from bot.clock import VerzetbareClock
from bot.config import Opslag, Rollen, Settings, Telegram, Verzending, Web, Wijk
from bot.demo.buurt import IBRAHIM, KLEIN, NOOR, Buurt, Rol
from bot.errors import InvoerFout
from bot.rules.adressen import lees_adressen
from bot.services import afdruk, peiling, plannen
from bot.services.formulier import Formulier
from bot.services.handeling import BEGELEIDER, Afzender, Handeling, eis_rol
from bot.storage import huishoudens, open_database, wekkers, wijken
from bot.storage.schema import migrate
from bot.web.meting import Meting
from bot.web.paginas import paginas_app
from bot.web.server import bind, serveer
from bot.webchat import Demo, Persoon, Webchat
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
        opslag=Opslag(
            f"sqlite:///{map_}/gehoord.db",
            *(str(map_ / naam) for naam in ("peper.txt", "tijdvak.txt", "bewijssleutel.txt")),
        ),
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
        omgeving = Omgeving(beheer, clock, settings, b"", wijk or 0)  # to read what the pages show
        bots: list[app.Draaiend] = []
        meting = Meting(
            beheer,
            lambda: any(not bot.gestopt.done() for bot in bots),
            lambda: sum(bot.intake.ontvangen for bot in bots),
        )
        app_ = paginas_app([*meting.routes(), *app.paginas(omgeving, voordeur=False)], chat.app(demo))
        await stapel.enter_async_context(serveer(app_, stekker))
        stapel.push_async_callback(chat.close)  # before the server stops: it ends the requests that wait
        bots.append(await stapel.enter_async_context(app.draai(settings, peper, clock)))
        yield Draaiend(adres, bots[0].omgeving, codes, bots[0])


async def richt_in(
    settings: Settings, map_: Path, clock: VerzetbareClock, *, agenda: bool, buurt: Buurt = KLEIN
) -> tuple[tuple[str, ...], bytes]:
    """Make the database with its letters, once; return the household codes and the pepper."""
    migrate(settings.opslag.database)
    async with AsyncExitStack() as stapel:
        omgeving = await app.maak_omgeving(stapel, settings, b"", clock)
        merk = await omgeving.database.read(huishoudens.peper_merk)
        peper = brieven.peper(Path(settings.opslag.peper_bestand), merk, maken=True)
        clock.verzet = timedelta(seconds=await omgeving.database.read(wekkers.verzet))
        adressen, _ = lees_adressen(buurt.adressen, talen())
        geschreven = await brieven.schrijf_brieven(
            omgeving.database,
            wijk=omgeving.wijk,
            adressen=adressen,
            map_=map_ / "brieven",
            peper=peper,
            botlink=settings.telegram.botlink,
            now=clock.now(),
            drukwerk=afdruk.Drukwerk(settings.wijk.naam, settings.wijk.contact_naam, settings.wijk.contact_telefoon),
        )
        if geschreven.nieuw and agenda:
            await _vul_agenda(omgeving)
    with (map_ / "brieven" / "brieven-1.csv").open(encoding="utf-8-sig", newline="") as stroom:
        per_adres = {(rij["straat"], rij["huisnummer"]): rij["code"].replace("-", "") for rij in csv.DictReader(stroom)}
    return tuple(per_adres[a.straat, str(a.huisnummer)] for a in adressen), peper


def personen(codes: tuple[str, ...], buurt: Buurt = KLEIN) -> list[Persoon]:
    """Return the people of the demo as the web chat wants them, each resident with their letter."""
    adressen, _ = lees_adressen(buurt.adressen, talen())

    def persoon(wie: Rol) -> Persoon:
        if wie.adres is None:
            return Persoon(wie.id, wie.naam, vertaal("nl").plat(f"rol.{wie.rol}"), wie.taal)
        adres = adressen[wie.adres]
        return Persoon(wie.id, wie.naam, f"{adres.straat} {adres.huisnummer}", wie.taal, codes[wie.adres])

    return [persoon(wie) for wie in buurt.mensen]


async def _vul_agenda(omgeving: Omgeving) -> None:
    """Let the begeleider plan what a newcomer finds: a meeting whose door is open, one to come, and a poll."""
    now = omgeving.clock.now()
    cafe = {
        "soort": "energiecafe",
        "titel": "Energiecafé in De Nestkast",
        "begin": _rond(now + timedelta(minutes=30)).isoformat(),
        "plaats": "Buurthuis De Nestkast, Merelstraat 9",
        "vragen": "ja",
    }
    wandeling = {
        "soort": "warmtewandeling",
        "titel": "Warmtewandeling langs drie huizen",
        "begin": _avond(omgeving, now + timedelta(days=6)).isoformat(),
        "plaats": "We beginnen bij Kwikstaartpad 10",
        "vragen": "nee",
    }
    vraag = {
        "methode": "keuze",
        "vraag": "Welke warmte past het best bij onze buurt?",
        "keuze.opties": ["Een warmtenet", "Elk huis een warmtepomp", "Ik weet het nog niet"],
        "keuze.max_keuzes": "een",
        "voor": "wijk",
        "sluit_op": _avond(omgeving, now + timedelta(days=14)).isoformat(),
        "live": "nee",
        "besluit": "ja",
    }
    for formulier, data in (
        (plannen.FORMULIER, cafe),
        (plannen.FORMULIER, wandeling),
        (peiling.FORMULIER, vraag),
    ):
        handeling = Handeling(
            omgeving.wijk, Afzender(KANAAL, str(NOOR.id)), now, secrets.token_bytes(32), omgeving.zone
        )
        await omgeving.database.write(omgeving.wijk, _plaats, handeling, formulier, data)


def _plaats(tx: Connection, handeling: Handeling, formulier: Formulier, data: dict[str, Any]) -> None:
    formulier.klaar(tx, handeling, eis_rol(tx, handeling, BEGELEIDER), data)


def _avond(omgeving: Omgeving, moment: datetime) -> datetime:
    return moment.astimezone(omgeving.zone).replace(hour=19, minute=30, second=0, microsecond=0)


def _rond(moment: datetime) -> datetime:
    """Return the next whole quarter of an hour."""
    return moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0) + timedelta(minutes=15)


def _token(bestand: Path) -> str:
    """Return the demo's own bot token, made at its first start: other users of this machine cannot guess it."""
    if not bestand.exists() or not bestand.read_text():  # a start that was broken off may leave it empty
        bestand.touch(mode=0o600)
        bestand.write_text(f"1:{secrets.token_urlsafe(24)}")
    return bestand.read_text()
