"""Taking the offer by chat: what it is, what one commits to, yes, and taking that back until it closes.

What someone said here is no evidence, and housemates do not see it of each other: an address counts once.
"""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import KLEINSTE
from bot.services.aanbod import MAKERS, als_data, open_aanbod
from bot.services.handeling import Handeling, eis_bewoner, eis_binnen
from bot.storage import bewijs, intekeningen
from bot.storage.accounts import Wie
from bot.storage.intekeningen import Aanbod


def toon(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show the offer to a resident, to take it or take that back; to staff also how many addresses did."""
    wie = eis_binnen(tx, handeling)
    een = intekeningen.laatste(tx, handeling.wijk)
    beheer = bool(wie.rollen & set(MAKERS))
    if een is None:
        return Boodschap("intekening.geen", {"beheer": beheer}, melding=melding)
    return _als_boodschap(tx, handeling, wie, een, melding=melding)


def _als_boodschap(tx: Connection, handeling: Handeling, wie: Wie, een: Aanbod, *, melding: str | None) -> Boodschap:
    beheer = bool(wie.rollen & set(MAKERS))
    geteld = intekeningen.tel(tx, een.id).huishoudens if beheer else 0
    data = {
        **als_data(een),
        "open": een.sluit_op > handeling.now,
        "bewoner": wie.bewoner is not None,
        "mee": wie.bewoner is not None and intekeningen.doet_mee(tx, een.id, wie.bewoner),
        "beheer": beheer,
        "aantal": geteld if geteld == 0 or geteld >= KLEINSTE else None,
    }
    return Boodschap("intekening", data, melding=melding)


def teken_in(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Take the offer on behalf of one's household, after reading what that commits to. Twice is once.

    Raises:
        Geweigerd: no resident, or it cannot be taken (any more).
    """
    wie, een = eis_bewoner(tx, handeling), _eis_open(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("intekening.zeker", als_data(een))
    if wie.bewoner is None or wie.huishouden is None:
        raise Geweigerd("nog_niet_binnen")
    if not intekeningen.doet_mee(tx, een.id, wie.bewoner):
        versie = bewijs.log_van(tx, handeling.wijk).spelregels_versie
        intekeningen.teken_in(tx, handeling.wijk, een.id, wie.bewoner, wie.huishouden, versie, handeling.now)
    return _als_boodschap(tx, handeling, wie, een, melding="intekening.genoteerd")


def teken_af(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Take it back, after a question whether one is sure."""
    wie, een = eis_bewoner(tx, handeling), _eis_open(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("intekening.weg", als_data(een))
    if wie.bewoner is not None:
        intekeningen.teken_af(tx, een.id, wie.bewoner)
    return _als_boodschap(tx, handeling, wie, een, melding="intekening.ingetrokken")


def _eis_open(tx: Connection, handeling: Handeling, publiek_id: str) -> Aanbod:
    een = open_aanbod(tx, handeling)
    if een.publiek_id != publiek_id:
        raise Geweigerd("intekening.geen_aanbod")
    return een
