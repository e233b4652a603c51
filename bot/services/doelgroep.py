"""The questions of a form that say for whom something is, and the audience that the answers name."""

from typing import Any

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK, Doelgroep
from bot.services.formulier import Keuze, Veld
from bot.services.handeling import Handeling, mag_voor, wie_handelt
from bot.storage import huishoudens, werkgroepen
from bot.storage.accounts import Wie


def uit(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> Doelgroep:
    """Return the audience that the answers to `VELDEN` name.

    Raises:
        Geweigerd: that werkgroep or street is there no more.
    """
    if data["voor"] == "wijk":
        return WIJK
    if data["welke"] not in dict(_welke(tx, handeling, data)):
        raise Geweigerd("doelgroep.onbekend")
    if data["voor"] == "werkgroep":
        return Doelgroep("werkgroep", data["welke"])
    return Doelgroep("straat", dict(_welke(tx, handeling, data))[data["welke"]])


def _welke(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    if data["voor"] == "werkgroep":
        return [(w.publiek_id, w.naam) for w in werkgroepen.lijst(tx, handeling.wijk, 0)]
    return [(eerste, straat) for straat, eerste in huishoudens.straten(tx, handeling.wijk)]


def _eigen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Return those for whom the one who fills in the form may do so."""
    wie, op_naam = wie_handelt(tx, handeling), data["voor"] == "straat"
    alle = _welke(tx, handeling, data)
    return [(id_, naam) for id_, naam in alle if mag_voor(wie, Doelgroep(data["voor"], naam if op_naam else id_))]


def _mag(wie: Wie, soort: str) -> bool:
    """A street is for who works in all of them; for the whole wijk a trekker needs a second person."""
    return soort != "straat" or mag_voor(wie, WIJK)


VELDEN = (
    Veld("voor", keuzes=("wijk", "werkgroep", "straat"), mag=_mag, teksten="doelgroep"),
    Veld("welke", haal=_eigen, teksten="doelgroep", als=lambda data: data.get("voor") != "wijk"),
)
