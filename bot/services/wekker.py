"""What happens when a moment has come: announcements and reminders go out in chunks, polls and doors close."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services import aankondiging, aanmelding, deur, kennismaking, oproep, voorstel
from bot.storage import bijeenkomsten, outbox, peilingen, wekkers
from bot.storage.wekkers import Wekker

BLOK = 500
"""So many messages are written in one transaction."""


def doe(tx: Connection, wijk: int, wekker_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Do what is due, or a part of it; harmless when it is done already.

    Each call is a transaction of its own and leaves the row so that the next goes on where this one ended.
    """
    wekker = wekkers.open_wekker(tx, wijk, wekker_id)
    if wekker is None:
        return
    if wekker.soort == "peiling_sluit":
        peilingen.sluit(tx, wekker.onderwerp, now)
        wekkers.zet(tx, wijk, "peiling_uitslag", wekker.onderwerp, now)
        wekkers.gedaan(tx, wekker.id, now)
        return
    if wekker.soort == "aanbod_verloopt":
        wekkers.gedaan(tx, wekker.id, now)
        if bij := bijeenkomsten.zoek(tx, wijk, id=wekker.onderwerp):
            aanmelding.verloop(tx, wijk, bij, now, zone)
        return
    if wekker.soort == "voorstel_verloopt":
        voorstel.verloop(tx, wijk, wekker.onderwerp, now)
        wekkers.gedaan(tx, wekker.id, now)
        return
    if wekker.soort == "deur_sluit":
        wekkers.gedaan(tx, wekker.id, now)
        deur.sluit_vanzelf(tx, wekker.onderwerp, now)
        return
    if wekker.soort == kennismaking.SOORT:
        wekkers.gedaan(tx, wekker.id, now)
        kennismaking.stel(tx, wijk, wekker, now, zone)
        return
    naar, boodschap = _uitzending(tx, wijk, wekker, now, zone)
    if boodschap is not None:
        outbox.schrijf(tx, wijk, f"wekker:{wekker.id}", naar, boodschap)
    if len(naar) == BLOK:
        wekkers.verder(tx, wekker.id, naar[-1])
    else:
        wekkers.gedaan(tx, wekker.id, now)


def _uitzending(
    tx: Connection, wijk: int, wekker: Wekker, now: datetime, zone: ZoneInfo
) -> tuple[list[int], Boodschap | None]:
    """Return the next accounts and what they hear; nobody when the moment has lost its sense."""
    if wekker.soort.startswith("peiling"):
        return oproep.zending(tx, wijk, wekker, now, BLOK)
    return aankondiging.zending(tx, wijk, wekker, now, zone, BLOK)
