"""Bijeenkomsten: planning one, saying that you come, and checking in at the door, which alone counts as being there."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.momenten import herinneringen
from bot.services import bewijs
from bot.services.formulier import Formulier, Veld, moment, tekst_tot
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_bewoner, eis_rol, wie_handelt
from bot.services.onboarding import POGINGEN_PER_UUR
from bot.storage import accounts, bijeenkomsten, wekkers
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
DEUR_OPEN = timedelta(hours=1)
DEUR_DICHT = timedelta(hours=6)
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


def deur(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show staff the code of the door, with a QR to hold up."""
    eis_rol(tx, handeling, BEGELEIDER, ORGANISATOR)
    gevonden = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None:
        raise Geweigerd("bijeenkomst.onbekend")
    return Boodschap("bijeenkomst.deur", {**als_data(gevonden), "deurcode": gevonden.deurcode}, wijze="nieuw")


def check_in(tx: Connection, handeling: Handeling, code: str, spelregels_versie: int) -> Boodschap:
    """Check in with the code of the door, typed or from its QR. Twice is once.

    Raises:
        Geweigerd: not a resident yet, too many wrong codes, or the door is not open.
    """
    wie = wie_handelt(tx, handeling)
    if wie.bewoner is None:  # the first that they see of the bot may be the QR at the door
        raise Geweigerd("bijeenkomst.deur_eerst_meedoen")
    sinds = handeling.now - timedelta(hours=1)
    if len(accounts.codepogingen(tx, wie.account, sinds)) >= POGINGEN_PER_UUR:
        raise Geweigerd("code_te_vaak")
    gevonden = bijeenkomsten.zoek(tx, handeling.wijk, deurcode=normaliseer_deurcode(code))
    if gevonden is None:
        accounts.noteer_codepoging(tx, wie.account, handeling.now)
        return Boodschap("geweigerd", {"sleutel": "bijeenkomst.deurcode_fout", "velden": {}}, wijze="nieuw")
    if handeling.now < gevonden.begin - DEUR_OPEN:
        raise Geweigerd("bijeenkomst.deur_nog_dicht")
    if handeling.now - DEUR_DICHT > gevonden.begin:
        raise Geweigerd("bijeenkomst.deur_gesloten")
    soort: bewijs.Bewijssoort = "aanwezig_vragen" if gevonden.ruimte_voor_vragen else "aanwezig"
    bewijs.leg_vast(
        tx,
        handeling,
        bewoner=wie.bewoner,
        soort=soort,
        onderwerp=gevonden.publiek_id,
        methode="deurcode",
        spelregels_versie=spelregels_versie,
    )
    return Boodschap("bijeenkomst.ingecheckt", als_data(gevonden), wijze="nieuw")


def normaliseer_deurcode(getypt: str) -> str:
    """Return a typed door code as it is kept: six digits, whatever spaces, dashes or O for 0 were typed."""
    return getypt.upper().replace("-", "").replace(" ", "").replace("O", "0")


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
