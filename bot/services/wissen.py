"""Erasing: what is known of a person goes, at their word, and asked twice. Only a nameless mark in the count stays.

A seat that was erased stays taken and counts on by a mark (bot.storage.gewist). Of who has no phone a begeleider asks
it, at that person's request and with a second person. Where there are more wijken, one is erased in all of them,
wherever one asks it.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
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
    wijken,
    wissen,
    wissingen,
    zetels,
)
from bot.storage.accounts import Wie
from bot.storage.huishoudens import Huishouden

ROLLEN = (BEGELEIDER, ORGANISATOR)
"""Who may ask it for someone without a phone."""


def waar(tx: Connection, handeling: Handeling) -> int:
    """Return the wijk under whose lock who acts is erased: that of their resident, whichever they ask it in."""
    wie = accounts.wie(tx, handeling.wijk, handeling.afzender.kanaal, handeling.afzender.extern_id)
    thuis = None if wie is None else wissen.waar(tx, wie.account)
    return handeling.wijk if thuis is None else thuis


def vraag(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say what goes, and ask; a person who is not known here reads that."""
    return _vraag(tx, handeling, "wissen.vraag")


def vraag_weer(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say what stays, and ask once more."""
    return _vraag(tx, handeling, "wissen.zeker")


def wis(tx: Connection, handeling: Handeling) -> Boodschap:
    """Erase who acts. A second tap finds nobody, and says the same.

    Args:
        tx: under the lock of the wijk that `waar` says.
        handeling: the act.

    Raises:
        Geweigerd: a role of theirs stands in the settings, or a wijk would be without a beheerder.
    """
    wie = _wie(tx, handeling)
    if wie is not None:
        hun, thuis = _accounts(tx, wie), waar(tx, handeling)
        _eis_zonder_vaste_rol(tx, handeling.wijk, hun)
        bewoner = wissen.bewoner_van(tx, thuis, wie.account)
        _wis(tx, replace(handeling, wijk=thuis), bewoner, hun, chats_in=handeling.wijk)
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


def _wis(
    tx: Connection, handeling: Handeling, bewoner: int | None, van: list[int], chats_in: int | None = None
) -> None:
    """Erase a resident and their accounts, after all that ends with them. Then their chats follow (`Chatwissers`).

    Args:
        chats_in: the wijk that clears their chats; None for that of the act.
    """
    met_zetel = zetels.wijken_van(tx, van)
    for wijk in sorted({*_rollen(tx, van), *met_zetel} - {handeling.wijk}):
        wijken.sluit_op(tx, wijk)
    for account in van:
        hulp.leg_neer(tx, handeling, account)
    for wijk in {handeling.wijk, *met_zetel}:
        zetel.laat_los(tx, wijk, van, handeling.id(f"gewist/zetel/{wijk}"))
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
        chatwissingen.onthoud(tx, chats_in or handeling.wijk, account, handeling.now)
        handeling.gewist.extend(filter(None, [wissingen.onthoud_account(tx, account)]))
        wissen.vergeet_account(tx, account, handeling.id(f"gewist/account/{account}"))


def _vraag(tx: Connection, handeling: Handeling, soort: str) -> Boodschap:
    wie = _wie(tx, handeling)
    if wie is None:
        inbox.vergeet(tx, handeling.afzender.kanaal, handeling.afzender.extern_id)
        return Boodschap("wissen.niets")
    hun, woont = _accounts(tx, wie), wie.bewoner is not None or wie.elders is not None
    _eis_zonder_vaste_rol(tx, handeling.wijk, hun)
    namen = {een.id: een.naam for een in wijken.alle(tx)}
    thuis, met_rol = [waar(tx, handeling)] if woont else [], _rollen(tx, hun)
    data = {
        "bewoner": woont,
        "rollen": bool(met_rol),
        "nummer": any(vastleggers.staat_met_nummer(tx, wijk, wie.account) for wijk in namen),
        "wijken": [namen[wijk] for wijk in dict.fromkeys([*thuis, *sorted(met_rol)])],
    }
    return Boodschap(soort, data)


def _wie(tx: Connection, handeling: Handeling) -> Wie | None:
    """Return who acts, without making them known when they are not."""
    if not handeling.afzender.prive:
        raise Geweigerd("alleen_prive")
    return accounts.wie(tx, handeling.wijk, handeling.afzender.kanaal, handeling.afzender.extern_id)


def _accounts(tx: Connection, wie: Wie) -> list[int]:
    """Return the accounts that go with somebody: of a resident, also one who moved out, all."""
    thuis = wissen.waar(tx, wie.account)
    bewoner = None if thuis is None else wissen.bewoner_van(tx, thuis, wie.account)
    return [wie.account] if bewoner is None else wissen.accounts_van(tx, bewoner)


def _rollen(tx: Connection, hun: Iterable[int]) -> set[int]:
    """Return the wijken in which some accounts have a role."""
    return {wijk for account in hun for wijk, _ in rollen.alle_van_account(tx, account)}


def _eis_zonder_vaste_rol(tx: Connection, hier: int, hun: list[int]) -> None:
    """Refuse who has a role by the settings, or is the last beheerder; where a wijk has no settings nobody is."""
    stil, namen = {een.id for een in wijken.stille(tx)}, {accounts.kenmerk(tx, account) for account in hun}
    for wijk in sorted(_rollen(tx, hun) - stil):
        alle = rollen.lijst(tx, wijk)
        eigen = [r for r in alle if (r.kanaal, r.extern_id) in namen]
        naam = wijken.naam(tx, wijk)
        if any(r.publiek_id is None for r in eigen):
            elders = Geweigerd("wissen.rol_instelling_elders", wijk=naam)
            raise Geweigerd("wissen.rol_instelling") if wijk == hier else elders
        beheer = [r for r in alle if r.rol == BEHEERDER]
        if any(r in eigen for r in beheer) and all(r in eigen for r in beheer):
            elders = Geweigerd("rol.laatste_beheerder_elders", wijk=naam)
            raise Geweigerd("rol.laatste_beheerder") if wijk == hier else elders


def _zonder_telefoon(tx: Connection, huis: Huishouden) -> list[huishoudens.Persoon]:
    zonder = [p for p in huishoudens.personen(tx, huis.id) if not p.met_account]
    bekend = wissen.met_bewijs(tx, [p.id for p in zonder])
    return [p for p in zonder if p.id in bekend]
