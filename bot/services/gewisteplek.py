"""Who joins where a seat was erased sits on that seat, so that nobody counts twice; the organisator says who it is.

Meanwhile they take part in everything. What they do counts for the seat, and the seat counts once. Another person goes
to a free seat with all they did since. Without a free seat they came in the place of who was erased.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.huisnummers import schrijf
from bot.rules.pacing import Baan
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.storage import gewist, huishoudens, outbox, rollen
from bot.storage.gewist import Plekvraag

IN_LIJST = 20
ANTWOORDEN = ("zelfde", "ander")


def vraag(tx: Connection, handeling: Handeling, bewoner: int, huishouden: int) -> None:
    """Ask the organisatoren who came to sit on an erased seat."""
    publiek_id = handeling.id(f"plekvraag/{bewoner}")
    gewist.vraag(tx, handeling.wijk, publiek_id, bewoner, handeling.now)
    boodschap = Boodschap("gewisteplek.een", {"id": publiek_id, "adres": huishoudens.adres(tx, huishouden)})
    naar = rollen.accounts_met(tx, handeling.wijk, [ORGANISATOR])
    outbox.schrijf(tx, handeling.wijk, f"plekvraag:{publiek_id}", naar, boodschap, baan=Baan.HERINNERING)


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show the organisator what is not answered."""
    eis_rol(tx, handeling, ORGANISATOR)
    vragen = gewist.open_(tx, handeling.wijk, IN_LIJST)
    return Boodschap("gewisteplek.lijst", {"vragen": [_als_data(v) for v in vragen]})


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one that is open."""
    return Boodschap("gewisteplek.een", _als_data(_open(tx, handeling, publiek_id)))


def beantwoord(tx: Connection, handeling: Handeling, publiek_id: str, antwoord: str) -> Boodschap:
    """Say whether it is another person than who was erased. "The same, or I do not know" changes nothing.

    Raises:
        Geweigerd: no organisator, or it was answered already.
    """
    wie = eis_rol(tx, handeling, ORGANISATOR)
    gevonden = _open(tx, handeling, publiek_id)
    if antwoord not in ANTWOORDEN:
        return Boodschap("gewisteplek.een", _als_data(gevonden))
    gewist.beantwoord(tx, gevonden.id, antwoord, wie.account, handeling.now)
    if antwoord == "ander":
        stoel = huishoudens.vrije_stoel_bij(tx, gevonden.bewoner)
        gewist.maak_los(tx, handeling.wijk, gevonden, stoel, handeling.id(f"gewist/{gevonden.bewoner}"))
    return Boodschap("gewisteplek.klaar", {**_als_data(gevonden), "antwoord": antwoord})


def _open(tx: Connection, handeling: Handeling, publiek_id: str) -> Plekvraag:
    eis_rol(tx, handeling, ORGANISATOR)
    gevonden = gewist.zoek(tx, handeling.wijk, publiek_id)
    if gevonden is None or gevonden.staat != "open":
        raise Geweigerd("gewisteplek.voorbij")
    return gevonden


def _als_data(gevonden: Plekvraag) -> dict[str, Any]:
    nummer = schrijf(gevonden.huisnummer, gevonden.toevoeging)
    return {"id": gevonden.publiek_id, "adres": f"{gevonden.straat} {nummer}"}
