"""Filling in the door list: ticking people, unnamed people of a household, guests, and the heads in the room."""

import re

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import bewijs, deur, deurlijst, huishouden, lijstcorrectie, papierlijst
from bot.services.gesprek import eis_open
from bot.services.handeling import Handeling, eis_rol
from bot.storage import huishoudens
from bot.storage.aanwezigheid import Bekende
from bot.storage.accounts import Wie
from bot.storage.deuren import Deur
from bot.storage.huishoudens import Huishouden

MEEST = 2000
"""Heads that a room can hold: more is a typing error."""


def vink_aan(tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str, stoel: int) -> Boodschap:
    """Tick a person: present. Who was on the list already is so once; on a closed list it is a correction."""
    wie, gevonden = deurlijst.eis_begonnen(tx, handeling, publiek_id)
    huis = huishouden.lees(tx, handeling, huis_id)
    huishouden.eis_stoel(tx, huis, stoel)
    if _op_lijst(tx, handeling, gevonden, huis, stoel):
        return deurlijst.toon_adres(tx, handeling, wie, gevonden, huis, stoel, melding="deurlijst.al_aan")
    if stoel in huishouden.stoelen_zonder_ja(tx, huis):
        raise Geweigerd("bewijs.niets_vast")
    if gevonden.staat(handeling.now) == "gesloten":
        return lijstcorrectie.vraag_vinkje(tx, handeling, wie, gevonden, huis, stoel, aan=True)
    bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, stoel)
    feit = deurlijst.feit_van(gevonden, wie)
    deurlijst.zet_op_lijst(tx, handeling, bewoner, feit, gevonden, huis)
    return deurlijst.toon_adres(tx, handeling, wie, gevonden, huis, stoel, melding="deurlijst.aan")


def vink_uit(tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str, stoel: int) -> Boodschap:
    """Take back one's own tick; on a closed list, as a correction, that of another too.

    Raises:
        Geweigerd: the person checked in by themselves, or another begeleider ticked them.
    """
    wie, gevonden = deurlijst.eis_begonnen(tx, handeling, publiek_id)
    huis = huishouden.lees(tx, handeling, huis_id)
    bekende = _op_lijst(tx, handeling, gevonden, huis, stoel)
    if bekende is not None:
        if bekende.vastlegger is None:
            raise Geweigerd("deurlijst.zelf_ingecheckt")
        if gevonden.staat(handeling.now) == "gesloten":
            return lijstcorrectie.vraag_vinkje(tx, handeling, wie, gevonden, huis, stoel, aan=False)
        if not deurlijst.is_eigen(bekende, wie):
            raise Geweigerd("deurlijst.niet_eigen")
        bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, stoel)
        bewijs.trek_in(tx, handeling, bewoner, deurlijst.feit_van(gevonden, wie))
    return deurlijst.toon_adres(tx, handeling, wie, gevonden, huis, stoel, melding="deurlijst.uit")


def tel_naamloos(
    tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str, van: int, erbij: int
) -> Boodschap:
    """Count one more, or one less, of the people of a household of whom nobody knows who they are.

    Args:
        van: the number that the button's screen showed; when it is another by now, the screen is only shown anew.
        erbij: 1 or -1.
    """
    wie, gevonden = deurlijst.eis_open(tx, handeling, publiek_id)
    huis = huishouden.lees(tx, handeling, huis_id)
    stand = deurlijst.lees_stand(tx, handeling, gevonden)
    nu = stand.naamloos.get(huis.id, 0)
    if van != nu or nu + erbij < 0:
        return deurlijst.toon_adres(tx, handeling, wie, gevonden, huis, melding="deurlijst.veranderd")
    if erbij > 0 and stand.op_adres(huis.id) >= huis.stoelen:
        raise Geweigerd("deurlijst.vol", aantal=huis.stoelen)
    if erbij > 0:
        deurlijst.eis_plaats(tx, stand, huis)
    bewijs.leg_aantal_vast(tx, handeling, deurlijst.feit_van(gevonden, wie), nu + erbij, huis)
    return deurlijst.toon_adres(tx, handeling, wie, gevonden, huis, melding="deurlijst.genoteerd")


def tel_gasten(tx: Connection, handeling: Handeling, publiek_id: str, van: int, erbij: int) -> Boodschap:
    """Count one more, or one less, guest from outside; otherwise as `tel_naamloos`. They never count."""
    wie, gevonden = deurlijst.eis_open(tx, handeling, publiek_id)
    nu = deurlijst.lees_stand(tx, handeling, gevonden).gasten
    if van != nu or nu + erbij < 0:
        return deurlijst.toon_overzicht(tx, handeling, gevonden, melding="deurlijst.veranderd")
    if nu >= MEEST and erbij > 0:
        raise Geweigerd("deurlijst.geen_aantal", maximum=MEEST)
    bewijs.leg_aantal_vast(tx, handeling, deurlijst.feit_van(gevonden, wie, "gasten"), nu + erbij)
    return deurlijst.toon_overzicht(tx, handeling, gevonden, melding="deurlijst.genoteerd")


def vraag_hoofden(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask how many people are in the room."""
    wie, gevonden = deurlijst.eis_begonnen(tx, handeling, publiek_id)
    deurlijst.onthoud(tx, wie, gevonden, "hoofden")
    return Boodschap("deurlijst.hoofden", deurlijst.kort(gevonden))


def typ(tx: Connection, handeling: Handeling, getypt: str) -> Boodschap:
    """Take what was typed at the list: a house number, or the heads in the room when they were asked for."""
    wie = eis_rol(tx, handeling, *deur.ROLLEN)
    gesprek = eis_open(tx, wie, deurlijst.SOORT)
    _, gevonden = deurlijst.eis(tx, handeling, gesprek.data["bijeenkomst"])
    if gesprek.stap == "hoofden":
        return _tel_hoofden(tx, handeling, wie, gevonden, getypt)
    if gesprek.stap in {papierlijst.VRAAG, papierlijst.KLOPT}:
        return papierlijst.lees(tx, handeling, wie, gevonden, getypt)
    open_ = huishoudens.zoek(tx, handeling.wijk, gesprek.data["huis"] or "")
    straten = huishoudens.straten(tx, handeling.wijk)
    waar = open_.straat if open_ else straten[0][0] if len(straten) == 1 else None
    huis = huishouden.lees_getypt(tx, handeling, getypt, straten, waar)
    return deurlijst.toon_adres(tx, handeling, wie, gevonden, huis)


def _op_lijst(tx: Connection, handeling: Handeling, gevonden: Deur, huis: Huishouden, stoel: int) -> Bekende | None:
    return deurlijst.bekende_van(deurlijst.lees_stand(tx, handeling, gevonden), huis, stoel)


def _tel_hoofden(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Deur, getypt: str) -> Boodschap:
    deurlijst.eis_begonnen(tx, handeling, gevonden.publiek_id)
    schoon = getypt.strip()
    if not re.fullmatch("[0-9]{1,4}", schoon) or int(schoon) > MEEST:
        raise Geweigerd("deurlijst.geen_aantal", maximum=MEEST)
    deurlijst.onthoud(tx, wie, gevonden, "adres")
    if gevonden.staat(handeling.now) == "gesloten":
        return lijstcorrectie.vraag_hoofden(tx, handeling, wie, gevonden, int(schoon))
    bewijs.leg_aantal_vast(tx, handeling, deurlijst.feit_van(gevonden, wie), int(schoon))
    return deurlijst.toon_overzicht(tx, handeling, gevonden)
