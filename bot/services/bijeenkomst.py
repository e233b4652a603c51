"""Bijeenkomsten: planning one, and seeing what comes. Who says to come: see `aanmelding`; who is there: `deur`."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.deurcode import DEUR_DICHT
from bot.rules.momenten import herinneringen
from bot.services.formulier import Formulier, Veld, moment, tekst_tot
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, wie_handelt
from bot.services.plaatsing import met_tweede
from bot.storage import aanmeldingen, bijeenkomsten, wekkers
from bot.storage.aanmeldingen import Aanmelding
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst

SOORTEN = (
    "energiecafe",
    "informatieavond",
    "warmtewandeling",
    "dakdaten",
    "workshop",
    "huizendag",
    "werkgroepoverleg",
    "dorpsberaad",
    "viering",
)
ANTWOORDEN = ("ja", "misschien", "nee")
IN_AGENDA = 25


def _plan(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    begin = datetime.fromisoformat(data["begin"])
    if begin <= handeling.now:  # the preview stayed open too long
        raise Geweigerd("moment.voorbij")
    nieuw = bijeenkomsten.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id("bijeenkomst"),
        soort=data["soort"],
        titel=data["titel"],
        begin=begin,
        plaats=data["plaats"],
        ruimte_voor_vragen=data["vragen"] == "ja",
        deurgeheim=handeling.geheim("deurgeheim"),
        gemaakt_door=wie.account,
        capaciteit=data.get("capaciteit"),
        gasten_max=data.get("gasten_max", 0),
    )
    wekkers.zet(tx, handeling.wijk, "bijeenkomst_nieuw", nieuw, handeling.now)
    for soort, wanneer in herinneringen(begin, handeling.now, handeling.zone):
        wekkers.zet(tx, handeling.wijk, soort, nieuw, wanneer)
    gemaakt = bijeenkomsten.zoek(tx, handeling.wijk, id=nieuw)
    assert gemaakt is not None  # noqa: S101 (it was written a line ago)
    return toon_aan(tx, wie, gemaakt, melding="bijeenkomst.geplaatst")


FORMULIER = Formulier(
    "bijeenkomst",
    (
        Veld("soort", keuzes=SOORTEN),
        Veld("titel", tekst_tot(100)),
        Veld("begin", moment),
        Veld("plaats", tekst_tot(200)),
        Veld("vragen", keuzes=("ja", "nee")),
    ),
    (TREKKER, BEGELEIDER, ORGANISATOR),
    met_tweede("bijeenkomst", _plan, lambda data: {"titel": data["titel"], "moment": data["begin"]}),
)


def agenda(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show what is coming; a meeting stays until its door closes."""
    wie_handelt(tx, handeling)
    komend = bijeenkomsten.vanaf(tx, handeling.wijk, handeling.now - DEUR_DICHT, IN_AGENDA)
    return Boodschap("bijeenkomst.agenda", {"bijeenkomsten": [als_data(b) for b in komend]})


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one meeting as the person who asks may see it."""
    wie, gevonden = wie_handelt(tx, handeling), bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None:
        raise Geweigerd("bijeenkomst.onbekend")
    return toon_aan(tx, wie, gevonden)


def als_data(gevonden: Bijeenkomst) -> dict[str, Any]:
    """Return a meeting as a message carries it."""
    return {
        "id": gevonden.publiek_id,
        "soort": gevonden.soort,
        "titel": gevonden.titel,
        "begin": gevonden.begin.isoformat(),
        "plaats": gevonden.plaats,
        "vragen": gevonden.ruimte_voor_vragen,
        "capaciteit": gevonden.capaciteit,
        "gasten_max": gevonden.gasten_max,
    }


def toon_aan(tx: Connection, wie: Wie, gevonden: Bijeenkomst, melding: str | None = None) -> Boodschap:
    """Show a meeting to someone: residents their own answer and place, staff also how many answered what."""
    data = {**als_data(gevonden), "bewoner": wie.bewoner is not None, "vrij": aanmeldingen.vrij(tx, gevonden)}
    if wie.bewoner is not None:
        data |= _eigen_antwoord(tx, gevonden, aanmeldingen.van(tx, gevonden.id, wie.bewoner))
    if wie.rollen & {BEGELEIDER, ORGANISATOR}:
        data["aanmeldingen"] = {**aanmeldingen.tel(tx, gevonden.id), "zonder_telefoon": gevonden.zonder_telefoon}
    return Boodschap("bijeenkomst.een", data, melding=melding)


def _eigen_antwoord(tx: Connection, gevonden: Bijeenkomst, eigen: Aanmelding | None) -> dict[str, Any]:
    if eigen is None:
        return {"antwoord": None}
    data = {"antwoord": eigen.antwoord, "plek": eigen.plek, "gasten": eigen.gasten}
    if eigen.plek == "wacht":
        data["plaats"] = 1 + aanmeldingen.wachtend_voor(tx, gevonden.id, eigen.volgnummer or 0)
    if eigen.aangeboden_tot is not None:
        data["tot"] = eigen.aangeboden_tot.isoformat()
    return data
