"""What a start finds: a restored backup, or what a killed process left. And saying so where nothing tells it."""

import logging
import secrets
from collections.abc import Iterable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.channels import wislijst
from bot.channels.onbegonnen import Onbegonnen
from bot.channels.tijdvak import Tijdvakbestand, Tijdvakwacht
from bot.config import Settings
from bot.services import tijdvak, wissen
from bot.services.handeling import publiek_id
from bot.services.tijdvak import Begin
from bot.services.wissen import Opnieuw
from bot.storage import Database, outbox, wissingen
from bot.storage.sqlite import SqliteDatabase

log = logging.getLogger(__name__)


async def begin_tijdvak(
    stapel: AsyncExitStack, database: Database, settings: Settings, wijk: int, now: datetime
) -> Tijdvakwacht:
    """Look whether the database is a restored backup, and say so in the log; from here on sending is counted.

    Args:
        stapel: closes the file.
        now: as people see it.

    Raises:
        InvoerFout: the file cannot be made or opened, or on SQLite another bot runs.
    """
    een = isinstance(database, SqliteDatabase)  # who started it twice would have two that answer
    bestand = Tijdvakbestand(Path(settings.opslag.tijdvak_bestand), alleen=een)
    stapel.callback(bestand.sluit)
    opnieuw = await doe_opnieuw(database, settings, wijk, now)  # what that tells people is held with all else
    gezien, merk = bestand.lees(), publiek_id(secrets.token_bytes(16))
    stand, gekopieerd = (gezien.stand, gezien.gekopieerd) if gezien else (None, False)
    begin = await database.write(wijk, tijdvak.begin, stand, merk, now, gekopieerd=gekopieerd)
    bestand.schrijf(begin.stand)
    bestand.bewaar()
    if begin.soort == "hersteld":
        log.warning("%s", verslag(_met(begin, opnieuw)))
    if begin.soort == "onbekend":
        mend = "Is deze database een reservekopie? Stop dan de bot, en geef eerst: gehoord herstel"
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


async def hersteld(database: Database, settings: Settings, wijk: int, now: datetime, ook: Iterable[str] = ()) -> Begin:
    """Treat the database as a restored backup, whatever is beside it: erase again, and begin an epoch.

    The bot may not run meanwhile (`Tijdvakbestand`, `alleen`), and the file of the epoch is to be written after it.

    Args:
        ook: marks of who was erased or took a yes back, from a list beside a backup.
    """
    opnieuw = await doe_opnieuw(database, settings, wijk, now, ook)
    return _met(await database.write(wijk, tijdvak.herstel, publiek_id(secrets.token_bytes(16)), now), opnieuw)


def _met(begin: Begin, opnieuw: Opnieuw) -> Begin:
    return replace(begin, opnieuw_gewist=opnieuw.gewist, opnieuw_ingetrokken=opnieuw.ingetrokken)


async def doe_opnieuw(
    database: Database, settings: Settings, wijk: int, now: datetime, ook: Iterable[str] = ()
) -> Opnieuw:
    """Erase again, and take a yes back again, for who asked that after the database was copied; else for nobody.

    Args:
        ook: marks from a list beside a backup.
    """
    pad = wislijst.naast(settings.opslag.tijdvak_bestand)
    await wislijst.werk_bij(database, pad)  # what a kill left
    hier = wislijst.lees(pad)
    if nieuw := set(ook) - hier:
        wislijst.schrijf_bij(pad, sorted(nieuw))
    merken = hier | nieuw
    if len(merken) == await database.read(wissingen.hoeveel):
        return Opnieuw()
    opnieuw = await database.write(wijk, wissen.opnieuw, wijk, merken, now, secrets.token_bytes(32))
    if any(opnieuw):
        log.warning("the database went back in time: erased once more %d, a yes taken back once more %d", *opnieuw)
        await database.wis_resten()
    return opnieuw


def verslag(begin: Begin) -> str:
    """Return what happened, for who looks after the machine."""
    return (
        f"Er is een reservekopie teruggezet. Mensen die opnieuw gewist zijn: {begin.opnieuw_gewist}. "
        f"Mensen van wie de ja opnieuw is ingetrokken: {begin.opnieuw_ingetrokken}. "
        f"{begin.onzeker} berichten zijn nu onzeker, en {begin.vastgehouden} "
        "aankondigingen of herinneringen houdt de bot vast. Hij stuurt ze niet vanzelf: zie /verzending in de chat."
    )
