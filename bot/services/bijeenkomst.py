"""Bijeenkomsten: planning one and saying that you come. Being there is another thing: see `deur`."""

from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.deurcode import DEUR_DICHT
from bot.rules.momenten import herinneringen
from bot.services.formulier import Formulier, Veld, moment, tekst_tot
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_bewoner, wie_handelt
from bot.storage import bijeenkomsten, wekkers
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
        deurcode=_vrije_deurcode(tx, handeling),
        gemaakt_door=wie.account,
    )
    wekkers.zet(tx, handeling.wijk, "bijeenkomst_nieuw", nieuw, handeling.now)
    for soort, wanneer in herinneringen(begin, handeling.now, handeling.zone):
        wekkers.zet(tx, handeling.wijk, soort, nieuw, wanneer)
    gemaakt = bijeenkomsten.zoek(tx, handeling.wijk, id=nieuw)
    return _toon(tx, wie, gemaakt, melding="bijeenkomst.geplaatst")


FORMULIER = Formulier(
    "bijeenkomst",
    (
        Veld("soort", keuzes=SOORTEN),
        Veld("titel", tekst_tot(100)),
        Veld("begin", moment),
        Veld("plaats", tekst_tot(200)),
        Veld("vragen", keuzes=("ja", "nee")),
    ),
    (BEGELEIDER, ORGANISATOR),
    _plan,
)


def agenda(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show what is coming; a meeting stays until its door closes."""
    wie_handelt(tx, handeling)
    komend = bijeenkomsten.vanaf(tx, handeling.wijk, handeling.now - DEUR_DICHT, IN_AGENDA)
    return Boodschap("bijeenkomst.agenda", {"bijeenkomsten": [als_data(b) for b in komend]})


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one meeting as the person who asks may see it."""
    return _toon(tx, wie_handelt(tx, handeling), bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id))


def meld_aan(tx: Connection, handeling: Handeling, publiek_id: str, antwoord: str) -> Boodschap:
    """Say ja, misschien or nee to a meeting. It may change until the meeting begins; it is never attendance."""
    wie = eis_bewoner(tx, handeling)
    gevonden = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None or antwoord not in ANTWOORDEN or wie.bewoner is None:
        raise Geweigerd("bijeenkomst.onbekend")
    if handeling.now >= gevonden.begin:
        raise Geweigerd("bijeenkomst.begonnen")
    bijeenkomsten.meld_aan(tx, handeling.wijk, gevonden.id, wie.bewoner, antwoord)
    return _toon(tx, wie, gevonden, melding=f"bijeenkomst.gemeld_{antwoord}")


def _vrije_deurcode(tx: Connection, handeling: Handeling) -> str:
    for poging in count():
        code = f"{int.from_bytes(handeling.geheim(f'deurcode {poging}')) % 1_000_000:06}"
        if bijeenkomsten.zoek(tx, handeling.wijk, deurcode=code) is None:
            return code
    raise AssertionError("count() never ends")


def als_data(gevonden: Bijeenkomst) -> dict[str, Any]:
    """Return a meeting as a message carries it: without its door code."""
    return {
        "id": gevonden.publiek_id,
        "soort": gevonden.soort,
        "titel": gevonden.titel,
        "begin": gevonden.begin.isoformat(),
        "plaats": gevonden.plaats,
        "vragen": gevonden.ruimte_voor_vragen,
    }


def _toon(tx: Connection, wie: Wie, gevonden: Bijeenkomst | None, melding: str | None = None) -> Boodschap:
    if gevonden is None:
        raise Geweigerd("bijeenkomst.onbekend")
    data = als_data(gevonden)
    if wie.bewoner is not None:
        data["antwoord"] = bijeenkomsten.antwoord_van(tx, gevonden.id, wie.bewoner)
    data["bewoner"] = wie.bewoner is not None
    if wie.rollen & {BEGELEIDER, ORGANISATOR}:
        data["aanmeldingen"] = bijeenkomsten.tel_aanmeldingen(tx, gevonden.id)
    return Boodschap("bijeenkomst.een", data, melding=melding)
