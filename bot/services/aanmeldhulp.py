"""Signing up for a meeting at the door, with guests, of who has no phone. It is never attendance.

A place kept for people without a phone is used first. Nobody is put on a waiting list here: they could not be told.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.huisnummers import loopsleutel, schrijf
from bot.rules.wachtlijst import past
from bot.services import aanmelding, huishouden
from bot.services.bijeenkomst import als_data
from bot.services.bladzij import blader_in
from bot.services.deurgesprek import eis
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol
from bot.services.nietmee import stoelen_zonder
from bot.storage import aanmeldingen, bijeenkomsten, brengtaken
from bot.storage.aanmeldingen import Aanmelding
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.huishoudens import Huishouden

_MEEST = 8
PER_BLADZIJ = 10


def kies(tx: Connection, handeling: Handeling, huis_id: str) -> Boodschap:
    """Offer the meetings that are coming for a household."""
    _, huis = eis(tx, handeling, huis_id)
    te_kiezen = [als_data(een) for een in komend(tx, handeling, huis)]
    data = {"huis": huis.publiek_id, "adres": huishouden.adres(huis), "bijeenkomsten": te_kiezen}
    return Boodschap("aanmeldhulp", data)


def komend(tx: Connection, handeling: Handeling, huis: Huishouden) -> list[Bijeenkomst]:
    """Return the meetings that are coming for a household."""
    voor = bijeenkomsten.voor([WIJK, Doelgroep("straat", huis.straat)])
    alle = bijeenkomsten.vanaf(tx, handeling.wijk, handeling.now, 2 * _MEEST, voor)
    return [een for een in alle if not een.afgelast_op and handeling.now < een.begin][:_MEEST]


def toon(tx: Connection, handeling: Handeling, bij_id: str, huis_id: str) -> Boodschap:
    """Show who of a household comes to a meeting, of who has no phone here."""
    _, huis = eis(tx, handeling, huis_id)
    return _toon(tx, _eis_open(tx, handeling, bij_id, huis), huis)


def zet(tx: Connection, handeling: Handeling, bij_id: str, huis_id: str, stoel: int, gasten: int | None) -> Boodschap:
    """Keep that someone comes, and with how many guests; None: that they do not. The same twice is once.

    Raises:
        Geweigerd: the seat is not of someone without a phone who takes part, there is no room, or it has begun.
    """
    _, huis = eis(tx, handeling, huis_id)
    gevonden = _eis_open(tx, handeling, bij_id, huis)
    if stoel not in {een.nummer for een in _zonder_telefoon(tx, huis)}:
        raise Geweigerd("huishouden.onbekend")
    if gasten is not None and not 0 <= gasten <= gevonden.gasten_max:
        raise Geweigerd("bijeenkomst.gasten_te_veel")
    bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, stoel)
    was = aanmeldingen.van(tx, gevonden.id, bewoner) or Aanmelding(bewoner, "nee")
    had = was.personen if was.plek == "in" else 0
    if gasten is None:
        nieuw = replace(was, antwoord="nee", plek=None, gasten=0, aangeboden_tot=None)
    else:
        nieuw = replace(was, antwoord="ja", plek="in", gasten=gasten, aangeboden_tot=None)
        if nieuw.personen > had and not past(aanmeldingen.vrij_aan_de_deur(tx, gevonden), nieuw.personen - had):
            raise Geweigerd("aanmeldhulp.vol")
    aanmeldingen.bewaar(tx, handeling.wijk, gevonden.id, nieuw)
    if was.plek in {"in", "aangeboden"} and (nieuw.plek is None or nieuw.gasten < was.gasten):
        aanmelding.schuif_door(tx, handeling.wijk, gevonden, handeling.now, handeling.zone)
    return _toon(tx, gevonden, huis)


def lijst(tx: Connection, handeling: Handeling, bij_id: str, bladzij: int = 0) -> Boodschap:
    """Show staff the addresses of who was signed up at the door, in the order in which one walks past them."""
    avond, regels = _lijst(tx, handeling, bij_id)
    op_pagina, rond = blader_in(regels, bladzij, PER_BLADZIJ)
    return Boodschap("aanmeldhulp.lijst", {"bij": als_data(avond), "regels": op_pagina, "alle": len(regels), **rond})


def bestand(tx: Connection, handeling: Handeling, bij_id: str) -> Boodschap:
    """Give staff the same list as a file."""
    avond, regels = _lijst(tx, handeling, bij_id)
    return Boodschap("aanmeldhulp.bestand", {"bij": als_data(avond), "regels": regels}, wijze="nieuw")


def _lijst(tx: Connection, handeling: Handeling, bij_id: str) -> tuple[Bijeenkomst, list[dict[str, Any]]]:
    eis_rol(tx, handeling, BEGELEIDER, ORGANISATOR)
    avond = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=bij_id)
    if avond is None:
        raise Geweigerd("bijeenkomst.onbekend")
    wacht = {taak.huishouden for taak in brengtaken.te_brengen(tx, handeling.wijk, handeling.now, over=bij_id)}
    alle = aanmeldingen.aan_de_deur(tx, avond.id)
    alle.sort(key=lambda een: (een.straat.casefold(), loopsleutel(een.huisnummer, een.toevoeging), een.huishouden))
    regels = [
        {
            "huis": een.huis,
            "adres": f"{een.straat} {schrijf(een.huisnummer, een.toevoeging)}",
            "personen": een.personen,
            "gasten": een.gasten,
            "vertellen": een.huishouden in wacht,
        }
        for een in alle
    ]
    return avond, regels


def _toon(tx: Connection, gevonden: Bijeenkomst, huis: Huishouden) -> Boodschap:
    mensen: list[dict[str, Any]] = []
    for stoel in _zonder_telefoon(tx, huis):
        al = None if stoel.bewoner is None else aanmeldingen.van(tx, gevonden.id, stoel.bewoner)
        mensen.append({"stoel": stoel.nummer, "gasten": al.gasten if al and al.plek == "in" else None})
    data = {"huis": huis.publiek_id, "adres": huishouden.adres(huis), "bij": als_data(gevonden), "mensen": mensen}
    return Boodschap("aanmeldhulp.wie", data)


def _zonder_telefoon(tx: Connection, huis: Huishouden) -> list[huishouden.Stoel]:
    alle = huishouden.stoelen(tx, huis)
    niet_mee = stoelen_zonder(tx, alle)
    open_ = [stoel for stoel in alle if not stoel.met_account and stoel.nummer not in niet_mee]
    return open_[:_MEEST]


def _eis_open(tx: Connection, handeling: Handeling, bij_id: str, huis: Huishouden) -> Bijeenkomst:
    gevonden = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=bij_id)
    if gevonden is None or gevonden.voor not in (WIJK, Doelgroep("straat", huis.straat)):
        raise Geweigerd("bijeenkomst.onbekend")
    if gevonden.afgelast_op:
        raise Geweigerd("bijeenkomst.afgelast")
    if handeling.now >= gevonden.begin:
        raise Geweigerd("bijeenkomst.begonnen")
    return gevonden
