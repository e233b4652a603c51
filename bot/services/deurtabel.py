"""The door list as a table, for a page that has room: a street at a time, with everyone who may be at the door.

It only reads; filling it in: `afvinken`, with the taps of the chat.
"""

from collections import Counter
from typing import Any

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.services import deurlijst, huishouden
from bot.services.deurlijst import Stand
from bot.services.handeling import Handeling
from bot.services.huishouden import Straten
from bot.storage import huishoudens, straat
from bot.storage.accounts import Wie
from bot.storage.deuren import Deur
from bot.storage.huishoudens import Huishouden


def lees(tx: Connection, handeling: Handeling, publiek_id: str = "", bij: str = "", getypt: str = "") -> dict[str, Any]:
    """Return the list of a meeting with the addresses of a street; or the one address that was typed.

    Args:
        publiek_id: of the meeting; empty for the one whose door is open, else the last one.
        bij: publiek_id of a household in the street that is wanted; empty for the first street.
        getypt: an address, a number in that street, or the beginning of a street.

    Raises:
        Geweigerd: no such role or meeting.
    """
    deuren_ = deurlijst.te_kiezen(tx, handeling)
    if not publiek_id:
        open_ = [deur for deur in deuren_ if deur.staat(handeling.now) == "open"]
        publiek_id = next((deur.publiek_id for deur in (*open_, *deuren_)), "")
    lijsten = [{**deurlijst.kort(deur), "begin": deur.begin.isoformat()} for deur in deuren_]
    if not publiek_id:
        return {"lijsten": lijsten, "lijst": None}
    wie, gevonden = deurlijst.eis(tx, handeling, publiek_id)
    stand = deurlijst.lees_stand(tx, handeling, gevonden)
    straten = huishoudens.straten(tx, handeling.wijk)
    waar = huishoudens.zoek(tx, handeling.wijk, bij) if bij else None
    naam, een, niet = _gezocht(tx, handeling, getypt, straten, waar.straat if waar else None)
    rijen = [een] if een else [] if niet else huishoudens.in_straat(tx, handeling.wijk, naam)
    er = _per_straat(tx, stand)
    return {
        "lijsten": lijsten,
        "lijst": deurlijst.lees_totalen(handeling, gevonden, stand),
        "straten": [[heet, eerste, er[heet]] for heet, eerste in straten],
        "straat": naam,
        "huizen": [_adres(tx, wie, stand, gevonden, huis) for huis in rijen],
        "gezocht": getypt,
        "niet": niet,
    }


def _per_straat(tx: Connection, stand: Stand) -> Counter[str]:
    """Count who is on the list by street."""
    er = Counter(bekende.huishouden for bekende in stand.bekenden) + Counter(stand.naamloos)
    waar, geteld = straat.van(tx, er), Counter[str]()
    for huis, aantal in er.items():
        geteld[waar[huis]] += aantal
    return geteld


def _gezocht(
    tx: Connection, handeling: Handeling, getypt: str, straten: Straten, waar: str | None
) -> tuple[str, Huishouden | None, dict[str, Any] | None]:
    """Return the street to show, the one address in it that was typed, and why what was typed is not there."""
    eerste = waar or next((naam for naam, _ in straten), "")
    if not (schoon := getypt.strip()):
        return eerste, None, None
    begint = [naam for naam, _ in straten if naam.casefold().startswith(schoon.casefold())]
    if len(begint) == 1:
        return begint[0], None, None
    try:
        huis = huishouden.lees_getypt(tx, handeling, schoon, straten, eerste or None)
    except Geweigerd as nee:
        return eerste, None, {"sleutel": nee.sleutel, "velden": nee.velden}
    return huis.straat, huis, None


def _adres(tx: Connection, wie: Wie, stand: Stand, gevonden: Deur, huis: Huishouden) -> dict[str, Any]:
    er = stand.op_adres(huis.id)
    return {
        "huis": huis.publiek_id,
        "nummer": huishouden.naam(huis),
        "adres": huishouden.adres(huis),
        "er": er,
        "van": huis.stoelen,
        "mensen": deurlijst.mensen(stand, huis, huishouden.stoelen(tx, huis), wie),
        "naamloos": stand.naamloos.get(huis.id, 0),
        "meer": er < huis.stoelen,
    }
