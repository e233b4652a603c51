"""Erasing: what is known of a person goes, at their word, and asked twice. Only a nameless mark in the count stays.

A seat that was erased stays taken and counts on by a mark (bot.storage.gewist). Of who has no phone a begeleider asks
it, at that person's request and with a second person.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import (
    adresverzoek,
    bewijslog,
    huishouden,
    hulp,
    kennismaking,
    rechtzetten,
    toestemming,
    voorstel,
    vraagdraad,
    zetel,
)
from bot.services.handeling import BEGELEIDER, BEHEERDER, ORGANISATOR, Afzender, Handeling, eis_rol
from bot.storage import (
    accounts,
    chatwissingen,
    huishoudens,
    hulpvragen,
    inbox,
    rollen,
    vastleggers,
    wekkers,
    wissen,
    wissingen,
)
from bot.storage.accounts import Wie
from bot.storage.huishoudens import Huishouden

ROLLEN = (BEGELEIDER, ORGANISATOR)
"""Who may ask it for someone without a phone."""


def vraag(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say what goes, and ask; a person who is not known here reads that."""
    return _vraag(tx, handeling, "wissen.vraag")


def vraag_weer(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say what stays, and ask once more."""
    return _vraag(tx, handeling, "wissen.zeker")


def wis(tx: Connection, handeling: Handeling) -> Boodschap:
    """Erase who acts. A second tap finds nobody, and says the same.

    Raises:
        Geweigerd: a role of theirs stands in the settings, or the wijk would be without a beheerder.
    """
    wie = _wie(tx, handeling)
    if wie is not None:
        _eis_zonder_vaste_rol(tx, handeling, wie)
        bewoner = wissen.bewoner_van(tx, handeling.wijk, wie.account)
        _wis(tx, handeling, bewoner, [wie.account] if bewoner is None else wissen.accounts_van(tx, bewoner))
    else:
        inbox.vergeet(tx, handeling.afzender.kanaal, handeling.afzender.extern_id)
    return Boodschap("wissen.klaar", wijze="nieuw")  # what they tapped leaves the chat


def zonder_telefoon(tx: Connection, handeling: Handeling, huis_id: str) -> Boodschap:
    """Show who was recorded at an address and has no phone of their own here."""
    eis_rol(tx, handeling, *ROLLEN)
    huis = huishouden.lees(tx, handeling, huis_id)
    stoelen = [p.stoel for p in _zonder_telefoon(tx, huis)]
    adres = huishouden.adres(huis)
    return Boodschap("wissen.adres", {"huis": huis.publiek_id, "adres": adres, "stoelen": stoelen})


def stel_voor(tx: Connection, handeling: Handeling, huis_id: str, stoel: int) -> Boodschap:
    """Ask a second person to erase someone without a phone, who asked for it; asked already, show that.

    Raises:
        Geweigerd: nobody without a phone was recorded on that seat.
    """
    wie = eis_rol(tx, handeling, *ROLLEN)
    huis = huishouden.lees(tx, handeling, huis_id)
    if stoel not in {p.stoel for p in _zonder_telefoon(tx, huis)}:
        raise Geweigerd("wissen.niemand")
    data = {"huis": huis.publiek_id, "stoel": stoel, "na": huishoudens.na_bewijs(tx, huis.id)}
    return voorstel.stel_voor(tx, handeling, wie, "wissen", data, straat=huis.straat)


@voorstel.voert_uit("wissen")
def _wis_voor(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    if not accounts.van_id(tx, handeling.wijk, gemaakt_door).rollen & set(ROLLEN):
        raise Geweigerd("voorstel.maker_weg")
    huis = huishouden.lees(tx, handeling, data["huis"])
    persoon = next((p for p in _zonder_telefoon(tx, huis) if p.stoel == data["stoel"]), None)
    if persoon is None or huishoudens.na_bewijs(tx, huis.id) != data["na"]:
        raise Geweigerd("wissen.niemand")
    _wis(tx, handeling, persoon.id, [])


class Opnieuw(NamedTuple):
    """How many people were erased once more, and for how many residents a yes was taken back once more."""

    gewist: int = 0
    ingetrokken: int = 0


def opnieuw(tx: Connection, wijk: int, merken: Collection[str], now: datetime, zaad: bytes) -> Opnieuw:
    """Do once more what people asked before, in a database that went back to before that: erase, take back a yes.

    Nothing that they sent is still handled: their answer would make them known again.

    Args:
        wijk: of accounts that belong to no resident.
        merken: all marks of the list (`bot.channels.wislijst`), of which the database knows from now on.
        zaad: 32 fresh random bytes.
    """
    gevonden = wissingen.zoek(tx, merken)
    wie = [(van, bewoner, wissen.accounts_van(tx, bewoner)) for bewoner, van in gevonden.bewoners.items()]
    for van, bewoner, hun in [*wie, *((wijk, None, [account]) for account in gevonden.accounts)]:
        for account in hun:
            inbox.laat_vallen(tx, *accounts.kenmerk(tx, account))
        _wis(tx, Handeling(van, Afzender("", ""), now, zaad), bewoner, hun)
    ingetrokken = toestemming.trek_weer_in(tx, merken, now, zaad)
    wissingen.weet_van(tx, len(merken))
    return Opnieuw(len(wie) + len(gevonden.accounts), ingetrokken)


def _wis(tx: Connection, handeling: Handeling, bewoner: int | None, van: list[int]) -> None:
    """Erase a resident and their accounts, after all that ends with them. Then their chats follow (`Chatwissers`)."""
    for account in van:
        for taak in wissen.genomen_hulpvragen(tx, account):
            hulp.geef_terug(tx, handeling, taak)
    zetel.laat_los(tx, handeling.wijk, van, handeling.id("gewist/zetel"))
    if bewoner is not None:
        for open_ in hulpvragen.van_bewoner(tx, bewoner):
            hulp.beeindig(tx, handeling, open_, "ingetrokken")
        rechtzetten.vergeet(tx, handeling, bewoner)
        adresverzoek.vergeet(tx, handeling, bewoner)
        vraagdraad.vergeet(tx, handeling, bewoner)
        wekkers.vervallen(tx, handeling.wijk, kennismaking.SOORT, bewoner, handeling.now)
        bewijslog.laat_doortellen(tx, handeling.wijk, bewoner)
        handeling.gewist.append(wissingen.onthoud_bewoner(tx, bewoner))
        nieuw = handeling.id(f"gewist/{bewoner}")
        for bijeenkomst in wissen.vergeet_bewoner(tx, handeling.wijk, bewoner, nieuw, handeling.now):
            wekkers.zorg_voor(tx, handeling.wijk, "aanbod_verloopt", bijeenkomst, handeling.now)
    for account in van:
        chatwissingen.onthoud(tx, handeling.wijk, account, handeling.now)
        handeling.gewist.extend(filter(None, [wissingen.onthoud_account(tx, account)]))
        wissen.vergeet_account(tx, account, handeling.id(f"gewist/account/{account}"))


def _vraag(tx: Connection, handeling: Handeling, soort: str) -> Boodschap:
    wie = _wie(tx, handeling)
    if wie is None:
        inbox.vergeet(tx, handeling.afzender.kanaal, handeling.afzender.extern_id)
        return Boodschap("wissen.niets")
    _eis_zonder_vaste_rol(tx, handeling, wie)
    nummer = vastleggers.staat_met_nummer(tx, handeling.wijk, wie.account)
    return Boodschap(soort, {"bewoner": wie.bewoner is not None, "rollen": bool(wie.rollen), "nummer": nummer})


def _wie(tx: Connection, handeling: Handeling) -> Wie | None:
    """Return who acts, without making them known when they are not."""
    if not handeling.afzender.prive:
        raise Geweigerd("alleen_prive")
    return accounts.wie(tx, handeling.wijk, handeling.afzender.kanaal, handeling.afzender.extern_id)


def _eis_zonder_vaste_rol(tx: Connection, handeling: Handeling, wie: Wie) -> None:
    afzender = handeling.afzender
    van_mij = (afzender.kanaal, afzender.extern_id)
    alle = rollen.lijst(tx, handeling.wijk) if wie.rollen else []
    eigen = [r for r in alle if (r.kanaal, r.extern_id) == van_mij]
    if any(r.publiek_id is None for r in eigen):
        raise Geweigerd("wissen.rol_instelling")
    if BEHEERDER in wie.rollen and not any(r.rol == BEHEERDER for r in alle if r not in eigen):
        raise Geweigerd("rol.laatste_beheerder")


def _zonder_telefoon(tx: Connection, huis: Huishouden) -> list[huishoudens.Persoon]:
    zonder = [p for p in huishoudens.personen(tx, huis.id) if not p.met_account]
    bekend = wissen.met_bewijs(tx, [p.id for p in zonder])
    return [p for p in zonder if p.id in bekend]
