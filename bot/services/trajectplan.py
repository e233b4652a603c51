"""A plan as staff see it: of each stage its last day, its slack, whom to aim at, and what else when it does not fit."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules import terugrekenen
from bot.rules.terugrekenen import Gang, Periode, Plan
from bot.rules.trajecten import Traject
from bot.services import trajectstand
from bot.services.trajectstand import Trajectstand, fase_data
from bot.storage import trajecten


class Gerekend(NamedTuple):
    """A plan and what it was reckoned from."""

    traject: Traject
    plan: Plan
    vrij: tuple[Periode, ...]
    vandaag: date
    gang: Mapping[str, Gang]


def reken(
    tx: Connection,
    wijk: int,
    traject: Traject,
    besluitdatum: date,
    tijd: tuple[datetime, ZoneInfo],
    gang: Mapping[str, Gang] | None = None,
) -> Gerekend:
    """Reckon back from a day.

    Args:
        tijd: the moment, and the zone of the wijk.
        gang: how its stages went so far; nothing has begun without it.
    """
    vrij, vandaag, gang = trajecten.vrije_perioden(tx, wijk), tijd[0].astimezone(tijd[1]).date(), gang or {}
    plan = terugrekenen.reken_terug(traject, besluitdatum, vrij, vandaag, gang)
    return Gerekend(traject, plan, vrij, vandaag, gang)


def van_stand(
    tx: Connection, wijk: int, stand: Trajectstand, tijd: tuple[datetime, ZoneInfo], besluitdatum: date | None = None
) -> Gerekend:
    """Reckon back for the traject that runs, perhaps to another day."""
    op = besluitdatum or stand.loopt.besluitdatum
    return reken(tx, wijk, stand.traject, op, tijd, trajectstand.gangen(stand, tijd[1]))


def als_data(gerekend: Gerekend, stand: Trajectstand | None = None) -> dict[str, Any]:
    """Return a plan as people see it: its head, what would fit, and a line for each stage."""
    af = stand.geeindigd if stand else frozenset()
    nu = {fase.naam for fase in stand.nu} if stand else set[str]()
    eerst, na = gerekend.plan.kritiek[:1], gerekend.traject.na_het_besluit()
    regels = [
        {
            **fase_data(gerekend.traject.naam, gerekend.traject.fase(regel.fase)),
            "van": regel.van.isoformat(),
            "tot": regel.tot.isoformat(),
            "speling": regel.speling,
            "kritiek": regel.fase in eerst,
            "na_besluit": regel.fase in na,
            "publiek": list(gerekend.traject.fase(regel.fase).publiek),
            "staat": "klaar" if regel.fase in af else "nu" if regel.fase in nu else "straks",
        }
        for regel in gerekend.plan.regels
    ]
    return {**oordeel(gerekend), "regels": regels}


def oordeel(gerekend: Gerekend) -> dict[str, Any]:
    """Return whether the day of the gemeenteraad can be met, and if not what would fit."""
    traject, plan, vrij, vandaag, gang = gerekend
    data = {
        "sjabloon": traject.naam,
        "titel": traject.titel,
        "besluitdatum": plan.besluitdatum.isoformat(),
        "past": plan.past,
        "speling": plan.speling,
        "vrij": plan.vrij,
        "haalbaar": None,
        "korter": None,
    }
    if plan.past:
        return data
    korter = terugrekenen.wat_korter(traject, plan.besluitdatum, vrij, vandaag, gang)
    weken = korter and [[fase_data(traject.naam, traject.fase(naam)), weken] for naam, weken in korter.items()]
    return data | {"haalbaar": terugrekenen.vroegste_besluit(traject, vrij, vandaag, gang).isoformat(), "korter": weken}
