"""An address that took an offer on paper, or takes back what came on paper or by the e-form: two persons, as always."""

from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.aanbod import is_voor, toegang
from bot.services import adresveld, huishouden, lezers, voorstel
from bot.services.aanbod import MAG, MAKERS, bestaand
from bot.services.formulier import VAST, Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling, eis_rol
from bot.services.onderbouwing import kop
from bot.storage import intekeningen
from bot.storage.aanbiedingen import Aanbod
from bot.storage.accounts import Wie
from bot.storage.huishoudens import Huishouden
from bot.storage.intekeningen import Adres

Bezwaar = Literal["dag", "ander_huis", "huur"]
VANDAAG = "vandaag"


def begin(tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str = "") -> Boodschap:
    """Open the form to write down an address for an offer, also after it closed: paper comes in later.

    Args:
        huis_id: the household, where one stands at its door; else the address is asked.
    """
    eis_rol(tx, handeling, *MAKERS)
    een, vast = bestaand(tx, handeling, publiek_id), adresveld.begint(tx, handeling, huis_id)
    if vast and not _op_papier(tx, een, adresveld.huis(tx, handeling, vast)):  # nothing to take back
        vast = {**vast, "doet": "erbij", VAST: [*vast[VAST], "doet"]}
    return open_formulier(tx, handeling, PAPIER, {"welk": publiek_id, **vast})


def bezwaar(een: Aanbod, adres: Adres, dag: date, handeling: Handeling) -> Bezwaar | None:
    """Say why an address cannot have taken an offer on a day: `dag`, `ander_huis` or `huur`; None when it can."""
    vandaag, begonnen, dicht = (m.astimezone(handeling.zone).date() for m in (handeling.now, een.op, een.sluit_op))
    if not begonnen <= dag <= min(vandaag, dicht):
        return "dag"
    if not is_voor(een.woningtypen, adres.woningtype):
        return "ander_huis"
    return "huur" if toegang(een.wat, een.wie, adres.eigendom, None) == "huurder_lijst" else None


def _lees(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> tuple[Aanbod, Huishouden, Adres, date]:
    een = bestaand(tx, handeling, data["welk"])
    huis = adresveld.huis(tx, handeling, data)
    adres = intekeningen.adres(tx, huis.id)
    vandaag = handeling.now.astimezone(handeling.zone).date()
    dag = data.get("dag", VANDAAG)
    return een, huis, adres, vandaag if dag == VANDAAG else date.fromisoformat(dag)


def _vraag(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een, huis, adres, dag = _lees(tx, handeling, data)
    if huis.id == wie.huishouden:
        raise Geweigerd("intekening.eigen_adres")
    al = intekeningen.van_adres_op(tx, een.id, huis.id)
    if data["doet"] == "erbij":
        if (waarom := bezwaar(een, adres, dag, handeling)) is not None:
            raise Geweigerd(f"aanbodpapier.{waarom}")
        if al:
            raise Geweigerd("intekening.al_getekend")
    elif not _op_papier(tx, een, huis):
        raise Geweigerd("intekening.niet_op_papier")
    vast = {"aanbod": een.publiek_id, "huis": huis.publiek_id, "na": adres.na_bewijs, "doet": data["doet"]}
    vast["dag"] = dag.isoformat()
    return voorstel.stel_voor(tx, handeling, wie, "intekening_papier", vast, titel=een.titel, straat=huis.straat)


def _op_papier(tx: Connection, een: Aanbod, huis: Huishouden) -> bool:
    return any(rij.bewoner is None for rij in intekeningen.van_adres_op(tx, een.id, huis.id))


@voorstel.voert_uit("intekening_papier")
def _schrijf_op(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    rij = kop(tx, handeling, gemaakt_door, MAG)
    een, huis = bestaand(tx, handeling, data["aanbod"]), huishouden.lees(tx, handeling, data["huis"])
    if intekeningen.adres(tx, huis.id).na_bewijs != data.get("na"):
        raise Geweigerd("aanbodpapier.verhuisd")
    if data["doet"] == "eraf":
        intekeningen.streep_door(tx, een.id, huis.id, handeling.now)
    elif not intekeningen.van_adres_op(tx, een.id, huis.id):
        vast = {"hoe": "papier", "dag": date.fromisoformat(data["dag"]), "versie": rij["versie"], "op": handeling.now}
        nieuw = {"aanbod": een.id, "huishouden": huis.id, "vastlegger": gemaakt_door, **vast}
        intekeningen.schrijf_op(tx, handeling.wijk, [nieuw])


def _dag(tekst: str, handeling: Handeling) -> str:
    return str(lezers.datum(tekst, handeling))


PAPIER = Formulier(
    "intekening_papier",
    (
        Veld("doet", keuzes=("erbij", "eraf")),
        Veld("adres", lezers.tekst_tot(100)),
        Veld("dag", _dag, keuzes=(VANDAAG,), als=lambda data: data.get("doet") == "erbij"),
    ),
    MAKERS,
    _vraag,
    voorbeeld=False,
)
