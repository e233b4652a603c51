"""The questions of a form that say for whom something is, and the audience that the answers name."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.doelgroep import EIGENDOM, WIJK, Doelgroep
from bot.rules.geleding import GELEDINGEN
from bot.services.formulier import Keuze, Veld
from bot.services.formuliervorm import noemt_werkgroepen
from bot.services.handeling import Handeling, mag_voor, wie_handelt
from bot.storage import huishoudens, werkgroepen
from bot.storage.accounts import Wie

EEN_GELEDING = "een_geleding"
"""In a form: for one of the geledingen, of which the next question asks."""
ZONDER_KEUZE = ("wijk", *EIGENDOM, "geleding")
"""Audiences of which there is one."""


def uit(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> Doelgroep:
    """Return the audience that the answers to `VELDEN` name.

    Raises:
        Geweigerd: that werkgroep or street is there no more.
    """
    if data["voor"] in ZONDER_KEUZE:
        return Doelgroep(data["voor"])
    if data["voor"] == EEN_GELEDING:
        return Doelgroep("geleding", data["geleding"])
    namen = dict(alle(tx, handeling, data["voor"]))
    if data["welke"] not in namen:
        raise Geweigerd("doelgroep.onbekend")
    if data["voor"] == "werkgroep":
        return Doelgroep("werkgroep", data["welke"])
    return Doelgroep("straat", namen[data["welke"]])


def antwoorden(tx: Connection, handeling: Handeling, doelgroep: Doelgroep) -> dict[str, Any]:
    """Return the answers to `VELDEN` that name an audience: `uit` the other way.

    Raises:
        Geweigerd: that werkgroep or street is there no more.
    """
    if doelgroep.soort == "geleding" and doelgroep.bereik:
        return {"voor": EEN_GELEDING, "geleding": doelgroep.bereik}
    if doelgroep.soort in ZONDER_KEUZE:
        return {"voor": doelgroep.soort}
    van = 0 if doelgroep.soort == "werkgroep" else 1
    welke = (keuze[0] for keuze in alle(tx, handeling, doelgroep.soort) if keuze[van] == doelgroep.bereik)
    gevonden = next(welke, None)
    if gevonden is None:
        raise Geweigerd("doelgroep.onbekend")
    return {"voor": doelgroep.soort, "welke": gevonden}


def alle(tx: Connection, handeling: Handeling, soort: str) -> list[Keuze]:
    """Return every werkgroep, or every street, as buttons."""
    if soort == "werkgroep":
        return [(w.publiek_id, w.naam) for w in werkgroepen.lijst(tx, handeling.wijk, 0)]
    return [(eerste, straat) for straat, eerste in huishoudens.straten(tx, handeling.wijk)]


def _welke(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Return those from which someone may choose: staff from all, others from their own."""
    wie, keuzes = wie_handelt(tx, handeling), alle(tx, handeling, data["voor"])
    if data["voor"] == "werkgroep":
        return [keuze for keuze in keuzes if mag_voor(wie, Doelgroep("werkgroep", keuze[0]))]
    return [keuze for keuze in keuzes if mag_voor(wie, Doelgroep("straat", keuze[1]))]


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    return noemt_werkgroepen(tx, handeling, data) if data["voor"] == "werkgroep" else {}


def _mag(wie: Wie, soort: str) -> bool:
    """What is no werkgroep is for who works everywhere; for the whole wijk a trekker needs a second person."""
    return soort in {"wijk", "werkgroep"} or mag_voor(wie, WIJK)


VELDEN = (
    Veld("voor", keuzes=("wijk", "werkgroep", "straat"), teksten="doelgroep", mag=_mag),
    Veld(
        "welke",
        haal=_welke,
        teksten="doelgroep",
        als=lambda data: data.get("voor") in {"werkgroep", "straat"},
        bekijk=_bekijk,
    ),
)
VAN_PEILING = (
    replace(VELDEN[0], keuzes=(*VELDEN[0].keuzes, *EIGENDOM, "geleding", EEN_GELEDING)),
    VELDEN[1],
    Veld("geleding", keuzes=GELEDINGEN, teksten="uitnodiging", als=lambda data: data.get("voor") == EEN_GELEDING),
)
"""The same questions, where something can be for who owns, for who rents, or for the geledingen too."""
