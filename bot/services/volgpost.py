"""What followers get by mail: once a day what is new on the public page, and each quarter the raadsbrief.

It is what the public feed and calendar say, so that nobody hears anything by mail alone.
"""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules.momenten import naar_utc
from bot.services import publiek, raadsbrief
from bot.services.bezorging import Geval
from bot.services.publiek import Blik
from bot.storage import postuit, volgers, wekkers, wijken

NIEUWS, RAADSBRIEF = "volgnieuws", "raadsbrief"
_OCHTEND = time(8, 15)
_KWARTAAL = 3
_BEDENKTIJD = timedelta(days=30)
"""The address of who says nothing is kept so long."""


def plan(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> None:
    """See to it that there is mail tomorrow and next quarter; what is known when the first one follows is no news."""
    if not volgers.vertelde(tx, wijk):
        volgers.verteld(tx, wijk, {"begin", *_nieuw(tx, Blik(wijk, now, zone))})
    dag = now.astimezone(zone).date()
    _plan(tx, wijk, NIEUWS, now, dag + timedelta(days=1), zone)
    _plan(tx, wijk, RAADSBRIEF, now, _volgend_kwartaal(dag), zone)


def _plan(tx: Connection, wijk: int, soort: str, now: datetime, dag: date, zone: ZoneInfo) -> None:
    if not wekkers.komend(tx, wijk, (soort,), now):
        wekkers.zorg_voor(tx, wijk, soort, wijk, naar_utc(dag, _OCHTEND, zone))


def _volgend_kwartaal(dag: date) -> date:
    maand = dag.month - (dag.month - 1) % _KWARTAAL + _KWARTAAL
    return date(dag.year + maand // 13, (maand - 1) % 12 + 1, 1)


def nieuws(tx: Connection, geval: Geval) -> None:
    """Write what is new to who follows; in a restored backup it may have gone already, and then it does not go."""
    volgers.vergeet_wie_zweeg(tx, geval.wijk, geval.now - _BEDENKTIJD)
    blik = Blik(geval.wijk, geval.now, geval.zone)
    alles = _nieuw(tx, blik)
    nieuw = volgers.nog_niet_verteld(tx, geval.wijk, alles)
    volgers.verteld(tx, geval.wijk, nieuw)
    punten = [alles[sleutel] for sleutel in alles if sleutel in nieuw]
    if punten and not geval.hersteld:
        _schrijf(tx, geval, NIEUWS, {"punten": punten})
    plan(tx, geval.wijk, geval.now, geval.zone)


def brief(tx: Connection, geval: Geval) -> None:
    """Write the raadsbrief of this quarter to who follows."""
    if not geval.hersteld:
        _schrijf(tx, geval, RAADSBRIEF, raadsbrief.lees(tx, Blik(geval.wijk, geval.now, geval.zone)))
    plan(tx, geval.wijk, geval.now, geval.zone)


def _schrijf(tx: Connection, geval: Geval, soort: str, data: dict[str, Any]) -> None:
    naar = [een.id for een in volgers.alle(tx, geval.wijk) if een.bevestigd_op is not None]
    data = {"wijk": wijken.naam(tx, geval.wijk), **data}
    postuit.schrijf(tx, geval.wijk, naar, soort, data, f"{soort}:{geval.wekker.id}", geval.now)


def _nieuw(tx: Connection, blik: Blik) -> dict[str, dict[str, Any]]:
    """Return what the calendar has still to come and what is in the news, each by a key that says its version too."""
    komend = {}
    for een in publiek.lees_kalender(tx, blik).gebeurtenissen:
        if een.begin > blik.now:
            hoe = "afgelast" if een.afgelast else "gewijzigd" if een.versie else "nieuw"
            velden = {"titel": een.titel, "begin": een.begin.isoformat(), "plaats": een.plaats, "tekst": een.tekst}
            komend[f"k:{een.id}:{een.versie}:{hoe}"] = {"hoe": hoe, "wat": een.wat, "pad": een.pad, **velden}
    paden = {punt["pad"] for punt in komend.values() if punt["hoe"] == "afgelast"}
    gemeld = {
        f"n:{deel}:{een.id}": {
            "hoe": "nieuws",
            "deel": deel,
            "vorm": een.vorm,
            "pad": een.pad,
            "velden": {**een.velden},
        }
        for deel, een in reversed(publiek.lees_nieuws(tx, blik).nieuws)
        if een.pad not in paden  # the calendar says already that it is off
    }
    return gemeld | komend
