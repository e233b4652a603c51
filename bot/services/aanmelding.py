"""Saying whether you come, with whom, and the waiting list of a meeting that is full. It is never attendance."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.rules.wachtlijst import aan_de_beurt, antwoord_tot, op_tijd, past
from bot.services.bezorging import Geval
from bot.services.bijeenkomst import ANTWOORDEN, als_data, eis_zichtbaar, toon_aan
from bot.services.handeling import Handeling, eis_bewoner
from bot.storage import aanmeldingen, bijeenkomsten, outbox, wekkers
from bot.storage.aanmeldingen import Aanmelding
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst

BLOK = 500
"""So many places are given out in one transaction."""


def meld_aan(tx: Connection, handeling: Handeling, publiek_id: str, antwoord: str) -> Boodschap:
    """Say ja, misschien or nee. It may change until the meeting begins.

    A yes takes a place, or a number on the waiting list when there is none; and it accepts a place that is held.
    """
    wie, gevonden = _eis_open(tx, handeling, publiek_id)
    bewoner = wie.bewoner or 0
    if antwoord not in ANTWOORDEN:
        raise Geweigerd("bijeenkomst.onbekend")
    was = aanmeldingen.van(tx, gevonden.id, bewoner) or Aanmelding(bewoner, "nee")
    nieuw = _neem_plek(tx, gevonden, was) if antwoord == "ja" else replace(was, antwoord=antwoord, plek=None, gasten=0)
    aanmeldingen.bewaar(tx, handeling.wijk, gevonden.id, replace(nieuw, aangeboden_tot=None))
    if was.plek in {"in", "aangeboden"} and nieuw.plek is None:
        schuif_door(tx, handeling.wijk, gevonden, handeling.now, handeling.zone)
    uitkomst = "wacht" if nieuw.plek == "wacht" else antwoord
    return toon_aan(tx, handeling, wie, gevonden, melding=f"bijeenkomst.gemeld_{uitkomst}")


def zet_gasten(tx: Connection, handeling: Handeling, publiek_id: str, aantal: str) -> Boodschap:
    """Say how many guests come along. More need places of their own; fewer make room for who waits."""
    wie, gevonden = _eis_open(tx, handeling, publiek_id)
    was = aanmeldingen.van(tx, gevonden.id, wie.bewoner or 0)
    if was is None or was.plek is None or was.plek == "verlopen":
        raise Geweigerd("bijeenkomst.eerst_ja")
    if aantal not in {str(n) for n in range(gevonden.gasten_max + 1)} or not past(gevonden.capaciteit, 1 + int(aantal)):
        raise Geweigerd("bijeenkomst.gasten_te_veel")
    nieuw = replace(was, gasten=int(aantal))
    vrij = aanmeldingen.vrij(tx, gevonden)
    if was.plek == "wacht":
        nieuw = replace(nieuw, plek="in" if past(vrij, nieuw.personen) else "wacht")
    elif not past(vrij, nieuw.gasten - was.gasten):
        raise Geweigerd("bijeenkomst.geen_plek_gasten")
    aanmeldingen.bewaar(tx, handeling.wijk, gevonden.id, nieuw)
    if was.plek != "wacht" and nieuw.gasten < was.gasten:
        schuif_door(tx, handeling.wijk, gevonden, handeling.now, handeling.zone)
    return toon_aan(tx, handeling, wie, gevonden)


def schuif_door(tx: Connection, wijk: int, gevonden: Bijeenkomst, now: datetime, zone: ZoneInfo) -> None:
    """Give the places that are free to who waits longest and fits; each is told once, and has time to answer."""
    if now >= gevonden.begin or gevonden.afgelast_op:
        return
    wachtend = aanmeldingen.wachtend(tx, gevonden.id, BLOK)
    tot = None if gevonden.capaciteit is None else antwoord_tot(now, gevonden.begin, zone)
    soort = "bijeenkomst.plek_gekregen" if tot is None else "bijeenkomst.plek_vrij"
    gekozen = aan_de_beurt(aanmeldingen.vrij(tx, gevonden), wachtend)
    plek: aanmeldingen.Plek = "in" if tot is None else "aangeboden"
    for partij in gekozen:
        gekregen = Aanmelding(partij.bewoner, "ja", partij.personen - 1, plek, partij.volgnummer, tot)
        aanmeldingen.bewaar(tx, wijk, gevonden.id, gekregen)
        _vertel(tx, wijk, gevonden, gekregen, soort)
    if gekozen and tot is not None:
        wekkers.zorg_voor(tx, wijk, "aanbod_verloopt", gevonden.id, tot)
    if len(gekozen) == BLOK:
        wekkers.zorg_voor(tx, wijk, "aanbod_verloopt", gevonden.id, now)


def herzie_aanbod(tx: Connection, wijk: int, gevonden: Bijeenkomst) -> None:
    """Let in for whom a place is held, when the meeting changed so that there is nothing left to wait for.

    There is no limit any more, or it begins before their time to answer is over: asking the next would be too late.
    """
    for houdt in aanmeldingen.aangeboden(tx, gevonden.id):
        tot = houdt.aangeboden_tot
        if gevonden.capaciteit is None or tot is None or not op_tijd(tot, gevonden.begin):
            binnen = replace(houdt, plek="in", aangeboden_tot=None)
            aanmeldingen.bewaar(tx, wijk, gevonden.id, binnen)
            _vertel(tx, wijk, gevonden, binnen, "bijeenkomst.plek_gekregen")


def verloop(tx: Connection, geval: Geval) -> None:
    """Let go of places that were not answered in time: those who let them pass are told, the next are asked."""
    wijk, now = geval.wijk, geval.now
    gevonden = bijeenkomsten.zoek(tx, wijk, id=geval.wekker.onderwerp)
    if gevonden is None or now >= gevonden.begin or gevonden.afgelast_op:
        return
    for te_laat in aanmeldingen.verlopen(tx, gevonden.id, now):
        voorbij = replace(te_laat, antwoord="misschien", plek="verlopen", gasten=0, aangeboden_tot=None)
        aanmeldingen.bewaar(tx, wijk, gevonden.id, voorbij)
        _vertel(tx, wijk, gevonden, te_laat, "bijeenkomst.plek_verlopen")
    schuif_door(tx, wijk, gevonden, now, geval.zone)


def _eis_open(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Bijeenkomst]:
    wie = eis_bewoner(tx, handeling)
    gevonden = eis_zichtbaar(tx, handeling, wie, publiek_id)
    if gevonden.afgelast_op:
        raise Geweigerd("bijeenkomst.afgelast")
    if handeling.now >= gevonden.begin:
        raise Geweigerd("bijeenkomst.begonnen")
    return wie, gevonden


def _neem_plek(tx: Connection, gevonden: Bijeenkomst, was: Aanmelding) -> Aanmelding:
    if was.plek in {"in", "aangeboden"}:
        return replace(was, antwoord="ja", plek="in")
    if past(aanmeldingen.vrij(tx, gevonden), was.personen):  # also for who waited, and could not be told
        return replace(was, antwoord="ja", plek="in")
    if was.plek == "wacht":  # tapping again neither loses their turn nor speeds it up
        return was
    return replace(was, antwoord="ja", plek="wacht", volgnummer=aanmeldingen.volgend_nummer(tx, gevonden.id))


def _vertel(tx: Connection, wijk: int, gevonden: Bijeenkomst, wie: Aanmelding, soort: str) -> None:
    tot = wie.aangeboden_tot.isoformat() if wie.aangeboden_tot else None
    data = {**als_data(gevonden), "bewoner": True, "gasten": wie.gasten, "tot": tot}
    naar = aanmeldingen.accounts_van(tx, wie.bewoner)
    sleutel = f"{soort}:{gevonden.id}:{wie.volgnummer}"
    outbox.schrijf(tx, wijk, sleutel, naar, Boodschap(soort, data), baan=Baan.DRINGEND)
