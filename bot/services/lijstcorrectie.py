"""The door list after it closed: a correction happens when a second person agrees, on behalf of who asked for it.

The second person reads of which meeting and how many, never of which address: that may be a neighbour's.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import bewijs, deurlijst, huishouden, voorstel
from bot.services.bewijs import Feit
from bot.services.deur import ROLLEN
from bot.services.handeling import Handeling
from bot.storage import accounts, deuren, huishoudens
from bot.storage.accounts import Wie
from bot.storage.deuren import Deur
from bot.storage.huishoudens import Huishouden

METHODE = "correctie"


def vraag_vinkje(
    tx: Connection, handeling: Handeling, wie: Wie, gevonden: Deur, huis: Huishouden, stoel: int, aan: bool
) -> Boodschap:
    """Ask that someone is put on a closed list, or taken off."""
    data = {"bijeenkomst": gevonden.publiek_id, "huis": huis.publiek_id, "stoel": stoel}
    data["na"] = huishoudens.na_bewijs(tx, huis.id)
    soort = "lijst_erbij" if aan else "lijst_eraf"
    klaar = voorstel.doe_of_stel_voor(tx, handeling, wie, "correctie", soort, data, titel=gevonden.titel)
    return klaar or deurlijst.toon_adres(tx, handeling, wie, gevonden, huis, stoel, melding="deurlijst.genoteerd")


def vraag_hoofden(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Deur, aantal: int) -> Boodschap:
    """Ask that a closed list gets another number of heads."""
    data = {"bijeenkomst": gevonden.publiek_id, "aantal": aantal}
    velden = {"titel": gevonden.titel, "aantal": aantal}
    klaar = voorstel.doe_of_stel_voor(tx, handeling, wie, "correctie", "lijst_hoofden", data, **velden)
    return klaar or deurlijst.toon_overzicht(tx, handeling, gevonden, melding="deurlijst.genoteerd")


def namens(tx: Connection, handeling: Handeling, account: int, publiek_id: str) -> tuple[Wie, Deur]:
    """Return who asked for it, who is the one that records it, and the door.

    Raises:
        Geweigerd: they are no staff of a door any more, or the meeting is gone or was called off.
    """
    wie, gevonden = accounts.van_id(tx, handeling.wijk, account), deuren.zoek(tx, handeling.wijk, publiek_id)
    if not wie.rollen & set(ROLLEN):
        raise Geweigerd("voorstel.maker_weg")
    if gevonden is None:
        raise Geweigerd("bijeenkomst.onbekend")
    if gevonden.afgelast_op is not None:
        raise Geweigerd("bijeenkomst.afgelast")
    return wie, gevonden


@voorstel.voert_uit("lijst_erbij")
def _erbij(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wie, gevonden = namens(tx, handeling, gemaakt_door, data["bijeenkomst"])
    huis = _huis(tx, handeling, data)
    bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, data["stoel"])
    deurlijst.zet_op_lijst(tx, handeling, bewoner, _feit(gevonden, wie, data), gevonden, huis)


@voorstel.voert_uit("lijst_eraf")
def _eraf(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wie, gevonden = namens(tx, handeling, gemaakt_door, data["bijeenkomst"])
    huis = _huis(tx, handeling, data)
    bekende = deurlijst.bekende_van(deurlijst.lees_stand(tx, handeling, gevonden), huis, data["stoel"])
    if bekende is not None and bekende.vastlegger is not None:
        bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, data["stoel"])
        bewijs.trek_in(tx, handeling, bewoner, _feit(gevonden, wie, data))


@voorstel.voert_uit("lijst_hoofden")
def _hoofden(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wie, gevonden = namens(tx, handeling, gemaakt_door, data["bijeenkomst"])
    bewijs.leg_aantal_vast(tx, handeling, _feit(gevonden, wie, data), data["aantal"])


def _huis(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> Huishouden:
    """Return the household that was meant; who moved in since was not at the meeting."""
    huis = huishouden.lees(tx, handeling, data["huis"])
    if huishoudens.na_bewijs(tx, huis.id) != data["na"]:
        raise Geweigerd("voorstel.verhuisd")
    return huis


def _feit(gevonden: Deur, wie: Wie, data: dict[str, Any]) -> Feit:
    return replace(deurlijst.feit_van(gevonden, wie), methode=METHODE)
