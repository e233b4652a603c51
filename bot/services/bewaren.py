"""How long what is kept stays: each night what was kept long enough goes, and after the closing all that is personal.

Closing starts a clock. The team reads a month and a week before on which day it ends; nothing goes on a day that they
did not read a week before. In a wijk without settings nobody can be told, and what was promised holds: there the
beheerder reads the day from `gehoord doctor`. The outcome stands in the log, and stays.

What goes when: bot.storage.gegevenskaart.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.bewaartermijnen import Bewaren
from bot.rules.pacing import Baan
from bot.services.handeling import BEHEERDER, ORGANISATOR, publiek_id
from bot.storage import afsluitingen, bewaren, outbox, rollen
from bot.storage.afsluitingen import Opruiming

MAAND, WEEK = timedelta(days=31), timedelta(days=7)
_SPELING = timedelta(days=1)
"""A night comes at another hour than the one at which a day was planned."""


def ruim_op(tx: Connection, wijk: int, now: datetime, termijnen: Bewaren) -> dict[str, int]:
    """Delete what was kept long enough; return how many rows of which table went."""
    voor = {naam: now - timedelta(days=dagen) for naam, dagen in asdict(termijnen).items()}
    return bewaren.ruim_op(tx, wijk, voor)


def oude_post(tx: Connection, wijk: int, now: datetime, termijnen: Bewaren) -> list[int]:
    """Return the messages that were kept long enough, for `bot.storage.bewaren.ruim_post_op`. Reads only."""
    return bewaren.oude_post(tx, wijk, now - timedelta(days=termijnen.berichten))


def vergeet_losse(tx: Connection, now: datetime, termijnen: Bewaren, zaad: bytes) -> dict[str, int]:
    """Forget who said something to the bot and never joined; return how many.

    Args:
        zaad: 32 fresh random bytes.
    """
    voor = now - timedelta(days=termijnen.nooit_meegedaan)
    weg = bewaren.vergeet_losse(tx, now, voor, lambda account: _vervanging(zaad, account))
    return {"account": weg} if weg else {}


def na_afsluiting(
    tx: Connection, wijk: int, now: datetime, zone: ZoneInfo, termijnen: Bewaren, zaad: bytes, *, stil: bool = False
) -> dict[str, int]:
    """Plan when all that is personal goes, tell the team, or let it go; return how many rows of which table went.

    Args:
        zaad: 32 fresh random bytes.
        stil: the wijk has no settings any more: nobody can be told, and what people were promised holds all the same.
    """
    stand = afsluitingen.opruiming(tx, wijk)
    if stand is None or stand.gedaan is not None:
        return {}
    team = [] if stil else rollen.accounts_met(tx, wijk, [ORGANISATOR, BEHEERDER])
    dag = _plan(tx, wijk, stand, now, zone, timedelta(days=termijnen.na_afsluiting), team)
    if now < dag:
        for ruim in (WEEK, MAAND):
            if dag - now <= ruim:
                _zeg(tx, wijk, ruim, dag, zone, team)
                break
        return {}
    afsluitingen.zet_opruiming(tx, wijk, opgeruimd_op=now)
    return bewaren.wis_alles(tx, wijk, lambda account: _vervanging(zaad, account), now, stil=stil)


def _vervanging(zaad: bytes, account: int) -> str:
    """Return what stands in the place of an id on the chat network."""
    return publiek_id(hmac.digest(zaad, b"%d" % account, hashlib.sha256))


def _plan(
    tx: Connection,
    wijk: int,
    stand: Opruiming,
    now: datetime,
    zone: ZoneInfo,
    termijn: timedelta,
    team: Sequence[int],
) -> datetime:
    """Return the moment on which it goes; what comes too soon to be read beforehand is put off, and nothing sooner."""
    wens = stand.gesloten_op + termijn
    dag = max(wens, now + MAAND) if stand.gepland is None else max(wens, stand.gepland)
    verteld = not team or outbox.geschreven(tx, _sleutel(wijk, WEEK, dag, zone), team)
    if dag - now < WEEK - _SPELING and not verteld:
        dag = now + WEEK
    if dag != stand.gepland:
        afsluitingen.zet_opruiming(tx, wijk, opruimen_op=dag)
    return dag


def _zeg(tx: Connection, wijk: int, ruim: timedelta, dag: datetime, zone: ZoneInfo, team: Sequence[int]) -> None:
    sleutel = _sleutel(wijk, ruim, dag, zone)
    boodschap = Boodschap("bewaren.straks", {"dag": dag.astimezone(zone).date().isoformat()})
    nog_niet = set(team) - outbox.geschreven(tx, sleutel, team)
    outbox.schrijf(tx, wijk, sleutel, nog_niet, boodschap, baan=Baan.HERINNERING)


def _sleutel(wijk: int, ruim: timedelta, dag: datetime, zone: ZoneInfo) -> str:
    return f"bewaren:{wijk}:{ruim.days}:{dag.astimezone(zone).date()}"
