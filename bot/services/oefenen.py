"""Practising: who may, and what the practice wijk shows of itself. Beginning and ending it: bot.oefenen.

What is said here is also what the shell does: see `bot.oefenen.deur`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import bewoner, onboarding
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_rol, wie_spreekt
from bot.services.oefenbewoners import Hier, reageer
from bot.storage import accounts, oefeningen, wekkers

ROLLEN = (TREKKER, BEGELEIDER, ORGANISATOR)
"""Who may practise; in the practice wijk they have the same role."""
BEGINT, KLAAR, ALS, SCHERM = "oefenen.begint", "oefenen.klaar", "oefenen.als", "oefenen.scherm"
"""What the shell acts on: a practice begins, ends, is looked at as a resident, and as oneself again."""
LESSEN = {False: ("bijeenkomst", "peiling", "bericht"), True: ("bijeenkomst", "peiling", "deur")}
"""Three things to try, by whether one may stand at a door."""
_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Verzonnen:
    """Someone made up as whom one may look; with the code of their letter who has not joined yet."""

    extern_id: str
    naam: str
    adres: str
    code: str | None = None


@dataclass(frozen=True)
class Oefenplek:
    """A practice wijk: the roles of who practises there, and as whom they may look."""

    rollen: tuple[str, ...]
    bewoner: Verzonnen
    nieuw: Verzonnen


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Let someone of the team practise.

    Raises:
        Geweigerd: they have no role in which there is something to practise.
    """
    rollen = sorted(eis_rol(tx, handeling, *ROLLEN).rollen & set(ROLLEN))
    return Boodschap(BEGINT, {"rollen": rollen, "lessen": _lessen(rollen), "nu": handeling.now.isoformat()})


def stop(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say that one practises no longer, whether one did or not."""
    wie_spreekt(tx, handeling)
    return Boodschap(KLAAR)


def voorbij(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say of a button that its practice is over."""
    wie_spreekt(tx, handeling)
    return Boodschap("oefenen.voorbij")


def echte_knop(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say to who practises that a button is of the real wijk; its message stays as it is."""
    wie_spreekt(tx, handeling)
    return Boodschap("oefenen.echte_knop", wijze="nieuw")


def scherm(tx: Connection, handeling: Handeling, plek: Oefenplek) -> Boodschap:
    """Show what one can do in the practice wijk, as oneself."""
    wie_spreekt(tx, handeling)
    return Boodschap(SCHERM, {"lessen": _lessen(plek.rollen), "nu": handeling.now.isoformat()})


def les(tx: Connection, handeling: Handeling, plek: Oefenplek, welke: str) -> Boodschap:
    """Say how one exercise goes.

    Raises:
        Geweigerd: there is no such exercise.
    """
    wie_spreekt(tx, handeling)
    if welke not in _lessen(plek.rollen):
        raise Geweigerd("oefenen.onbekend")
    return Boodschap("oefenen.les", {"les": welke})


def dag_verder(tx: Connection, handeling: Handeling, plek: Oefenplek) -> Boodschap:
    """Let a day pass in the practice wijk, in which made-up residents vote and say that they come."""
    van = handeling.afzender
    hier = Hier(handeling.wijk, van.kanaal, handeling.now, handeling.zone, handeling.geheim("bewoners"))
    zelf = plek.bewoner.extern_id, plek.nieuw.extern_id  # what these do, who practises does
    reageer(tx, hier, [wie for wie in oefeningen.verzonnen(tx) if wie not in zelf])
    wekkers.verzet_klok(tx, int(_DAG.total_seconds()))
    nu = replace(handeling, now=handeling.now + _DAG)
    return scherm(tx, nu, plek)


def kijk(tx: Connection, handeling: Handeling, wie: Verzonnen) -> tuple[Boodschap, ...]:
    """Look as a made-up resident, in one's own language; of who has not joined yet, one reads the letter's code."""
    taal = wie_spreekt(tx, handeling).taal
    als = replace(handeling, afzender=replace(handeling.afzender, extern_id=wie.extern_id))
    accounts.wijzig(tx, wie_spreekt(tx, als).account, taal=taal)
    gezien = Boodschap(ALS, {"wie": wie.extern_id, "naam": wie.naam, "adres": wie.adres, "code": wie.code})
    eerst = onboarding.start(tx, als, "", b"") if wie.code else bewoner.menu(tx, als)
    return gezien, replace(eerst, wijze="nieuw")


def zie(tx: Connection, handeling: Handeling, nummer: int) -> Boodschap:
    """Show a message that went to made-up people as they would see it.

    Raises:
        Geweigerd: there is no such message, or what it said was emptied.
    """
    wie_spreekt(tx, handeling)
    gevonden = oefeningen.boodschap(tx, nummer)
    if gevonden is None:
        raise Geweigerd("oefenen.onbekend")
    return Boodschap("oefenen.zie", {"soort": gevonden.soort, "data": gevonden.data}, wijze="nieuw")


def _lessen(rollen: Iterable[str]) -> list[str]:
    return list(LESSEN[bool({BEGELEIDER, ORGANISATOR} & set(rollen))])
