"""What groups of residents advise: recording it, withdrawing it, and the list that everyone reads.

Each advice gets an answer (`adviesantwoord`); until then it is listed as open. No person is named: a group advises.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import lezers
from bot.services.bladzij import blader
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.formuliervorm import noemt_werkgroepen
from bot.services.handeling import BEGELEIDER, KERNGROEP, ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.services.onderbouwing import niet_later
from bot.storage import adviezen, werkgroepen
from bot.storage.accounts import Wie
from bot.storage.adviezen import Advies

VAN = ("bewoners", "kerngroep", "bewonersraad", "vereniging", "wijkraad")
"""Groups that may advise, beside each werkgroep. One cannot type a name: it would be that of a person one day."""
WERKGROEP = "werkgroep"
AAN = ("college", "gemeenteraad", "team")
MAKERS = (KERNGROEP, BEGELEIDER, ORGANISATOR)
PER_BLADZIJ = 6


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show residents and the team a page of the advice: what waits for an answer first."""
    wie = eis_binnen(tx, handeling)
    gevonden, rond = blader(lambda hoeveel, na: adviezen.alle(tx, handeling.wijk, hoeveel, na), bladzij, PER_BLADZIJ)
    _, open_ = adviezen.tel(tx, handeling.wijk)
    data = {"adviezen": [als_data(een) for een in gevonden], "open": open_, "mag": bool(wie.rollen & set(MAKERS))}
    return Boodschap("advies.lijst", {**data, **rond}, melding=melding)


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one with its answers; to an organisator with what can be done about it."""
    wie, een = eis_binnen(tx, handeling), bestaand(tx, handeling, publiek_id)
    mag = ORGANISATOR in wie.rollen and een.ingetrokken_op is None
    return Boodschap("advies.een", {**als_data(een), "mag": mag}, melding=melding)


def begin_intrekken(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to withdraw one, as when it was recorded by mistake."""
    een = te_wijzigen(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, INTREKKEN, {"welk": publiek_id, "titel": een.titel})


def als_data(een: Advies) -> dict[str, Any]:
    """Return what people see of one."""
    return {
        "id": een.publiek_id,
        "titel": een.titel,
        "tekst": een.tekst,
        "van": een.van,
        "werkgroep": een.werkgroep,
        "aan": een.aan,
        "dag": een.dag.isoformat(),
        "staat": "ingetrokken" if een.ingetrokken_op else een.antwoord.oordeel if een.antwoord else "open",
        "reden": een.reden,
        "antwoorden": [
            {"oordeel": antwoord.oordeel, "reden": antwoord.reden, "op": antwoord.op.isoformat()}
            for antwoord in een.antwoorden
        ],
    }


def te_wijzigen(tx: Connection, handeling: Handeling, publiek_id: str) -> Advies:
    """Return one to an organisator.

    Raises:
        Geweigerd: another role, no such advice, or it was withdrawn.
    """
    eis_rol(tx, handeling, ORGANISATOR)
    een = bestaand(tx, handeling, publiek_id)
    if een.ingetrokken_op is not None:
        raise Geweigerd("advies.ingetrokken")
    return een


def bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Advies:
    """Return one of the wijk.

    Raises:
        Geweigerd: there is none.
    """
    een = adviezen.zoek(tx, handeling.wijk, publiek_id)
    if een is None:
        raise Geweigerd("advies.onbekend")
    return een


def _werkgroepen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    return [(een.publiek_id, een.naam) for een in werkgroepen.lijst(tx, handeling.wijk, 0)]


def _lees_dag(tekst: str, handeling: Handeling) -> str:
    return niet_later(handeling, lezers.datum(tekst, handeling))


def _groep(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, str]:
    """Return the group that a form names: one of `VAN`, or a werkgroep with its name as it is now."""
    if data["van"] in VAN:
        return {"van": data["van"], "werkgroep": ""}
    naam = dict(_werkgroepen(tx, handeling, data)).get(data["van"])
    if naam is None:
        raise Geweigerd("advies.groep_weg")
    return {"van": WERKGROEP, "werkgroep": naam}


def _leg_vast(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    publiek_id = handeling.id("advies")
    adviezen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=publiek_id,
        titel=data["titel"],
        tekst=data["tekst"],
        aan=data["aan"],
        dag=date.fromisoformat(data["dag"]),
        op=handeling.now,
        gemaakt_door=wie.account,
        **_groep(tx, handeling, data),
    )
    return toon(tx, handeling, publiek_id, melding="advies.genoteerd")


def _trek_in(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een = te_wijzigen(tx, handeling, data["welk"])
    adviezen.trek_in(tx, een.id, handeling.now, data["reden"])
    return lijst(tx, handeling, melding="advies.nu_ingetrokken")


FORMULIER = Formulier(
    "advies",
    (
        Veld("van", keuzes=VAN, haal=_werkgroepen, bekijk=noemt_werkgroepen),
        Veld("aan", keuzes=AAN),
        Veld("titel", lezers.tekst_tot(100)),
        Veld("tekst", lezers.alinea_tot(1200)),
        Veld("dag", _lees_dag),
    ),
    MAKERS,
    _leg_vast,
    bekijk=_groep,
)
INTREKKEN = Formulier("advies_weg", (Veld("reden", lezers.tekst_tot(300)),), (ORGANISATOR,), _trek_in)
