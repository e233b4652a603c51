"""How a question for help looks to who does it and to the others who help. What happens to it stands in `hulp`."""

from typing import Any

from sqlalchemy import Connection

from bot.services import huishouden
from bot.services.handeling import BEGELEIDER, ORGANISATOR, STRAATCONTACT
from bot.storage import accounts, bijeenkomsten, huishoudens, kennismaking, peilingen, uitzendingen
from bot.storage.accounts import Wie
from bot.storage.hulpvragen import Hulpvraag

ROLLEN = (STRAATCONTACT, BEGELEIDER, ORGANISATOR)
"""Who helps, nearest first."""


def als_data(tx: Connection, wijk: int, vraag: Hulpvraag) -> dict[str, Any]:
    """Return one as who helps sees it: an address for a visit, a number for a call, and the name that they gave."""
    huis = huishoudens.zoek(tx, wijk, vraag.huis or "") if vraag.wijze == "langs" else None
    return {
        "id": vraag.publiek_id,
        "wijze": vraag.wijze,
        "adres": huishouden.adres(huis) if huis else None,
        "nummer": vraag.nummer,
        "naam": vraag.naam,
        "over": vraag.over,
        "titel": titel(tx, wijk, vraag.over, vraag.onderwerp),
        "weer": vraag.teruggegeven > 0,
        "gevraagd_op": vraag.gevraagd_op.isoformat(),
        "door": wie_doet(tx, wijk, vraag),
    }


def titel(tx: Connection, wijk: int, over: str, onderwerp: str) -> str | None:
    """Return how what a question is about is called, empty where that has no name; None when it is not there."""
    match over:
        case "peiling":
            peiling = peilingen.zoek(tx, wijk, publiek_id=onderwerp)
            return peiling.vraag if peiling else None
        case "bijeenkomst":
            bijeenkomst = bijeenkomsten.zoek(tx, wijk, publiek_id=onderwerp)
            return bijeenkomst.titel if bijeenkomst else None
        case "uitzending":
            return "" if uitzendingen.zoek(tx, wijk, publiek_id=onderwerp) else None
        case "kennismaking" | "vraag":
            return None if onderwerp else ""
    return None


def straat_van(tx: Connection, wie: Wie) -> str:
    """Return the street where a resident lives."""
    return huishoudens.straat(tx, wie.huishouden) if wie.huishouden is not None else ""


def mag_over(tx: Connection, wijk: int, wie: Wie, vraag: Hulpvraag) -> bool:
    """Say whether someone may take over what another does: in the same role, or in one that is asked after it."""
    door = wie_doet(tx, wijk, vraag)
    return door is not None and bool(wie.rollen & set(ROLLEN[ROLLEN.index(door["rol"]) :]))


def wie_doet(tx: Connection, wijk: int, vraag: Hulpvraag) -> dict[str, Any] | None:
    """Return who took it: in which role, and by the name that they gave."""
    if vraag.genomen_door is None:
        return None
    helper = accounts.van_id(tx, wijk, vraag.genomen_door)
    rol = next((rol for rol in ROLLEN if rol in helper.rollen and _in_straat(helper, rol, vraag)), BEGELEIDER)
    naam = kennismaking.naam(tx, helper.bewoner) if helper.bewoner is not None else None
    return {"rol": rol, "bereik": "", "naam": naam}


def van_ander(tx: Connection, wijk: int, gevonden: Hulpvraag) -> dict[str, Any]:
    """Return one without what only who does it has to know."""
    return {**als_data(tx, wijk, gevonden), "adres": None, "nummer": None, "naam": None}


def _in_straat(helper: Wie, rol: str, vraag: Hulpvraag) -> bool:
    return rol != STRAATCONTACT or vraag.straat in helper.straten
