"""The offer: staff make and withdraw it, and write down who took it on paper; each after a second person's yes.

There is one offer at a time. Taking it by chat: `intekening`.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.drempels.intekening import WATTEN
from bot.services import huishouden, lezers, voorstel
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol
from bot.services.onderbouwing import kop
from bot.storage import huishoudens, intekeningen
from bot.storage.accounts import Wie
from bot.storage.huishoudens import Huishouden
from bot.storage.intekeningen import Aanbod

MAKERS = (BEGELEIDER, ORGANISATOR)
_MAG = frozenset(MAKERS)
_VELDEN = ("wat", "titel", "tekst", "kosten", "gas")


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form for an offer, when none is open."""
    eis_rol(tx, handeling, *MAKERS)
    _eis_geen_open(tx, handeling)
    return open_formulier(tx, handeling, FORMULIER)


def begin_papier(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form to write down an address that took the offer on paper, or took that back."""
    eis_rol(tx, handeling, *MAKERS)
    open_aanbod(tx, handeling)
    return open_formulier(tx, handeling, PAPIER)


def vraag_intrekken(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Ask a second person to withdraw an offer, after a question whether one is sure."""
    wie = eis_rol(tx, handeling, *MAKERS)
    een = intekeningen.zoek(tx, handeling.wijk, publiek_id)
    if een is None or een.ingetrokken_op is not None:
        raise Geweigerd("intekening.geen_aanbod")
    if not zeker:
        return Boodschap("aanbod.zeker", {"id": publiek_id, "titel": een.titel})
    return voorstel.stel_voor(tx, handeling, wie, "aanbod_weg", {"welke": publiek_id}, titel=een.titel)


def open_aanbod(tx: Connection, handeling: Handeling) -> Aanbod:
    """Return the offer that can be taken now.

    Raises:
        Geweigerd: there is none.
    """
    een = intekeningen.laatste(tx, handeling.wijk)
    if een is None or een.sluit_op <= handeling.now:
        raise Geweigerd("intekening.geen_aanbod")
    return een


def als_data(een: Aanbod) -> dict[str, Any]:
    """Return what people see of an offer."""
    velden = {veld: getattr(een, veld) for veld in _VELDEN}
    return {**velden, "id": een.publiek_id, "sluit_op": een.sluit_op.isoformat()}


def _eis_geen_open(tx: Connection, handeling: Handeling) -> None:
    een = intekeningen.laatste(tx, handeling.wijk)
    if een is not None and een.sluit_op > handeling.now:
        raise Geweigerd("intekening.al_een_aanbod", titel=een.titel)


def _vraag(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _eis_geen_open(tx, handeling)
    lezen = [["aanbod.lezen", data]]
    return voorstel.stel_voor(tx, handeling, wie, "aanbod", data, titel=data["titel"], lezen=lezen)


@voorstel.voert_uit("aanbod")
def _plaats(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    _eis_geen_open(tx, handeling)
    sluit_op = datetime.fromisoformat(data["sluit_op"])
    if sluit_op <= handeling.now:
        raise Geweigerd("moment.voorbij")
    rij = kop(tx, handeling, gemaakt_door, _MAG)
    velden = {veld: data[veld] for veld in _VELDEN} | {veld: rij[veld] for veld in ("publiek_id", "op", "gemaakt_door")}
    intekeningen.maak(tx, handeling.wijk, sluit_op=sluit_op, **velden)


@voorstel.voert_uit("aanbod_weg")
def _trek_in(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    kop(tx, handeling, gemaakt_door, _MAG)
    een = intekeningen.zoek(tx, handeling.wijk, data["welke"])
    if een is None or een.ingetrokken_op is not None:
        raise Geweigerd("intekening.geen_aanbod")
    intekeningen.trek_in(tx, een.id, handeling.now)


def _huis(tx: Connection, handeling: Handeling, getypt: str) -> Huishouden:
    return huishouden.lees_getypt(tx, handeling, getypt, huishoudens.straten(tx, handeling.wijk), None)


def _vraag_papier(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een, huis = open_aanbod(tx, handeling), _huis(tx, handeling, data["adres"])
    if huis.id == wie.huishouden:
        raise Geweigerd("intekening.eigen_adres")
    vast = {"aanbod": een.publiek_id, "huis": huis.publiek_id, "doet": data["doet"]}
    return voorstel.stel_voor(tx, handeling, wie, "intekening_papier", vast, titel=een.titel, straat=huis.straat)


@voorstel.voert_uit("intekening_papier")
def _schrijf_op(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    rij = kop(tx, handeling, gemaakt_door, _MAG)
    een, huis = open_aanbod(tx, handeling), huishouden.lees(tx, handeling, data["huis"])
    if een.publiek_id != data["aanbod"]:
        raise Geweigerd("intekening.geen_aanbod")
    staat_er = intekeningen.op_papier(tx, een.id, huis.id)
    if data["doet"] == "eraf" and staat_er:
        intekeningen.streep_door(tx, een.id, huis.id)
    elif data["doet"] == "erbij" and not staat_er:
        intekeningen.schrijf_op(tx, handeling.wijk, een.id, huis.id, rij["versie"], gemaakt_door, handeling.now)


FORMULIER = Formulier(
    "aanbod",
    (
        Veld("wat", keuzes=WATTEN),
        Veld("titel", lezers.tekst_tot(100)),
        Veld("tekst", lezers.tekst_tot(700)),
        Veld("kosten", lezers.tekst_tot(300)),
        Veld("gas", lezers.tekst_tot(200)),
        Veld("sluit_op", lezers.moment),
    ),
    MAKERS,
    _vraag,
)
PAPIER = Formulier(
    "intekening_papier",
    (Veld("doet", keuzes=("erbij", "eraf")), Veld("adres", lezers.tekst_tot(100))),
    MAKERS,
    _vraag_papier,
    voorbeeld=False,
)
