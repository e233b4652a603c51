"""Partners: organisations at the table that are no residents. Their place, and what they tell the wijk.

An organisator writes both down for them. Nobody becomes a resident by it, and nothing of it counts for a condition.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.services import stukken
from bot.services.bezorging import NIETS, Geval, Lading, Vers
from bot.services.bladzij import blader
from bot.services.formulier import ANDERS, Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.services.lezers import alinea_tot, link, tekst_tot
from bot.services.onderbouwing import MET_STUK
from bot.storage import doelgroepen, partners, verteld, wekkers
from bot.storage.accounts import Wie
from bot.storage.partners import Nieuws, Partner

SOORTEN = ("woningcorporatie", "verhuurder", "netbeheerder", "gemeente", "bedrijf", "netwerk", "anders")
WEKKER = "partner_nieuws"
PER_BLADZIJ = 5
NIEUWS_PER_BLADZIJ = 3
_VELDEN = ("soort", "naam", "wat", "contact", "link")


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show residents and the team a page of who is at the table."""
    wie = eis_binnen(tx, handeling)
    gevonden, rond = blader(lambda hoeveel, na: partners.alle(tx, handeling.wijk, hoeveel, na), bladzij, PER_BLADZIJ)
    data = {"partners": [als_data(een) for een in gevonden], "mag": ORGANISATOR in wie.rollen, **rond}
    return Boodschap("partner.lijst", data, melding=melding)


def toon(
    tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0, melding: str | None = None
) -> Boodschap:
    """Show one with a page of what it told."""
    wie = eis_binnen(tx, handeling)
    een = _bestaand(tx, handeling, publiek_id)
    gevonden, rond = blader(
        lambda hoeveel, na: partners.alle_nieuws(tx, handeling.wijk, hoeveel, na, een.id), bladzij, NIEUWS_PER_BLADZIJ
    )
    nieuws = [nieuws_als_data(dit) for dit in gevonden]
    data = {**als_data(een), "nieuws": nieuws, "mag": ORGANISATOR in wie.rollen, **rond}
    return Boodschap("partner.een", data, melding=melding)


def begin(tx: Connection, handeling: Handeling, publiek_id: str = "") -> Boodschap:
    """Open the form for a new one, or for one that is there, filled in as it is."""
    eis_rol(tx, handeling, ORGANISATOR)
    if not publiek_id:
        return open_formulier(tx, handeling, FORMULIER)
    een = _bestaand(tx, handeling, publiek_id)
    data = {**{naam: getattr(een, naam) for naam in _VELDEN}, "id": publiek_id, ANDERS: True}
    return open_formulier(tx, handeling, FORMULIER, data)


def stop(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Take one from the table, after a question whether one is sure; what it told goes with it."""
    eis_rol(tx, handeling, ORGANISATOR)
    een = _bestaand(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("partner.zeker", als_data(een))
    for dit in partners.alle_nieuws(tx, handeling.wijk, partner_id=een.id):
        _niet_meer(tx, handeling, dit)
    partners.zet(tx, een.id, gestopt_op=handeling.now)
    return lijst(tx, handeling, melding="partner.gestopt")


def begin_nieuws(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for what a partner tells."""
    eis_rol(tx, handeling, ORGANISATOR)
    een = _bestaand(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, NIEUWS, {"partner": publiek_id, "naam": een.naam})


def toon_nieuws(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show what was told; to an organisator with what can be done about it."""
    wie = eis_binnen(tx, handeling)
    dit = _verteld(tx, handeling, publiek_id)
    return Boodschap("partner.bericht", {**nieuws_als_data(dit), "mag": ORGANISATOR in wie.rollen})


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Withdraw what was told; who did not hear it yet does not."""
    eis_rol(tx, handeling, ORGANISATOR)
    dit = _verteld(tx, handeling, publiek_id)
    _niet_meer(tx, handeling, dit)
    return toon(tx, handeling, dit.partner, melding="partner.nieuws_weg")


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who wants to hear news of the wijk, when there is room for it."""
    dit = partners.nieuws(tx, geval.wijk, id=geval.wekker.onderwerp)
    if dit is None or dit.ingetrokken_op:
        return NIETS
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel)
    return Lading(naar, Boodschap("partner.nieuws", nieuws_als_data(dit)), over="buurt")


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return what was told as it stands now; in a bundle it is a line with the name of the partner."""
    dit = partners.nieuws(tx, wijk, publiek_id=publiek_id)
    if dit is None or dit.ingetrokken_op:
        return None
    regel = {"wat": "partner", "titel": dit.naam, "id": dit.publiek_id}
    return Vers(Boodschap("partner.nieuws", nieuws_als_data(dit)), None, regel)


def als_data(een: Partner) -> dict[str, Any]:
    """Return what people see of one."""
    return {"id": een.publiek_id, **{naam: getattr(een, naam) for naam in _VELDEN}}


def nieuws_als_data(dit: Nieuws) -> dict[str, Any]:
    """Return what people see of what was told."""
    velden = {naam: getattr(dit, naam) for naam in ("partner", "naam", "tekst", "link", "stuk", "stuknaam")}
    return {"id": dit.publiek_id, **velden, "op": dit.op.isoformat()}


def _bewaar(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    velden = {naam: data.get(naam) for naam in _VELDEN}
    if "id" in data:
        een = _bestaand(tx, handeling, data["id"])
        partners.zet(tx, een.id, **velden)
        return toon(tx, handeling, een.publiek_id, melding="partner.bewaard")
    publiek_id = handeling.id("partner")
    partners.voeg_toe(tx, handeling.wijk, publiek_id=publiek_id, op=handeling.now, gemaakt_door=wie.account, **velden)
    return toon(tx, handeling, publiek_id, melding="partner.bewaard")


def _plaats(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een = _bestaand(tx, handeling, data["partner"])
    stuk = stukken.bestaand(tx, handeling, data.get("stuk"))
    dit = partners.plaats_nieuws(
        tx,
        handeling.wijk,
        publiek_id=handeling.id("partnernieuws"),
        partner=een.id,
        tekst=data["tekst"],
        link=data.get("link"),
        stuk=stuk.id if stuk else None,
        op=handeling.now,
        gemaakt_door=wie.account,
    )
    wekkers.zet(tx, handeling.wijk, WEKKER, dit, handeling.now)
    return toon(tx, handeling, een.publiek_id, melding="partner.nieuws_geplaatst")


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    stuk = stukken.bestaand(tx, handeling, data.get("stuk"))
    return {"link": data.get("link"), "stuknaam": stuk.naam if stuk else None, "op": handeling.now.isoformat()}


def _niet_meer(tx: Connection, handeling: Handeling, dit: Nieuws) -> None:
    partners.trek_in(tx, dit.id, handeling.now)
    wekkers.vervallen(tx, handeling.wijk, WEKKER, dit.id, handeling.now)
    verteld.trek_in(tx, wekkers.ids_van(tx, handeling.wijk, [WEKKER], dit.id))


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Partner:
    een = partners.zoek(tx, handeling.wijk, publiek_id)
    if een is None or een.gestopt_op:
        raise Geweigerd("partner.weg")
    return een


def _verteld(tx: Connection, handeling: Handeling, publiek_id: str) -> Nieuws:
    dit = partners.nieuws(tx, handeling.wijk, publiek_id=publiek_id)
    if dit is None or dit.ingetrokken_op:
        raise Geweigerd("partner.nieuws_weg")
    return dit


FORMULIER = Formulier(
    "partner",
    (Veld("soort", keuzes=SOORTEN), Veld("naam", tekst_tot(100)), Veld("wat", tekst_tot(300))),
    (ORGANISATOR,),
    _bewaar,
    extra=(Veld("contact", tekst_tot(200), mag_over=True), Veld("link", link, mag_over=True)),
)
NIEUWS = Formulier(
    "partnernieuws", (Veld("tekst", alinea_tot(700)),), (ORGANISATOR,), _plaats, extra=MET_STUK, bekijk=_bekijk
)
