"""The raadsbrief: what the gemeenteraad should know on one page. All of it is on the public page, or residents read it.

Numbers are those that were published last, never those of this moment.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services import publiek, stemresultaat, trajectstand
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.publiek import DELEN, Blik
from bot.storage import adviezen, openbaar, wijken

_KOMEND = 5
_ADVIEZEN = 3
_UITSLAGEN = 2
_KORT_GELEDEN = timedelta(days=190)
_VAN_DREMPEL = ("soort", "verdict", "teller", "noemer", "lijn", "balk")


def toon(tx: Connection, handeling: Handeling) -> Boodschap:
    """Give an organisator the raadsbrief as it would go now."""
    eis_rol(tx, handeling, ORGANISATOR)
    return Boodschap("raadsbrief", lees(tx, Blik(handeling.wijk, handeling.now, handeling.zone)), wijze="nieuw")


def lees(tx: Connection, blik: Blik) -> dict[str, Any]:
    """Return what it says, as JSON-able data."""
    open_ = [een for een in adviezen.alle(tx, blik.wijk) if een.open]
    return {
        "wijk": wijken.naam(tx, blik.wijk),
        "op": blik.now.isoformat(),
        "traject": _traject(tx, blik),
        "stand": _stand(tx, blik),
        "komend": _komend(tx, blik),
        "adviezen": [{"titel": een.titel, "aan": een.aan, "dag": een.dag.isoformat()} for een in open_[:_ADVIEZEN]],
        "adviezen_meer": max(len(open_) - _ADVIEZEN, 0),
        "uitslagen": _uitslagen(tx, blik),
    }


def _traject(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    stand = trajectstand.lees(tx, blik.wijk)
    if stand is None:
        return None
    fasen = {"nu": trajectstand.fasen_data(stand, stand.nu), "straks": trajectstand.fasen_data(stand, stand.straks)}
    return {**fasen, "besluitdatum": stand.loopt.besluitdatum.isoformat()}


def _stand(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    gepubliceerd = DELEN["stand"].thuis
    data = gepubliceerd(tx, blik) if gepubliceerd else None
    if data is None or data["dag"] is None:
        return None
    drempels = [{naam: een.get(naam) for naam in _VAN_DREMPEL} for een in data["drempels"]]
    kop = {"dag": data["dag"], "afgesloten": data["afgesloten"] is not None, "concept": not data["versie"]}
    return {**kop, "drempels": drempels}


def _komend(tx: Connection, blik: Blik) -> list[dict[str, Any]]:
    komt = [een for een in publiek.lees_kalender(tx, blik).gebeurtenissen if een.begin > blik.now and not een.afgelast]
    return [{"titel": een.titel, "begin": een.begin.isoformat(), "wat": een.wat} for een in komt[:_KOMEND]]


def _uitslagen(tx: Connection, blik: Blik) -> list[dict[str, Any]]:
    sinds = blik.now - _KORT_GELEDEN
    gesloten = [een for een in openbaar.gesloten(tx, blik.wijk, 20) if not een.ingetrokken]
    laatste = [een for een in gesloten if stemresultaat.einde(een) > sinds][:_UITSLAGEN]
    return [stemresultaat.uitslag(tx, een, lid=False).data for een in laatste]
