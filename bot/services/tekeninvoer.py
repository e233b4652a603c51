"""Typing over a sign-in sheet: the codes that have a cross, in as many messages as it takes.

What is right goes on one's pile at once, whatever else is wrong; each wrong code is named with why, and only those are
typed again. Of the pile nothing counts until one says so, and then a second person agrees, as with a papierlijst.
"""

from collections import Counter, defaultdict
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import tekencode
from bot.rules.tekencode import Plek, Thuis
from bot.services import deurlijst, huishouden, tekenlijst, voorstel
from bot.services.gesprek import eis_open
from bot.services.handeling import Handeling, eis_binnen
from bot.services.lijstcorrectie import namens
from bot.storage import gesprekken, tekencodes
from bot.storage.accounts import Wie
from bot.storage.deuren import Deur
from bot.storage.gesprekken import Gesprek
from bot.storage.tekencodes import Regel

SOORT = METHODE = "tekenlijst"
"""The conversation in which codes are typed; and how the evidence says that it was recorded."""


def vraag(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask for codes."""
    wie, deur = deurlijst.eis_begonnen(tx, handeling, publiek_id)
    return _vraag(tx, handeling, wie, deur)


def typ(tx: Connection, handeling: Handeling, getypt: str, peper: bytes) -> Boodschap:
    """Take what is right on the pile, and name each code that is not."""
    wie = eis_binnen(tx, handeling)
    gesprek = eis_open(tx, wie, SOORT)
    wie, deur = deurlijst.eis_begonnen(tx, handeling, gesprek.data["bijeenkomst"])
    delen = tekencode.splits(getypt)
    codes = {code: tekencode.hmac_van(code, peper) for deel in delen if (code := tekencode.lees(deel))}
    regels = {regel.hmac: regel for regel in tekencodes.van_hmacs(tx, handeling.wijk, codes.values())}
    bekend = {code: regels[hmac] for code, hmac in codes.items() if hmac in regels}
    huizen = _huizen(tx, handeling, deur, [regel for regel in bekend.values() if regel.bijeenkomst == deur.id])
    plekken = {code: _plek(regel, deur, wie) for code, regel in bekend.items()}
    goed, fouten = tekencode.weeg(delen, plekken, huizen)
    tekencodes.typ(tx, {bekend[code].id: code for code in goed}, wie.account)
    return _vraag(tx, handeling, wie, deur, genomen=goed, fouten=[list(fout) for fout in fouten])


def begin_opnieuw(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Put the whole pile back, as if none of it was typed."""
    wie, deur = deurlijst.eis_begonnen(tx, handeling, publiek_id)
    tekencodes.leg_terug(tx, [regel.id for regel in tekencodes.stapel(tx, deur.id, wie.account, handeling.now)])
    return _vraag(tx, handeling, wie, deur)


def tel(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Let the pile count when a second person agrees; a second tap finds nothing left."""
    wie, deur = deurlijst.eis_begonnen(tx, handeling, publiek_id)
    stapel = tekencodes.stapel(tx, deur.id, wie.account, handeling.now)
    if not stapel:
        raise Geweigerd("tekenlijst.leeg")
    ids = [regel.id for regel in stapel]
    lezen = [["tekenlijst.blad", {**deurlijst.kort(deur), "codes": [regel.code for regel in stapel]}]]
    data = {"bijeenkomst": publiek_id, "regels": ids}
    velden: dict[str, Any] = {"titel": deur.titel, "aantal": len(ids), "lezen": lezen}
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    gevraagd = voorstel.doe_of_stel_voor(tx, handeling, wie, "invoer", METHODE, data, **velden)
    if gevraagd is None:
        return deurlijst.toon_overzicht(tx, handeling, deur, melding="deurlijst.genoteerd")
    tekencodes.leg_voor(tx, ids, voorstel.nummer_van(tx, handeling, gevraagd))
    return gevraagd


@voorstel.voert_uit(METHODE)
def _tel(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wie, deur = namens(tx, handeling, gemaakt_door, data["bijeenkomst"])
    feit = replace(deurlijst.feit_van(deur, wie), methode=METHODE)
    regels = tekencodes.van_ids(tx, deur.id, gemaakt_door, data["regels"])
    for regel in regels:
        huis = huishouden.lees(tx, handeling, regel.huis)
        if huishouden.heeft_stoel(tx, huis, regel.stoel) and regel.stoel not in huishouden.stoelen_zonder_ja(tx, huis):
            bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, regel.stoel)
            deurlijst.zet_op_lijst(tx, handeling, bewoner, feit, deur, huis)
    tekencodes.leg_terug(tx, [regel.id for regel in regels])


def _plek(regel: Regel, deur: Deur, wie: Wie) -> Plek:
    ander = regel.invoerder not in (None, wie.account)
    return Plek(regel.huishouden, regel.stoel, hier=regel.bijeenkomst == deur.id, van_ander=ander)


def _huizen(tx: Connection, handeling: Handeling, deur: Deur, regels: list[Regel]) -> dict[int, Thuis]:
    lijst = deurlijst.lees_stand(tx, handeling, deur)
    getypt: dict[int, set[int]] = defaultdict(set)
    for thuis, stoel in tekencodes.getypt(tx, deur.id):
        getypt[thuis].add(stoel)
    op_lijst: dict[int, set[int]] = defaultdict(set)
    for bekende in lijst.bekenden:
        op_lijst[bekende.huishouden].add(bekende.stoel)
    aantal = Counter(lijst.naamloos) + Counter({thuis: len(stoelen) for thuis, stoelen in op_lijst.items()})
    return {
        nummer: Thuis(
            {stoel.nummer for stoel in huishouden.stoelen(tx, huishouden.lees(tx, handeling, huis))},
            op_lijst[nummer],
            aantal[nummer],
            getypt[nummer],
        )
        for nummer, huis in {regel.huishouden: regel.huis for regel in regels}.items()
    }


def _vraag(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    deur: Deur,
    genomen: list[str] | None = None,
    fouten: list[list[str]] | None = None,
) -> Boodschap:
    """Ask for the next codes, after what is said of those that came."""
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(SOORT, "codes", {"bijeenkomst": deur.publiek_id}))
    data = {**tekenlijst.stand(tx, handeling, wie, deur), "genomen": genomen or [], "fouten": fouten or []}
    return Boodschap("tekenlijst.codes", data)
