"""The agenda: the meetings that are coming, for whom they are, in pages, and a part of them when one asks for it."""

from sqlalchemy import ColumnElement, Connection, or_

from berichten import Boodschap
from bot.rules.deurcode import DEUR_DICHT
from bot.rules.doelgroep import WIJK, Doelgroep
from bot.services.bijeenkomst import MAKERS, als_data
from bot.services.bladzij import blader
from bot.services.handeling import STAF, Handeling, is_binnen, wie_handelt
from bot.storage import bijeenkomsten, doelgroepen
from bot.storage.accounts import Wie

FILTERS = ("alles", "ik_kom", "groepen", "vragen")
PER_BLADZIJ = 8


def toon(tx: Connection, handeling: Handeling, keuze: str = "alles", bladzij: int = 0) -> Boodschap:
    """Show a page of what is coming; a meeting stays until its door closes.

    Args:
        keuze: one of `FILTERS`; anything else is all.
    """
    wie = wie_handelt(tx, handeling)
    keuze = keuze if keuze in FILTERS else "alles"
    waar = [*_zichtbaar(tx, wie), *_gekozen(tx, wie, keuze)]
    sinds = handeling.now - DEUR_DICHT
    gevonden, rond = blader(
        lambda hoeveel, na: bijeenkomsten.vanaf(tx, handeling.wijk, sinds, hoeveel, *waar, sla_over=na),
        bladzij,
        PER_BLADZIJ,
    )
    data = {
        "bijeenkomsten": [als_data(b) for b in gevonden],
        "keuze": keuze,
        "filters": list(FILTERS) if wie.bewoner is not None else ["alles", "vragen"],
        "binnen": is_binnen(wie),
        "papier": bool(wie.rollen & set(MAKERS)),
        **rond,
    }
    return Boodschap("bijeenkomst.agenda", data)


def _zichtbaar(tx: Connection, wie: Wie) -> list[ColumnElement[bool]]:
    """Return what holds for the meetings that someone sees: staff all, others what is for them."""
    if wie.rollen & set(STAF):
        return []
    van_hen = [WIJK, *(Doelgroep("werkgroep", w) for w in wie.trekt), *(Doelgroep("straat", s) for s in wie.straten)]
    if wie.bewoner is None:
        return [bijeenkomsten.voor(van_hen)]
    van_hen += doelgroepen.van_bewoner(tx, wie.bewoner)
    return [or_(bijeenkomsten.voor(van_hen), bijeenkomsten.komt(wie.bewoner))]


def _gekozen(tx: Connection, wie: Wie, keuze: str) -> list[ColumnElement[bool]]:
    if keuze == "vragen":
        return [bijeenkomsten.met_vragen()]
    if keuze == "ik_kom" and wie.bewoner is not None:
        return [bijeenkomsten.komt(wie.bewoner)]
    if keuze == "groepen" and wie.bewoner is not None:
        eigen = doelgroepen.van_bewoner(tx, wie.bewoner)
        return [bijeenkomsten.voor([groep for groep in eigen if groep.soort == "werkgroep"])]
    return []
