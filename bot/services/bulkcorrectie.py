"""Correcting all that was recorded of one meeting at once: with a reason, and always with a second person."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import bewijs, rechtzetten, voorstel
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.handeling import Handeling
from bot.services.lezers import tekst_tot
from bot.services.rechtzetten import METHODE, ROLLEN
from bot.storage import accounts, bijeenkomsten, correcties
from bot.storage.accounts import Wie

IN_LIJST = 20


def _met_bewijs(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    rechtzetten.eis(tx, handeling)
    alle = correcties.bijeenkomsten_met_bewijs(tx, handeling.wijk, IN_LIJST)
    return [(publiek_id, f"{begin.astimezone(handeling.zone):%d-%m-%Y} {titel}") for publiek_id, titel, begin in alle]


def _vraag(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    rechtzetten.eis(tx, handeling)
    bijeenkomst = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=data["bijeenkomst"])
    if bijeenkomst is None:
        raise Geweigerd("bijeenkomst.onbekend")
    aantal = correcties.tel(tx, handeling.wijk, bijeenkomst.publiek_id)
    wat = {"titel": bijeenkomst.titel, "aantal": aantal, "reden": data["reden"]}
    return voorstel.stel_voor(tx, handeling, wie, "bulkcorrectie", data, **wat)


@voorstel.voert_uit("bulkcorrectie")
def _voer_uit(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wie = accounts.van_id(tx, handeling.wijk, gemaakt_door)
    if not rechtzetten.mag(wie):
        raise Geweigerd("voorstel.maker_weg")
    bewijs.trek_alles_in(tx, handeling, data["bijeenkomst"], METHODE, wie, data["reden"])


FORMULIER = Formulier(
    "bulkcorrectie",
    (Veld("bijeenkomst", haal=_met_bewijs), Veld("reden", lees=tekst_tot(300))),
    ROLLEN,
    _vraag,
    voorbeeld=False,
)
