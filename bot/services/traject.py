"""The traject of the wijk: choosing a template and the day of the gemeenteraad, and showing where we are.

Residents see the stage in plain words; staff also the plan. How stages go: `trajectstand`.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd, InvoerFout
from bot.rules.trajecten import TRAJECTEN, Traject
from bot.rules.trajectvorm import naar_json, uit_json
from bot.rules.zetel import werkt_aan
from bot.services import evaluatie, fasestuk, trajectplan, trajectstand, trajectweek, zetel
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_binnen
from bot.services.lezers import datum
from bot.services.trajectstand import Trajectstand, fasen_data
from bot.storage import adviezen, trajecten, warmtekaarten
from bot.storage.accounts import Wie

VERST = timedelta(days=10 * 366)
"""Nobody plans further ahead."""


def toon(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show staff the plan, and residents where we are."""
    wie, stand = eis_binnen(tx, handeling), trajectstand.lees(tx, handeling.wijk)
    if stand is None or not wie.rollen & {BEGELEIDER, ORGANISATOR}:
        return _hier(tx, handeling, wie, stand)
    gerekend = trajectplan.van_stand(tx, handeling.wijk, stand, (handeling.now, handeling.zone))
    uitloop = [stand.gang[fase.naam].publiek_id for fase in stand.nu]
    mag = {
        "mag": ORGANISATOR in wie.rollen,
        "nu": [list(p) for p in zip(fasen_data(stand, stand.nu), uitloop, strict=True)],
    }
    return Boodschap("traject.plan", {**trajectplan.als_data(gerekend, stand), **mag}, melding=melding)


def hier(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show where we are, as residents read it."""
    return _hier(tx, handeling, eis_binnen(tx, handeling), trajectstand.lees(tx, handeling.wijk))


def _hier(tx: Connection, handeling: Handeling, wie: Wie, stand: Trajectstand | None) -> Boodschap:
    if stand is None:
        return Boodschap("traject.geen", {"mag": ORGANISATOR in wie.rollen})
    af = len([fase for fase in stand.traject.fasen if fase.naam in stand.geeindigd])
    data = {
        "nu": fasen_data(stand, stand.nu),
        "straks": fasen_data(stand, stand.straks),
        "stap": af + 1,
        "stappen": len(stand.traject.fasen),
        "staf": bool(wie.rollen & {BEGELEIDER, ORGANISATOR}),
        **_om(tx, handeling, stand),
    }
    return Boodschap("traject.hier", data)


def _om(tx: Connection, handeling: Handeling, stand: Trajectstand) -> dict[str, Any]:
    """Return what else there is to read: documents, advice, cards, and whether residents trust it."""
    return {
        "stukken": bool(fasestuk.openbaar(tx, handeling.wijk)),
        "adviezen": bool(adviezen.alle(tx, handeling.wijk, 1)),
        "kaarten": warmtekaarten.zijn_er(tx, handeling.wijk),
        "organen": zetel.bezetting(tx, handeling.wijk, {een for f in stand.nu for een in werkt_aan(f.spoor)}),
        "vertrouwen": evaluatie.verloop(tx, handeling.wijk, stand),
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
) -> trajectplan.Gerekend:
    """Let a traject begin, in place of one that runs: its first stages begin today. Return its plan.

    Args:
        tijd: the moment, and the zone of the wijk.
        ids: gives a fresh public id for a label.
        door: the account that chose it; None: by a file on the server.
    """
    now, zone = tijd
    if (loopt := trajecten.loopt(tx, wijk)) is not None:
        trajecten.stop(tx, loopt.id, now)
    gerekend = trajectplan.reken(tx, wijk, traject, besluitdatum, tijd)
    velden = {"sjabloon": traject.naam, "inhoud": naar_json(traject), "besluitdatum": besluitdatum}
    nieuw = trajecten.voeg_toe(tx, wijk, publiek_id=ids("traject"), gemaakt_door=door, begonnen_op=now, **velden)
    eerste = {fase.naam for fase in traject.kunnen_beginnen(())}
    for regel in gerekend.plan.regels:
        dagen = regel.van, regel.tot
        fase = trajecten.voeg_fase_toe(tx, wijk, nieuw, regel.fase, ids(f"fase {regel.fase}"), dagen)
        if regel.fase in eerste:
            trajecten.zet_fase(tx, fase, begonnen_op=now)
    trajectstand.herplan(tx, wijk, now, zone)
    trajectweek.plan_week(tx, wijk, nieuw, now, zone)
    return gerekend


def labels(traject: Traject) -> list[str]:
    """Return the labels for which `start` asks a public id."""
    return ["traject", *(f"fase {fase.naam}" for fase in traject.fasen)]


def kies(
    tx: Connection,
    wijk: int,
    traject: Traject,
    besluitdatum: date,
    tijd: tuple[datetime, ZoneInfo],
    ids: Callable[[str], str],
    *,
    vervang: bool,
) -> trajectplan.Gerekend:
    """Let a traject begin by a file on the server.

    Raises:
        InvoerFout: one runs already, and nobody said that it must stop.
    """
    if trajecten.loopt(tx, wijk) is not None and not vervang:
        raise InvoerFout("er loopt al een traject; geef --vervang op als dat moet stoppen")
    return start(tx, wijk, traject, besluitdatum, tijd, ids=ids)


def besluitdatum(tekst: str, handeling: Handeling) -> str:
    """Read a day that is still to come, with its year, as an ISO string."""
    iso = str(datum(tekst, handeling))
    _eis_later(date.fromisoformat(iso), handeling)
    return iso


def _eis_later(op: date, handeling: Handeling) -> date:
    vandaag = handeling.now.astimezone(handeling.zone).date()
    if not vandaag < op <= vandaag + VERST:
        raise Geweigerd("traject.datum")
    return op


def _traject(data: dict[str, Any]) -> Traject:
    """Return the template that was chosen, or that a file adapted."""
    return uit_json(data["inhoud"]) if "inhoud" in data else TRAJECTEN[data["sjabloon"]]


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    op, tijd = date.fromisoformat(data["besluitdatum"]), (handeling.now, handeling.zone)
    gerekend = trajectplan.reken(tx, handeling.wijk, _traject(data), op, tijd)
    return {**trajectplan.als_data(gerekend), "vervangt": trajecten.loopt(tx, handeling.wijk) is not None}


def _kies(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    op = _eis_later(date.fromisoformat(data["besluitdatum"]), handeling)  # the form stood open overnight
    tijd = handeling.now, handeling.zone
    start(tx, handeling.wijk, _traject(data), op, tijd, ids=handeling.id, door=wie.account)
    return toon(tx, handeling, melding="traject.begonnen")


def _bekijk_datum(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    stand = _eis_traject(tx, handeling)
    op, tijd = date.fromisoformat(data["besluitdatum"]), (handeling.now, handeling.zone)
    return trajectplan.als_data(trajectplan.van_stand(tx, handeling.wijk, stand, tijd, op), stand)


def _zet_datum(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    stand = _eis_traject(tx, handeling)
    trajecten.zet_besluitdatum(tx, stand.loopt.id, _eis_later(date.fromisoformat(data["besluitdatum"]), handeling))
    trajectstand.herplan(tx, handeling.wijk, handeling.now, handeling.zone)
    return toon(tx, handeling, melding="traject.opnieuw")


def _eis_traject(tx: Connection, handeling: Handeling) -> Trajectstand:
    stand = trajectstand.lees(tx, handeling.wijk)
    if stand is None:
        raise Geweigerd("traject.geen")
    return stand


_DATUM = Veld("besluitdatum", besluitdatum, teksten="traject")
FORMULIER = Formulier(
    "traject", (Veld("sjabloon", keuzes=tuple(TRAJECTEN)), _DATUM), (ORGANISATOR,), _kies, bekijk=_bekijk
)
DATUM = Formulier("traject_datum", (_DATUM,), (ORGANISATOR,), _zet_datum, bekijk=_bekijk_datum)
