"""A start, and whether it is of a restored backup: then an epoch begins, and nothing old is sent again.

What waited may have gone after the backup was made: it is uncertain now, and staff decide what goes again. What is due
is done all the same, as its effect was lost, but what it tells people is held for staff too.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.services import herhaling, mailbundel, volgpost
from bot.services.bezorging import BUNDEL
from bot.services.handeling import BEHEERDER, ORGANISATOR
from bot.services.wekker import LADINGEN
from bot.storage import inbox, outbox, postuit, rollen, tijdvakken, wekkers, wijken
from bot.storage.tijdvakken import Stand

VERTELT = (
    *LADINGEN,
    "peiling_sluit",
    "kennismaking",
    BUNDEL,
    herhaling.WEKKER,
    volgpost.NIEUWS,
    volgpost.RAADSBRIEF,
    mailbundel.SOORT,
)
"""Kinds of alarm that tell people something which they may have heard already. Other kinds do what they do."""


@dataclass(frozen=True)
class Begin:
    """How a start went.

    Args:
        soort: `eerste` of this database, `gewoon`, `onbekend` when nothing outside it says how far sending came,
            `hersteld` when it is a restored backup.
        onzeker: messages that became uncertain.
        vastgehouden: alarms whose messages are held for staff.
        opnieuw_gewist: people who were erased after the copy was made, and now once more.
        opnieuw_ingetrokken: residents who took their yes back after it was made, and now once more.
    """

    soort: Literal["eerste", "gewoon", "onbekend", "hersteld"]
    stand: Stand
    onzeker: int = 0
    vastgehouden: int = 0
    opnieuw_gewist: int = 0
    opnieuw_ingetrokken: int = 0


def begin(tx: Connection, gezien: Stand | None, merk: str, now: datetime, *, gekopieerd: bool = False) -> Begin:
    """Compare the database with what was seen of it outside, and count this start.

    Args:
        gezien: how far sending came by the file outside, None when there is none.
        merk: fresh random name for an epoch, when one begins.
        gekopieerd: the file was put back too, and so says nothing.
    """
    stand = tijdvakken.laatste(tx)
    if stand is None and gezien is None:
        tijdvakken.nieuw(tx, merk, now)
        return Begin("eerste", _tel(tx))
    if gezien is not None and (gekopieerd or _ging_terug(tx, stand, gezien)):
        return herstel(tx, merk, now)
    return Begin("onbekend" if gezien is None else "gewoon", _tel(tx))


def herstel(tx: Connection, merk: str, now: datetime) -> Begin:
    """Begin a new epoch, and tell staff.

    Args:
        merk: fresh random name for it.
    """
    nr = tijdvakken.nieuw(tx, merk, now)
    onzeker = tijdvakken.houd_alles_vast(tx)
    vastgehouden = wekkers.houd_vast(tx, VERTELT, now)
    inbox.zwijg(tx)
    postuit.houd_vast(tx)
    boodschap = Boodschap("tijdvak.hersteld", {"onzeker": onzeker, "vastgehouden": vastgehouden})
    for wijk in wijken.alle(tx):
        wie = rollen.accounts_met(tx, wijk.id, (ORGANISATOR, BEHEERDER))
        outbox.schrijf(tx, wijk.id, f"tijdvak:{nr}:{merk}:{wijk.id}", wie, boodschap, baan=Baan.DRINGEND)
    return Begin("hersteld", _tel(tx), onzeker, vastgehouden)


def _ging_terug(tx: Connection, stand: Stand | None, gezien: Stand) -> bool:
    """Say whether more was seen of the database than it knows.

    An epoch of its history that is not the last: another process noticed, and dealt with it.
    """
    if stand is None or not tijdvakken.kent(tx, gezien.merk):
        return True
    return stand.merk == gezien.merk and stand.teller < gezien.teller


def _tel(tx: Connection) -> Stand:
    stand = tijdvakken.tel(tx, None)
    assert stand is not None  # noqa: S101 (an epoch has begun)
    return stand
