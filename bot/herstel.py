"""What a start finds: a restored backup, or what a killed process left. And saying so where nothing tells it."""

import logging
import secrets
from contextlib import AsyncExitStack, ExitStack
from datetime import datetime
from pathlib import Path

from bot.channels.onbegonnen import Onbegonnen
from bot.channels.tijdvak import Tijdvakbestand, Tijdvakwacht
from bot.config import Settings
from bot.services import tijdvak
from bot.services.handeling import publiek_id
from bot.services.tijdvak import Begin
from bot.storage import Database, outbox

log = logging.getLogger(__name__)


async def begin_tijdvak(
    stapel: AsyncExitStack, database: Database, settings: Settings, wijk: int, now: datetime
) -> Tijdvakwacht:
    """Look whether the database is a restored backup, and say so in the log; from here on sending is counted.

    Args:
        stapel: closes the file.
        now: as people see it.

    Raises:
        InvoerFout: the file cannot be made or opened.
    """
    bestand = Tijdvakbestand(Path(settings.opslag.tijdvak_bestand))
    stapel.callback(bestand.sluit)
    gezien, merk = bestand.lees(), publiek_id(secrets.token_bytes(16))
    stand, gekopieerd = (gezien.stand, gezien.gekopieerd) if gezien else (None, False)
    begin = await database.write(wijk, tijdvak.begin, wijk, stand, merk, now, gekopieerd=gekopieerd)
    bestand.schrijf(begin.stand)
    bestand.bewaar()
    if begin.soort == "hersteld":
        log.warning("%s", verslag(begin))
    if begin.soort == "onbekend":
        mend = "Is deze database een reservekopie? Stop dan de bot, en geef eerst: gehoord hersteld"
        log.warning("%s: dit bestand was er niet. %s", settings.opslag.tijdvak_bestand, mend)
    return Tijdvakwacht(begin.stand, bestand.schrijf)


async def open_onbegonnen(stapel: AsyncExitStack, database: Database, settings: Settings, kanaal: str) -> Onbegonnen:
    """Put back what a killed process had claimed and not begun; what it did begin becomes uncertain with its lease.

    Args:
        stapel: closes the file.

    Raises:
        InvoerFout: the file cannot be made or opened.
    """
    bestand = Onbegonnen(Path(f"{settings.opslag.tijdvak_bestand}.{kanaal}.rij"))
    stapel.callback(bestand.sluit)
    await database.write(None, outbox.terug_na_kill, bestand.lees())
    return bestand


async def hersteld(database: Database, settings: Settings, wijk: int, now: datetime) -> Begin:
    """Treat the database as a restored backup, whatever the file says; the bot may not run meanwhile."""
    bestand = Tijdvakbestand(Path(settings.opslag.tijdvak_bestand))
    with ExitStack() as stapel:
        stapel.callback(bestand.sluit)
        begin = await database.write(wijk, tijdvak.herstel, wijk, publiek_id(secrets.token_bytes(16)), now)
        bestand.schrijf(begin.stand)
        bestand.bewaar()
    return begin


def verslag(begin: Begin) -> str:
    """Return what happened, for who looks after the machine."""
    return (
        f"Er is een reservekopie teruggezet. {begin.onzeker} berichten zijn nu onzeker, en {begin.vastgehouden} "
        "aankondigingen of herinneringen houdt de bot vast. Hij stuurt ze niet vanzelf: zie /verzending in de chat."
    )
