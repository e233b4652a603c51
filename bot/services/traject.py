"""The traject of the wijk: choosing a template and the day of the gemeenteraad, and showing where we are.

Residents see the stage in plain words; staff also the plan. How stages go: `trajectstand`.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import terugrekenen
from bot.rules.terugrekenen import Plan
from bot.rules.trajecten import TRAJECTEN, Traject
from bot.rules.trajectvorm import naar_json
from bot.services import evaluatie, fasestuk, trajectstand
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.services.lezers import datum
from bot.services.trajectstand import Trajectstand, fase_data, fasen_data
from bot.storage import adviezen, trajecten
from bot.storage.accounts import Wie

VERST = timedelta(days=10 * 366)
"""Nobody plans further ahead."""


def toon(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show staff the plan, and residents where we are."""
    wie, stand = eis_binnen(tx, handeling), trajectstand.lees(tx, handeling.wijk)
    if stand is None or not wie.rollen & {BEGELEIDER, ORGANISATOR}:
        return _hier(tx, handeling, wie, stand, melding)
    gerekend = trajectstand.plan(tx, handeling.wijk, stand, handeling.now, handeling.zone)
    data = {
        **plan_data(tx, handeling.wijk, stand, gerekend, handeling.now, handeling.zone),
        "mag": ORGANISATOR in wie.rollen,
    }
    return Boodschap("traject.plan", data, melding=melding)


def hier(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show where we are, as residents read it."""
    return _hier(tx, handeling, eis_binnen(tx, handeling), trajectstand.lees(tx, handeling.wijk))


def _hier(
    tx: Connection, handeling: Handeling, wie: Wie, stand: Trajectstand | None, melding: str | None = None
) -> Boodschap:
    mag = ORGANISATOR in wie.rollen
    if stand is None:
        return Boodschap("traject.geen", {"mag": mag}, melding=melding)
    af = len([fase for fase in stand.traject.fasen if fase.naam in stand.geeindigd])
    data = {
        "nu": fasen_data(stand, stand.nu),
        "straks": fasen_data(stand, stand.straks),
        "stap": af + 1,
        "stappen": len(stand.traject.fasen),
        "staf": bool(wie.rollen & {BEGELEIDER, ORGANISATOR}),
        **_om(tx, handeling, stand),
    }
    return Boodschap("traject.hier", data, melding=melding)


def _om(tx: Connection, handeling: Handeling, stand: Trajectstand) -> dict[str, Any]:
    """Return what else there is to read about it: documents, advice, and whether residents trust it."""
    return {
        "stukken": bool(fasestuk.openbaar(tx, handeling.wijk)),
        "adviezen": bool(adviezen.alle(tx, handeling.wijk, 1)),
        "vertrouwen": evaluatie.verloop(tx, handeling.wijk, stand, handeling.now),
    }


def start(
    tx: Connection,
    wijk: int,
    traject: Traject,
    besluitdatum: date,
    tijd: tuple[datetime, ZoneInfo],
    *,
    ids: Callable[[str], str],
    door: int | None = None,
) -> None:
    """Let a traject begin, in place of one that runs: its first stages begin today.

    Args:
        tijd: the moment, and the zone of the wijk.
        ids: gives a fresh public id for a label.
    """
    now, zone = tijd
    if (loopt := trajecten.loopt(tx, wijk)) is not None:
        trajecten.stop(tx, loopt.id, now)
    gerekend = _reken(tx, wijk, traject, besluitdatum, now, zone)
    velden = {"sjabloon": traject.naam, "inhoud": naar_json(traject), "besluitdatum": besluitdatum}
    nieuw = trajecten.voeg_toe(tx, wijk, publiek_id=ids("traject"), gemaakt_door=door, begonnen_op=now, **velden)
    eerste = {fase.naam for fase in traject.kunnen_beginnen(())}
    for regel in gerekend.regels:
        dagen = regel.van, regel.tot
        fase = trajecten.voeg_fase_toe(tx, wijk, nieuw, regel.fase, ids(f"fase {regel.fase}"), dagen)
        if regel.fase in eerste:
            trajecten.zet_fase(tx, fase, begonnen_op=now)


def plan_data(
    tx: Connection, wijk: int, stand: Trajectstand, gerekend: Plan, now: datetime, zone: ZoneInfo
) -> dict[str, Any]:
    """Return a plan as staff see it: of each stage its last day, its slack, and whether it is critical."""
    nu = {fase.naam for fase in stand.nu}
    regels = []
    for regel in gerekend.regels:
        staat = "klaar" if regel.fase in stand.geeindigd else "nu" if regel.fase in nu else "straks"
        regels.append({**_regel_data(stand.traject, regel, gerekend), "staat": staat})
    gang = trajectstand.gangen(stand, zone)
    return {
        **_kop_data(stand.traject, gerekend),
        **_wat_kan(stand.traject, gerekend, trajecten.vrije_perioden(tx, wijk), now.astimezone(zone).date(), gang),
        "regels": regels,
    }


def _regel_data(traject: Traject, regel: terugrekenen.Regel, gerekend: Plan) -> dict[str, Any]:
    return {
        **fase_data(traject.naam, traject.fase(regel.fase)),
        "tot": regel.tot.isoformat(),
        "van": regel.van.isoformat(),
        "verwacht": regel.vroegst_tot.isoformat(),
        "speling": regel.speling,
        "kritiek": regel.fase in gerekend.kritiek,
        "na_besluit": regel.fase in traject.na_het_besluit(),
    }


def _kop_data(traject: Traject, gerekend: Plan) -> dict[str, Any]:
    return {
        "sjabloon": traject.naam,
        "titel": traject.titel,
        "besluitdatum": gerekend.besluitdatum.isoformat(),
        "past": gerekend.past,
        "speling": gerekend.speling,
        "vrij": gerekend.vrij,
    }


def _wat_kan(
    traject: Traject,
    gerekend: Plan,
    vrij: tuple[terugrekenen.Periode, ...],
    vandaag: date,
    gang: dict[str, terugrekenen.Gang] | None = None,
) -> dict[str, Any]:
    """Return what would fit, when this does not: another day, or so many weeks less of some stages."""
    if gerekend.past:
        return {"haalbaar": None, "korter": None}
    haalbaar = terugrekenen.vroegste_besluit(traject, vrij, vandaag, gang)
    korter = terugrekenen.wat_korter(traject, gerekend.besluitdatum, vrij, vandaag, gang)
    return {
        "haalbaar": haalbaar.isoformat(),
        "korter": korter and [[fase_data(traject.naam, traject.fase(naam)), w] for naam, w in korter.items()],
    }


def _reken(tx: Connection, wijk: int, traject: Traject, datum: date, now: datetime, zone: ZoneInfo) -> Plan:
    vrij = trajecten.vrije_perioden(tx, wijk)
    return terugrekenen.reken_terug(traject, datum, vrij, now.astimezone(zone).date())


def _besluitdatum(tekst: str, handeling: Handeling) -> str:
    """Read a day that is still to come, with its year."""
    iso = datum(tekst, handeling)
    vandaag = handeling.now.astimezone(handeling.zone).date()
    if not vandaag < date.fromisoformat(iso) <= vandaag + VERST:
        raise Geweigerd("traject.datum")
    return str(iso)


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    traject, op = TRAJECTEN[data["sjabloon"]], date.fromisoformat(data["besluitdatum"])
    gerekend = _reken(tx, handeling.wijk, traject, op, handeling.now, handeling.zone)
    vrij, vandaag = trajecten.vrije_perioden(tx, handeling.wijk), handeling.now.astimezone(handeling.zone).date()
    return {
        **_kop_data(traject, gerekend),
        **_wat_kan(traject, gerekend, vrij, vandaag),
        "regels": [{**_regel_data(traject, regel, gerekend), "staat": "straks"} for regel in gerekend.regels],
        "vervangt": trajecten.loopt(tx, handeling.wijk) is not None,
    }


def _kies(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    eis_rol(tx, handeling, ORGANISATOR)
    op, vandaag = date.fromisoformat(data["besluitdatum"]), handeling.now.astimezone(handeling.zone).date()
    if op <= vandaag:  # the form stood open overnight
        raise Geweigerd("traject.datum")
    traject = TRAJECTEN[data["sjabloon"]]
    tijd = handeling.now, handeling.zone
    start(tx, handeling.wijk, traject, op, tijd, ids=handeling.id, door=wie.account)
    return toon(tx, handeling, melding="traject.begonnen")


FORMULIER = Formulier(
    "traject",
    (Veld("sjabloon", keuzes=tuple(TRAJECTEN)), Veld("besluitdatum", _besluitdatum)),
    (ORGANISATOR,),
    _kies,
    bekijk=_bekijk,
)
