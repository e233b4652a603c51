"""Changing or cancelling a bijeenkomst, alone or with all that follow in its series, and seeing to it that people hear.

Who said ja or misschien, or waits, is told what matters to who comes: title, time and place. A cancellation goes to
everyone it was for, but for who said no: nobody has to sign up, so anybody may stand at a closed door.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import reeks
from bot.rules.deurcode import DEUR_OPEN
from bot.services import bewijs, brengen
from bot.services.aanmelding import herzie_aanbod, schuif_door
from bot.services.bijeenkomst import MAKERS, als_data, toon_aan
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling, eis_bereik, eis_rol
from bot.services.lezers import moment, tekst_tot
from bot.services.plannen import (
    PLEK,
    WIJZIGBAAR,
    als_antwoorden,
    bekijk,
    kolommen,
    laat_herinneringen_vervallen,
    zet_herinneringen,
)
from bot.storage import aanmeldingen, bijeenkomsten, wekkers
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst

VERTELD = ("titel", "begin", "eind", "plaats", "link", "kaart")
_ALLES = (*VERTELD, "capaciteit", "gasten", "foto")


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to change a meeting, filled in as it is."""
    bij = _eis_te_wijzigen(tx, handeling, publiek_id)
    return open_formulier(
        tx, handeling, WIJZIGING, {**_welke(tx, handeling, bij), **als_antwoorden(bij, handeling.zone)}
    )


def begin_afgelasten(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask whether one is sure to cancel a meeting, and why."""
    bij = _eis_te_wijzigen(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, AFGELASTING, _welke(tx, handeling, bij))


def zonder_telefoon(tx: Connection, handeling: Handeling, publiek_id: str, aantal: str) -> Boodschap:
    """Keep a place for someone who signs up without a phone, or let one go. Nobody is named.

    Args:
        aantal: so many it becomes, one more or one less than it is; any other shows how many it is.
    """
    bij = _eis_te_wijzigen(tx, handeling, publiek_id)
    vrij = aanmeldingen.vrij(tx, bij)
    eerst = bij.zonder_telefoon
    erbij = {str(eerst + 1): 1, str(eerst - 1): -1}.get(aantal, 0)
    if eerst + erbij < 0:
        raise Geweigerd("bijeenkomst.niemand_zonder_telefoon")
    if erbij == 1 and vrij is not None and vrij < 1:
        raise Geweigerd("bijeenkomst.geen_plek")
    if erbij:
        bijeenkomsten.zet(tx, bij.id, zonder_telefoon=eerst + erbij)
    nu = _opnieuw(tx, handeling, bij)
    schuif_door(tx, handeling.wijk, nu, handeling.now, handeling.zone)
    return toon_aan(tx, handeling, eis_bereik(tx, handeling, bij.voor), nu)


def _wijzig(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    bij, allen = _van_formulier(tx, handeling, data)
    oud = als_antwoorden(bij, handeling.zone)
    nieuw = {naam: data.get(naam) for naam in _ALLES if data.get(naam) != oud[naam]}
    if not nieuw:
        raise Geweigerd("wijziging.niets_gewijzigd")
    for een in allen:
        _pas_aan(tx, handeling, wie, een, _voor_deze(handeling, bij, een, nieuw))
    verteld = [_anders(naam, oud, nieuw) for naam in VERTELD if naam in nieuw]
    if verteld:
        _laat_weten(tx, handeling, allen, {"velden": verteld}, "bijeenkomst_gewijzigd")
    melding = "bijeenkomst.gewijzigd_verteld" if verteld else "bijeenkomst.gewijzigd_stil"
    return toon_aan(tx, handeling, wie, _opnieuw(tx, handeling, bij), melding=melding)


def _gelast_af(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    bij, allen = _van_formulier(tx, handeling, data)
    for een in allen:
        bijeenkomsten.wijzig(tx, een.id, afgelast_op=handeling.now, afgelast_reden=data.get("reden"))
        laat_herinneringen_vervallen(tx, handeling, een.id)
        bewijs.trek_alles_in(tx, handeling, een.publiek_id, "afgelast", wie)
    _laat_weten(tx, handeling, allen, {}, "bijeenkomst_afgelast", "bijeenkomst_afgelast_rest")
    return toon_aan(tx, handeling, wie, _opnieuw(tx, handeling, bij), melding="bijeenkomst.nu_afgelast")


def _laat_weten(
    tx: Connection, handeling: Handeling, allen: list[Bijeenkomst], data: dict[str, Any], *wekkersoorten: str
) -> None:
    data = {**data, "ids": [een.id for een in allen]}
    wijziging = bijeenkomsten.noteer_wijziging(tx, handeling.wijk, allen[0].id, data, handeling.now)
    for soort in wekkersoorten:
        wekkers.zet(tx, handeling.wijk, soort, wijziging, handeling.now)
    for een in allen:
        komers = aanmeldingen.komers_zonder_account(tx, een.id)
        brengen.zet_klaar(tx, handeling, wekkersoorten[0].removeprefix("bijeenkomst_"), een.publiek_id, komers)


def _voor_deze(handeling: Handeling, bij: Bijeenkomst, een: Bijeenkomst, nieuw: dict[str, Any]) -> dict[str, Any]:
    """Return what changes in one of a series when `bij` changes: the same, but at its own day."""
    if een.id == bij.id or "begin" not in nieuw:
        return nieuw
    naar = reeks.verschoven(een.begin, bij.begin, datetime.fromisoformat(nieuw["begin"]), handeling.zone)
    return {**nieuw, "begin": naar.isoformat()}


def _pas_aan(tx: Connection, handeling: Handeling, wie: Wie, een: Bijeenkomst, nieuw: dict[str, Any]) -> None:
    wordt = kolommen({**als_antwoorden(een, handeling.zone), **nieuw}, handeling.zone)
    if wordt["begin"] <= handeling.now:
        raise Geweigerd("moment.voorbij")
    bezet = aanmeldingen.bezet(tx, een)
    if wordt["capaciteit"] is not None and wordt["capaciteit"] < bezet:
        raise Geweigerd("bijeenkomst.plekken_te_weinig", aantal=bezet)
    bijeenkomsten.wijzig(tx, een.id, **wordt)
    if wordt["begin"] != een.begin:
        zet_herinneringen(tx, handeling, een.id, een.soort, wordt["begin"])
    if wordt["begin"] - handeling.now > DEUR_OPEN:  # who came in already goes home
        bewijs.trek_alles_in(tx, handeling, een.publiek_id, "verzet", wie)
    nu = _opnieuw(tx, handeling, een)
    herzie_aanbod(tx, handeling.wijk, nu)
    schuif_door(tx, handeling.wijk, nu, handeling.now, handeling.zone)


def _eis_te_wijzigen(tx: Connection, handeling: Handeling, publiek_id: str) -> Bijeenkomst:
    bij = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if bij is None:
        raise Geweigerd("bijeenkomst.onbekend")
    eis_rol(tx, handeling, *MAKERS)
    eis_bereik(tx, handeling, bij.voor)
    if bij.afgelast_op:
        raise Geweigerd("bijeenkomst.afgelast")
    if handeling.now >= bij.begin:
        raise Geweigerd("bijeenkomst.voorbij_wijzigen")
    return bij


def _welke(tx: Connection, handeling: Handeling, bij: Bijeenkomst) -> dict[str, Any]:
    meer = len(bijeenkomsten.reeks_vanaf(tx, handeling.wijk, bij)) > 1
    van = {"id": bij.publiek_id, "versie": bij.versie, "soort": bij.soort}
    return {**van, **({"bereik": "deze"} if meer else {})}


def _van_formulier(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> tuple[Bijeenkomst, list[Bijeenkomst]]:
    """Return the meeting that a form is about, and with it those that follow when these were chosen too."""
    bij = _eis_te_wijzigen(tx, handeling, data["id"])
    if bij.versie != data["versie"]:
        raise Geweigerd("wijziging.intussen_gewijzigd")
    return bij, bijeenkomsten.reeks_vanaf(tx, handeling.wijk, bij) if data.get("bereik") == "volgende" else [bij]


def _opnieuw(tx: Connection, handeling: Handeling, bij: Bijeenkomst) -> Bijeenkomst:
    gevonden = bijeenkomsten.zoek(tx, handeling.wijk, id=bij.id)
    assert gevonden is not None  # noqa: S101 (a meeting is never deleted)
    return gevonden


def _anders(naam: str, oud: dict[str, Any], nieuw: dict[str, Any]) -> list[Any]:
    """Return a change as people are told it; of the link of an online meeting only that there is another."""
    return [naam, *(bool(van[naam]) or None if naam == "link" else van.get(naam) for van in (oud, nieuw))]


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    bij, allen = _van_formulier(tx, handeling, data)
    oud = als_antwoorden(bij, handeling.zone)
    anders = [_anders(naam, oud, data) for naam in _ALLES if data.get(naam) != oud[naam]]
    reeks_ = [een.begin.isoformat() for een in allen] if len(allen) > 1 else []
    wordt = {"titel": data["titel"], "begin": data["begin"], **bekijk(data, handeling.zone)}
    return {**als_data(bij), **wordt, "velden": anders, "reeks": reeks_}


def _bekijk_afgelasting(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    bij, allen = _van_formulier(tx, handeling, data)
    reeks_ = [een.begin.isoformat() for een in allen] if len(allen) > 1 else []
    return {**als_data(bij), "reden": data.get("reden"), "reeks": reeks_}


_BEREIK = Veld("bereik", keuzes=("deze", "volgende"), teksten="bijeenkomst", als=lambda data: "bereik" in data)
WIJZIGING = Formulier(
    "wijziging",
    (),
    MAKERS,
    _wijzig,
    extra=(
        Veld("titel", tekst_tot(100), teksten="bijeenkomst"),
        Veld("begin", moment, teksten="bijeenkomst"),
        *PLEK,
        *WIJZIGBAAR,
        _BEREIK,
    ),
    bekijk=_bekijk,
)
AFGELASTING = Formulier(
    "afgelasting",
    (),
    MAKERS,
    _gelast_af,
    extra=(Veld("reden", tekst_tot(200), teksten="bijeenkomst", mag_over=True), _BEREIK),
    bekijk=_bekijk_afgelasting,
)
