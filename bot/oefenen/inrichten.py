"""Filling a database with a made-up neighbourhood: its letters, and what stands in its agenda. The demo does so too."""

import csv
import secrets
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from berichten import talen
from bot import brieven, werk
from bot.clock import VerzetbareClock
from bot.config import Opslag, Settings
from bot.rules.adressen import lees_adressen
from bot.services import afdruk, peiling, plannen
from bot.services.formulier import Formulier
from bot.services.handeling import BEGELEIDER, Afzender, Handeling, eis_rol
from bot.storage import huishoudens, wekkers
from bot.voorbeeldbuurt import KLEIN, Buurt
from handlers.verwerking import Omgeving


def opslag_in(map_: Path) -> Opslag:
    """Keep everything in one folder."""
    bestanden = (str(map_ / naam) for naam in ("peper.txt", "tijdvak.txt", "bewijssleutel.txt", "pushsleutel.txt"))
    return Opslag(f"sqlite:///{map_}/gehoord.db", *bestanden)


async def richt_in(
    settings: Settings, map_: Path, clock: VerzetbareClock, *, agenda: bool, buurt: Buurt = KLEIN, drukken: bool = True
) -> tuple[tuple[str, ...], bytes]:
    """Fill the database, once; return the household codes, in the order of the address list, and the pepper.

    Args:
        agenda: whether a new neighbourhood begins with meetings and a poll.
        drukken: whether the letters are set as PDF too.
    """
    async with AsyncExitStack() as stapel:
        omgeving = await werk.maak_omgeving(stapel, settings, b"", clock)
        merk = await omgeving.database.read(huishoudens.peper_merk)
        peper = brieven.peper(Path(settings.opslag.peper_bestand), merk, maken=True)
        clock.verzet = timedelta(seconds=await omgeving.database.read(wekkers.verzet))
        adressen, _ = lees_adressen(buurt.adressen, talen())
        wijk = settings.wijk
        geschreven = await brieven.schrijf_brieven(
            omgeving.database,
            wijk=omgeving.wijk,
            adressen=adressen,
            map_=map_ / "brieven",
            peper=peper,
            botlink=settings.telegram.botlink,
            now=clock.now(),
            drukwerk=afdruk.Drukwerk(wijk.naam, wijk.contact_naam, wijk.contact_telefoon) if drukken else None,
        )
        if geschreven.nieuw and agenda:
            await _vul_agenda(omgeving)
    with (map_ / "brieven" / "brieven-1.csv").open(encoding="utf-8-sig", newline="") as stroom:
        per_adres = {(rij["straat"], rij["huisnummer"]): rij["code"].replace("-", "") for rij in csv.DictReader(stroom)}
    return tuple(per_adres[a.straat, str(a.huisnummer)] for a in adressen), peper


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
    kanaal, _, extern_id = omgeving.settings.rollen.buurtbegeleider[0].partition(":")
    for formulier, data in ((plannen.FORMULIER, cafe), (plannen.FORMULIER, wandeling), (peiling.FORMULIER, vraag)):
        handeling = Handeling(omgeving.wijk, Afzender(kanaal, extern_id), now, secrets.token_bytes(32), omgeving.zone)
        await omgeving.database.write(omgeving.wijk, _plaats, handeling, formulier, data)


def _plaats(tx: Connection, handeling: Handeling, formulier: Formulier, data: dict[str, Any]) -> None:
    formulier.klaar(tx, handeling, eis_rol(tx, handeling, BEGELEIDER), data)


def _avond(omgeving: Omgeving, moment: datetime) -> datetime:
    return moment.astimezone(omgeving.zone).replace(hour=19, minute=30, second=0, microsecond=0)


def _rond(moment: datetime) -> datetime:
    """Return the next whole quarter of an hour."""
    return moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0) + timedelta(minutes=15)
