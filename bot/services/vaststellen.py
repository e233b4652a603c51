"""Fixing the spelregels: the organisator says who confirmed them, a second person reads them and agrees.

From then on that version never changes: not in the chat, not by the settings. Only a later one can follow it.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.spelregels import ORGANEN
from bot.services import bewijslog, voorstel
from bot.services.bezorging import NIETS, Geval, Lading
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import datum, link, tekst_tot
from bot.services.spelregels import als_data, zoals_vast
from bot.storage import accounts, afsluitingen, doelgroepen, spelregelreacties, spelregels, wekkers
from bot.storage.accounts import Wie
from bot.storage.spelregels import Versie

SOORT = "vaststellen"
WEKKER = "spelregels_vast"
BESLUIT = ("orgaan", "besluitnummer", "besluit_op", "besluitlink", "volgt")


def begin(tx: Connection, handeling: Handeling, *, zeker: bool = False) -> Boodschap:
    """Open the form in which the organisator says who confirmed the concept; it is about the concept as it is now.

    Where residents still wait for an answer, it asks first whether one is sure.
    """
    eis_rol(tx, handeling, ORGANISATOR)
    if not zeker and (wachtend := spelregelreacties.tel_open(tx, handeling.wijk)):
        return Boodschap("vaststellen.zeker", {"aantal": wachtend})
    return open_formulier(tx, handeling, FORMULIER, {"hash": zoals_vast(_concept(tx, handeling.wijk)).hash()})


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell everyone who wants to hear of the gemeenteraad that a version was fixed, unless a later one was."""
    vast = spelregels.vastgestelde(tx, geval.wijk)
    if not vast or vast[-1].id != geval.wekker.onderwerp:
        return NIETS
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel)
    return Lading(naar, Boodschap("spelregels.vastgesteld", als_data(tx, geval.wijk, vast[-1])), over="raad")


def _stel_voor(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    deze = _zoals_gezien(tx, handeling.wijk, data["hash"])
    besluit = {naam: data.get(naam) for naam in BESLUIT}
    lezen = [["spelregels.lezen", {**als_data(tx, handeling.wijk, deze), "besluit": _als_besluit(besluit)}]]
    vast = {"hash": data["hash"], "reden": deze.reden, "besluit": besluit}
    velden: dict[str, Any] = {"versie": deze.versie, "nummer": besluit["besluitnummer"], "lezen": lezen}
    return voorstel.stel_voor(tx, handeling, wie, SOORT, vast, **velden)


@voorstel.voert_uit(SOORT)
def _stel_vast(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wijk, deze = handeling.wijk, _zoals_gezien(tx, handeling.wijk, data["hash"])
    if ORGANISATOR not in accounts.van_id(tx, wijk, gemaakt_door).rollen:  # another role is not enough
        raise Geweigerd("voorstel.maker_weg")
    if deze.reden != data["reden"]:  # the same rules once more, for another reason
        raise Geweigerd("spelregels.intussen_gewijzigd")
    regels, besluit = zoals_vast(deze), {**data["besluit"], "volgt": data["besluit"]["volgt"] == "ja"}
    op = {"besluit_op": date.fromisoformat(besluit["besluit_op"])}
    bewijslog.maak_bij(tx, wijk, handeling.geheim("log"))  # all that was recorded before stands before it
    spelregels.stel_vast(tx, wijk, deze, regels.canoniek(), handeling.now, **{**besluit, **op})
    dag = handeling.now.astimezone(handeling.zone).date().isoformat()
    bewijslog.leg_spelregels_vast(
        tx, wijk, regels, {**besluit, "dag": dag, "reden": deze.reden}, handeling.id("spelregels")
    )
    bewijslog.vraag_ijkpunt(tx, wijk, handeling.now)
    wekkers.zet(tx, wijk, WEKKER, deze.id, handeling.now)


def _zoals_gezien(tx: Connection, wijk: int, gezien: str) -> Versie:
    """Return the concept, when it still is what was seen.

    Raises:
        Geweigerd: somebody changed it meanwhile, or fixed it.
    """
    deze = _concept(tx, wijk)
    if zoals_vast(deze).hash() != gezien:
        raise Geweigerd("spelregels.intussen_gewijzigd")
    return deze


def _concept(tx: Connection, wijk: int) -> Versie:
    if afsluitingen.is_afgesloten(tx, wijk):
        raise Geweigerd("spelregels.afgesloten")
    deze = spelregels.concept(tx, wijk)
    if deze is None:
        raise Geweigerd("spelregels.geen_concept")
    if not zoals_vast(deze).drempels:
        raise Geweigerd("vaststellen.geen_voorwaarden")  # else all of none would be met
    return deze


def _als_besluit(besluit: dict[str, Any]) -> dict[str, Any]:
    return {**besluit, "volgt": besluit["volgt"] == "ja", "vastgesteld_op": None}


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    deze = _zoals_gezien(tx, handeling.wijk, data["hash"])
    return {**als_data(tx, handeling.wijk, deze), "besluit": _als_besluit({naam: data.get(naam) for naam in BESLUIT})}


def _nummer(tekst: str, handeling: Handeling) -> str:
    """Read the number of a decision; it stands in the report for good, so a slip of the thumb is refused."""
    nummer: str = tekst_tot(60)(tekst, handeling)
    if not any(teken in "0123456789" for teken in nummer):
        raise Geweigerd("vaststellen.nummer")
    return nummer


def _niet_later(tekst: str, handeling: Handeling) -> str:
    """Read the day of a decision, which has been taken."""
    dag = datum(tekst, handeling)
    if date.fromisoformat(dag) > handeling.now.astimezone(handeling.zone).date():
        raise Geweigerd("vaststellen.later")
    return dag


FORMULIER = Formulier(
    SOORT,
    (
        Veld("orgaan", keuzes=ORGANEN),
        Veld("besluitnummer", _nummer),
        Veld("besluit_op", _niet_later),
        Veld("besluitlink", link),
        Veld("volgt", keuzes=("ja", "nee")),
    ),
    (ORGANISATOR,),
    _stel_voor,
    bekijk=_bekijk,
)
