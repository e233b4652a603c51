"""The door of a meeting: its code, and checking in with it, which alone counts as being there."""

from datetime import timedelta

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.deurcode import DEUR_DICHT, DEUR_OPEN, normaliseer_deurcode
from bot.services import bewijs
from bot.services.bijeenkomst import als_data
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol, wie_handelt
from bot.services.onboarding import POGINGEN_PER_UUR
from bot.storage import accounts, bijeenkomsten


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
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
    feit = bewijs.Feit(soort, gevonden.publiek_id, "deurcode", spelregels_versie)
    bewijs.leg_vast(tx, handeling, wie.bewoner, feit)
    return Boodschap("bijeenkomst.ingecheckt", als_data(gevonden), wijze="nieuw")
