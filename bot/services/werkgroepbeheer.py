"""What who leads a werkgroep does for it: what it says of itself, their name under it, and what they begin from there.

A meeting, a poll, a message and a reminder are forms of their own; here they begin with the werkgroep filled in.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.services import herinnering, opstellen, peiling, plannen
from bot.services.formulier import VAST, Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import TREKKER, Handeling, eis_bereik, eis_rol
from bot.services.lezers import alinea_tot, tekst_tot
from bot.services.werkgroep import LEIDEN, als_data, toon_aan
from bot.storage import werkgroepen
from bot.storage.accounts import Wie
from bot.storage.werkgroepen import Werkgroep

LANGST = 600
NAAM_LENGTE = 40


def begin_tekst(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask what the werkgroep says of itself."""
    _eis(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, TEKST, {"groep": publiek_id})


def begin_naam(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask who leads a werkgroep by which name residents may know them."""
    _eis_trekker(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, NAAM, {"groep": publiek_id})


def zonder_naam(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one's name no more; also who leads it no longer may say so."""
    wie = eis_rol(tx, handeling, *LEIDEN)
    groep = _zoek(tx, handeling, publiek_id)
    werkgroepen.zet_trekkernaam(tx, handeling.wijk, groep.id, wie.account, None)
    return toon_aan(tx, handeling, wie, publiek_id, melding="werkgroep.zonder_naam")


def begin_werk(tx: Connection, handeling: Handeling, wat: str, publiek_id: str) -> Boodschap:
    """Begin something for this werkgroep.

    Args:
        wat: one of `WERK`.
    """
    _eis(tx, handeling, publiek_id)
    if wat not in WERK:
        raise Geweigerd("werkgroep.onbekend")
    formulier, vast = WERK[wat]
    data = {naam: waarde or publiek_id for naam, waarde in vast.items()}
    return open_formulier(tx, handeling, formulier, {**data, VAST: list(data)})


def _zet_tekst(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    groep = _eis(tx, handeling, data["groep"])
    werkgroepen.zet(tx, groep.id, omschrijving=data["tekst"], taal=wie.taal or handeling.afzender.taalcode)
    return toon_aan(tx, handeling, wie, data["groep"], melding="werkgroep.tekst_bewaard")


def _zet_naam(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    groep = _eis_trekker(tx, handeling, data["groep"])
    werkgroepen.zet_trekkernaam(tx, handeling.wijk, groep.id, wie.account, data["naam"])
    return toon_aan(tx, handeling, wie, data["groep"], melding="werkgroep.met_naam")


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    groep = als_data(_zoek(tx, handeling, data["groep"]))
    return {"naam": groep["naam"], "omschrijving": data["tekst"]}


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> Werkgroep:
    eis_rol(tx, handeling, *LEIDEN)
    groep = _zoek(tx, handeling, publiek_id)
    eis_bereik(tx, handeling, Doelgroep("werkgroep", publiek_id))
    return groep


def _eis_trekker(tx: Connection, handeling: Handeling, publiek_id: str) -> Werkgroep:
    wie = eis_rol(tx, handeling, TREKKER)
    groep = _zoek(tx, handeling, publiek_id)
    if publiek_id not in wie.trekt:
        raise Geweigerd("buiten_bereik")
    return groep


def _zoek(tx: Connection, handeling: Handeling, publiek_id: str) -> Werkgroep:
    groep = werkgroepen.zoek(tx, handeling.wijk, publiek_id)
    if groep is None:
        raise Geweigerd("werkgroep.onbekend")
    return groep


TEKST = Formulier("werkgroep_tekst", (Veld("tekst", alinea_tot(LANGST)),), LEIDEN, _zet_tekst, bekijk=_bekijk)
NAAM = Formulier("werkgroep_naam", (Veld("naam", tekst_tot(NAAM_LENGTE)),), (TREKKER,), _zet_naam, voorbeeld=False)
_VOOR_DEZE = {"voor": "werkgroep", "welke": ""}
WERK: dict[str, tuple[Formulier, dict[str, str]]] = {
    "bijeenkomst": (plannen.FORMULIER, _VOOR_DEZE),
    "peiling": (peiling.FORMULIER, _VOOR_DEZE),
    "bericht": (opstellen.FORMULIER, _VOOR_DEZE),
    "herinner": (herinnering.FORMULIER, {"groep": ""}),
}
"""What can be begun for a werkgroep: the form, and the answers that are known; an empty one is the werkgroep."""
