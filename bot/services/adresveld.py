"""Of whom a form is, where a begeleider fills it in for who has no phone: the address and the seat.

Who stands at a door comes from the screen of that address (`adres`) and is not asked it again; else it is typed.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.services import huishouden
from bot.services.formulier import VAST, Keuze, Veld
from bot.services.handeling import Handeling
from bot.storage import huishoudens
from bot.storage.huishoudens import Huishouden

Haal = Callable[[Connection, Handeling, dict[str, Any]], list[Keuze]]


def begint(tx: Connection, handeling: Handeling, huis_id: str, stoelen: Haal | None = None) -> dict[str, Any]:
    """Return what a form begins with when the household is known: the address, and the seat where there is only one.

    Args:
        stoelen: which seats the form offers, for each offers others; None for a form that asks for none.
    """
    if not huis_id:
        return {}
    gevonden = huishouden.lees(tx, handeling, huis_id)
    data = {"adres": huishouden.adres(gevonden), "huis": huis_id}
    if stoelen is None or len(te_kiezen := stoelen(tx, handeling, data)) != 1:
        return {**data, VAST: ["adres"]}
    return {**data, "stoel": te_kiezen[0][0], VAST: ["adres", "stoel"]}


def huis(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> Huishouden:
    """Return the household with which a form began, or whose address was typed in it."""
    if "huis" in data:
        return huishouden.lees(tx, handeling, data["huis"])
    return huishouden.lees_getypt(tx, handeling, data["adres"], huishoudens.straten(tx, handeling.wijk), None)


def zonder_telefoon(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Offer the seats of who has no phone here: who has one asks by themselves."""
    stoelen = huishouden.stoelen(tx, huis(tx, handeling, data))
    return [(str(stoel.nummer), str(stoel.nummer)) for stoel in stoelen if not stoel.met_account]


def bewoner(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> int:
    """Return who sits on the seat that was chosen.

    Raises:
        Geweigerd: they have a phone by now.
    """
    if data["stoel"] not in dict(zonder_telefoon(tx, handeling, data)):
        raise Geweigerd("adresveld.telefoon")
    return huishouden.zorg_voor_bewoner(tx, handeling, huis(tx, handeling, data), int(data["stoel"]))


STOEL = Veld("stoel", haal=zonder_telefoon, teksten="adresveld")
