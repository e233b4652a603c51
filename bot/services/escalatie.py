"""What the team agreed to do when something gets stuck: to whom they go, and after how many days."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, ROLLEN, Handeling, eis_rol
from bot.services.lezers import getal, tekst_tot
from bot.storage import escalaties
from bot.storage.accounts import Wie

MEEST = 6


def toon(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show the steps to everyone with a role; to an organisator with what changes them."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    stappen = escalaties.alle(tx, handeling.wijk)
    data = {
        "stappen": [[stap.wie, stap.bereik, stap.na_dagen] for stap in stappen],
        "weg": [[stap.publiek_id, stap.wie] for stap in stappen] if ORGANISATOR in wie.rollen else [],
        "mag": ORGANISATOR in wie.rollen and len(stappen) < MEEST,
    }
    return Boodschap("escalatie", data, melding=melding)


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form for one more step."""
    eis_rol(tx, handeling, ORGANISATOR)
    _eis_ruimte(tx, handeling)
    return open_formulier(tx, handeling, FORMULIER)


def haal_weg(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Take a step away; a second tap finds it gone, and shows what is there."""
    eis_rol(tx, handeling, ORGANISATOR)
    weg = escalaties.haal_weg(tx, handeling.wijk, publiek_id)
    return toon(tx, handeling, melding="escalatie.weg" if weg else None)


def _eis_ruimte(tx: Connection, handeling: Handeling) -> None:
    if len(escalaties.alle(tx, handeling.wijk)) >= MEEST:
        raise Geweigerd("escalatie.vol", maximum=MEEST)


def _voeg_toe(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _eis_ruimte(tx, handeling)
    stap = {"wie": data["wie"], "bereik": data["bereik"], "na_dagen": data["na_dagen"]}
    escalaties.voeg_toe(tx, handeling.wijk, publiek_id=handeling.id("escalatie"), **stap)
    return toon(tx, handeling, melding="escalatie.erbij")


FORMULIER = Formulier(
    "escalatie",
    (
        Veld("wie", tekst_tot(100)),
        Veld("bereik", tekst_tot(120), mag_over=True),
        Veld("na_dagen", getal(0, 180)),
    ),
    (ORGANISATOR,),
    _voeg_toe,
    voorbeeld=False,
)
