"""What partners think: recording it, replacing and withdrawing it, and the list that residents read.

It decides nothing, so no second person confirms it; what was replaced or withdrawn stays, and says so.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import lezers, stukken
from bot.services.bladzij import blader
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.services.onderbouwing import MET_STUK, niet_later
from bot.storage import standpunten
from bot.storage.accounts import Wie
from bot.storage.standpunten import Standpunt

PER_BLADZIJ = 3


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show residents and the team a page of what partners think: what holds first."""
    wie = eis_binnen(tx, handeling)
    gevonden, rond = blader(lambda hoeveel, na: standpunten.alle(tx, handeling.wijk, hoeveel, na), bladzij, PER_BLADZIJ)
    data = {"standpunten": [als_data(een) for een in gevonden], "mag": ORGANISATOR in wie.rollen, **rond}
    return Boodschap("standpunt.lijst", data, melding=melding)


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one; to an organisator with what can be done about it."""
    wie, een = eis_binnen(tx, handeling), _bestaand(tx, handeling, publiek_id)
    mag = ORGANISATOR in wie.rollen and _geldt(een)
    return Boodschap("standpunt.een", {**als_data(een), "mag": mag})


def begin_vervangen(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for a position that takes the place of another of the same partner."""
    _te_wijzigen(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, FORMULIER, {"vervangt": publiek_id})


def begin_intrekken(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to withdraw one."""
    een = _te_wijzigen(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, INTREKKEN, {"welke": publiek_id, "partner": een.partner})


def als_data(een: Standpunt) -> dict[str, Any]:
    """Return what people see of one."""
    return {
        "id": een.publiek_id,
        "partner": een.partner,
        "standpunt": een.standpunt,
        "dag": een.dag.isoformat(),
        "link": een.link,
        "stuk": een.stuk,
        "stuknaam": een.stuknaam,
        "staat": "ingetrokken" if een.ingetrokken_op else "vervangen" if een.vervangen else "geldt",
        "reden": een.reden,
    }


def _lees_dag(tekst: str, handeling: Handeling) -> str:
    return niet_later(handeling, lezers.datum(tekst, handeling))


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    stuk = stukken.bestaand(tx, handeling, data.get("stuk"))
    partner = _bestaand(tx, handeling, data["vervangt"]).partner if "vervangt" in data else data["partner"]
    gezien = {"partner": partner, "link": data.get("link"), "stuknaam": stuk.naam if stuk else None}
    return {**gezien, "staat": "geldt", "reden": None}


def _leg_vast(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    oud = _te_wijzigen(tx, handeling, data["vervangt"]) if "vervangt" in data else None
    stuk = stukken.bestaand(tx, handeling, data.get("stuk"))
    standpunten.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id("standpunt"),
        partner=oud.partner if oud else data["partner"],
        standpunt=data["standpunt"],
        dag=date.fromisoformat(data["dag"]),
        link=data.get("link"),
        stuk=stuk.id if stuk else None,
        op=handeling.now,
        gemaakt_door=wie.account,
        vervangt=oud.id if oud else None,
    )
    return lijst(tx, handeling, melding="standpunt.genoteerd")


def _trek_in(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een = _te_wijzigen(tx, handeling, data["welke"])
    standpunten.trek_in(tx, een.id, handeling.now, data["reden"])
    return lijst(tx, handeling, melding="standpunt.nu_ingetrokken")


def _te_wijzigen(tx: Connection, handeling: Handeling, publiek_id: str) -> Standpunt:
    eis_rol(tx, handeling, ORGANISATOR)
    een = _bestaand(tx, handeling, publiek_id)
    if not _geldt(een):
        raise Geweigerd("standpunt.geldt_niet")
    return een


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Standpunt:
    een = standpunten.zoek(tx, handeling.wijk, publiek_id)
    if een is None:
        raise Geweigerd("standpunt.onbekend")
    return een


def _geldt(een: Standpunt) -> bool:
    return een.ingetrokken_op is None and not een.vervangen


FORMULIER = Formulier(
    "standpunt",
    (
        Veld("partner", lezers.tekst_tot(100), als=lambda data: "vervangt" not in data),
        Veld("standpunt", lezers.tekst_tot(700)),
        Veld("dag", _lees_dag),
    ),
    (ORGANISATOR,),
    _leg_vast,
    extra=MET_STUK,
    bekijk=_bekijk,
)
INTREKKEN = Formulier("standpunt_weg", (Veld("reden", lezers.tekst_tot(300)),), (ORGANISATOR,), _trek_in)
