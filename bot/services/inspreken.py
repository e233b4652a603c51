"""Speaking at a mijlpaal: who wants to asks to be reminded to register with the griffie in time.

no wish ──"Herinner mij"──▶ a row ──two working days ahead, and the last morning──▶ a reminder
                             └─ "Niet meer herinneren" ▶ no row
"""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading
from bot.services.handeling import Handeling, eis_bewoner
from bot.services.mijlpaal import als_data
from bot.services.mijlpaalwijziging import bestaand, toon
from bot.storage import inspreekwensen, mijlpalen

STANDEN = ("aan", "uit")


def herinner_mij(tx: Connection, handeling: Handeling, publiek_id: str, stand: str) -> Boodschap:
    """Write down that a resident wants to be reminded to register (`aan`), or not any more (`uit`)."""
    wie = eis_bewoner(tx, handeling)
    een = bestaand(tx, handeling, publiek_id)
    if stand not in STANDEN:
        raise Geweigerd("mijlpaal.weg")
    if stand == "uit":
        inspreekwensen.haal_weg(tx, een.id, wie.account)
        return toon(tx, handeling, publiek_id, melding="inspreken.uit")
    if een.aanmelden_tot is None or een.aanmelden_tot <= handeling.now:
        raise Geweigerd("inspreken.te_laat")
    inspreekwensen.zet(tx, handeling.wijk, een.id, wie.account)
    return toon(tx, handeling, publiek_id, melding="inspreken.aan")


def herinnering(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who asked for it that it is time to register."""
    een = mijlpalen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if een is None or een.ingetrokken_op or een.aanmelden_tot is None:
        return NIETS
    if geval.now >= een.aanmelden_tot:
        return TE_LAAT
    naar = inspreekwensen.wie(tx, geval.wijk, een.id, geval.wekker.na_account, hoeveel)
    return Lading(naar, Boodschap("inspreken.herinnering", als_data(een)), Baan.HERINNERING, niet_na=een.aanmelden_tot)
