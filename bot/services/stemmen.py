"""Taking part in a poll: seeing it, and voting until it closes. What a vote says, its method knows."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.peilingen import METHODEN, KanNiet, Opzet
from bot.rules.peilingvorm import scherm_als_data
from bot.rules.peilscherm import Scherm
from bot.services import bewijs, peilingvorm, stemresultaat
from bot.services.bijeenkomst import MAKERS
from bot.services.handeling import STAF, Handeling, eis_bewoner, eis_binnen, mag_voor
from bot.services.lezers import alinea_tot
from bot.storage import doelgroepen, gesprekken, kennismaking, peilingen, weerwoorden
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.peilingen import Optie, Peiling, Stem

SOORT = "stem"
"""The conversation in which a voter types."""


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one poll: to vote while it is open, its result after."""
    wie = eis_binnen(tx, handeling)
    return toon_peiling(tx, handeling, wie, peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id))


def stem(tx: Connection, handeling: Handeling, publiek_id: str, daad: str) -> Boodschap:
    """Vote with one tap, or change the vote. The first ballot that is complete leaves evidence that one took part.

    Args:
        daad: what the tap does, as the method's screen says it.

    Raises:
        Geweigerd: no such poll, it is closed, or it is for others.
    """
    wie, peiling, opties = _stembaar(tx, handeling, publiek_id)
    methode, opzet, bewoner = METHODEN[peiling.methode], peilingvorm.opzet_van(peiling, opties), _bewoner(wie)
    had = Stem(None, None) if methode.in_een_tik(opzet) else peilingen.stem_van(tx, peiling.id, bewoner)
    try:
        nieuw = methode.stem(opzet, had.nu, daad)
    except KanNiet as nee:
        melding = f"methode.{peiling.methode}.melding.{nee.melding}"
        return toon_peiling(tx, handeling, wie, peiling, melding=melding)
    if nieuw is None:
        return toon_peiling(tx, handeling, wie, peiling)
    return _bewaar(tx, handeling, wie, peiling, opties, had, nieuw)


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Take what a voter typed where their screen waits for it.

    Raises:
        Geweigerd: too long, by how much; it still waits then.
    """
    wie = eis_bewoner(tx, handeling)
    gesprek = gesprekken.open_gesprek(tx, wie.account)
    gevonden = gesprek and peilingen.zoek_met_opties(tx, handeling.wijk, gesprek.stap)
    if not gevonden or not _mag_stemmen(tx, wie, gevonden[0]) or not is_open(gevonden[0], handeling.now):
        gesprekken.sluit_als(tx, wie.account, SOORT)
        return toon_peiling(tx, handeling, wie, gevonden[0] if gevonden else None)
    peiling, opties = gevonden
    methode, opzet = METHODEN[peiling.methode], peilingvorm.opzet_van(peiling, opties)
    had = peilingen.stem_van(tx, peiling.id, _bewoner(wie))
    tekst_tot = _scherm(peiling, opzet, had.nu, wie.bewoner).tekst_tot
    schoon = alinea_tot(tekst_tot)(tekst, handeling) if tekst_tot else tekst
    nieuw = methode.schrijf(opzet, had.nu, schoon) if tekst_tot else None
    if nieuw is None:
        gesprekken.sluit_als(tx, wie.account, SOORT)
        return _als_boodschap(tx, wie, peiling, opties, had)
    return _bewaar(tx, handeling, wie, peiling, opties, had, nieuw)


def _stembaar(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Peiling, list[Optie]]:
    wie = eis_bewoner(tx, handeling)
    gevonden = peilingen.zoek_met_opties(tx, handeling.wijk, publiek_id)
    if gevonden is None:
        raise Geweigerd("peiling.onbekend")
    peiling, opties = gevonden
    if not is_open(peiling, handeling.now):
        raise Geweigerd("peiling.gesloten")
    if not _mag_stemmen(tx, wie, peiling):
        raise Geweigerd("peiling.andere_groep")
    return wie, peiling, opties


def _bewaar(
    tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling, opties: list[Optie], had: Stem, nieuw: str
) -> Boodschap:
    """Keep a changed ballot: it counts when it is complete, and leaves evidence the first time."""
    methode, opzet, bewoner = METHODEN[peiling.methode], peilingvorm.opzet_van(peiling, opties), _bewoner(wie)
    if methode.SCHRIJFT:
        _wacht_op_tekst(tx, wie, peiling, _scherm(peiling, opzet, nieuw, bewoner).tekst_tot)
    if not methode.compleet(opzet, nieuw):
        peilingen.zet_concept(tx, handeling.wijk, peiling.id, bewoner, nieuw)
        return _als_boodschap(tx, wie, peiling, opties, Stem(had.telt, nieuw))
    if methode.BEANTWOORD and nieuw != had.telt:  # what was answered is no longer there
        weerwoorden.vergeet(tx, peiling.id, bewoner)
    if had.concept is not None:
        peilingen.gooi_concept_weg(tx, peiling.id, bewoner)
    if peilingen.stem(tx, handeling.wijk, peiling.id, bewoner, nieuw, handeling.geheim("stembiljet")[:16]):
        soort: bewijs.Bewijssoort = "stem_besluit" if peiling.over_besluit else "stem"
        bewijs.leg_vast(tx, handeling, bewoner, bewijs.Feit(soort, peiling.publiek_id, "knop"))
    return _als_boodschap(tx, wie, peiling, opties, Stem(nieuw, None), melding="peiling.gestemd")


def _wacht_op_tekst(tx: Connection, wie: Wie, peiling: Peiling, tekst_tot: int) -> None:
    """Let what a voter types next come here while their screen waits for it; no other form of theirs is thrown away."""
    open_ = gesprekken.open_gesprek(tx, wie.account)
    if not tekst_tot:
        gesprekken.sluit_als(tx, wie.account, SOORT)
    elif open_ is not None and open_.soort != SOORT:
        raise Geweigerd("peiling.eerst_afmaken")
    else:
        gesprekken.zet(tx, wie.account, Gesprek(SOORT, peiling.publiek_id, {}))


def uitnodiging(tx: Connection, peiling: Peiling) -> Boodschap:
    """Return the message that asks residents to vote: the same for all of them."""
    data = _als_data(tx, peiling, peilingen.opties(tx, peiling.id), Stem(None, None), None)
    if data["geschud"]:  # the order is each one's own: they see it when they open the poll
        data["scherm"] |= {"knoppen": [], "regels": []}
    return Boodschap("peiling.open", {**data, "bewoner": True, "beheer": False, "tussenstand": None})


def toon_peiling(
    tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling | None, melding: str | None = None
) -> Boodschap:
    """Show a poll to someone who was let in: to vote while it is open, its result after.

    Raises:
        Geweigerd: there is no such poll, or it is for others.
    """
    if peiling is None:
        raise Geweigerd("peiling.onbekend")
    eis_ziet(tx, wie, peiling)
    if not is_open(peiling, handeling.now):
        if peiling.gesloten_op is None:  # nobody sees a result while a ballot still has its voter
            peilingen.sluit(tx, peiling.id, handeling.now)
        gezien = stemresultaat.uitslag(tx, peiling, lid=peiling.met_naam and _mag_stemmen(tx, wie, peiling))
        mag = {"opnieuw": _mag_opnieuw(wie, peiling), "plan": bool(wie.rollen & set(MAKERS))}
        return replace(gezien, data=gezien.data | {naam: True for naam, ja in mag.items() if ja}, melding=melding)
    had = peilingen.stem_van(tx, peiling.id, wie.bewoner) if wie.bewoner is not None else Stem(None, None)
    opties = peilingen.opties(tx, peiling.id)
    return _als_boodschap(tx, wie, peiling, opties, had, melding=melding)


def _als_boodschap(
    tx: Connection,
    wie: Wie,
    peiling: Peiling,
    opties: list[Optie],
    had: Stem,
    *,
    melding: str | None = None,
) -> Boodschap:
    ziet_stand = peiling.live and had.telt is not None
    data = {
        **_als_data(tx, peiling, opties, had, wie.bewoner),
        "bewoner": _mag_stemmen(tx, wie, peiling),
        "beheer": mag_voor(wie, peiling.voor),
        "tussenstand": stemresultaat.tussenstand(tx, peiling, opties) if ziet_stand else None,
    }
    if METHODEN[peiling.methode].BEANTWOORD:
        data |= _beantwoord(tx, wie, peiling)
    return Boodschap("peiling.open", data, melding=melding)


def _beantwoord(tx: Connection, wie: Wie, peiling: Peiling) -> dict[str, Any]:
    """Return what the team answered to one's own ballot; for the team how much waits for an answer."""
    eigen = weerwoorden.van_stemmer(tx, peiling.id, wie.bewoner) if wie.bewoner is not None else None
    data: dict[str, Any] = {"weerwoord": list(eigen)} if eigen else {}
    return data | ({"inbreng": stemresultaat.tel_inbreng(tx, peiling)} if mag_voor(wie, peiling.voor) else {})


def eis_ziet(tx: Connection, wie: Wie, peiling: Peiling) -> None:
    """Refuse a poll that is for others."""
    if peiling.voor != WIJK and (ziet := ziet_van(tx, wie)) is not None and peiling.voor not in ziet:
        raise Geweigerd("peiling.andere_groep")


def _mag_stemmen(tx: Connection, wie: Wie, peiling: Peiling) -> bool:
    if wie.bewoner is None or peiling.voor == WIJK:
        return wie.bewoner is not None
    return doelgroepen.hoort_bij(tx, peiling.wijk, wie.bewoner, peiling.voor)


def _mag_opnieuw(wie: Wie, peiling: Peiling) -> bool:
    return METHODEN[peiling.methode].OPNIEUW and not peiling.ingetrokken and mag_voor(wie, peiling.voor)


def _bewoner(wie: Wie) -> int:
    assert wie.bewoner is not None  # noqa: S101 (eis_bewoner saw to it)
    return wie.bewoner


def _scherm(peiling: Peiling, opzet: Opzet, inhoud: str | None, bewoner: int | None) -> Scherm:
    return METHODEN[peiling.methode].scherm(opzet, inhoud, peilingvorm.volgorde(peiling, opzet, bewoner))


def _als_data(tx: Connection, peiling: Peiling, opties: list[Optie], had: Stem, bewoner: int | None) -> dict[str, Any]:
    opzet = peilingvorm.opzet_van(peiling, opties)
    return {
        "id": peiling.publiek_id,
        "vraag": peiling.vraag,
        "methode": peiling.methode,
        **stemresultaat.vorige_ronde(tx, peiling),
        "over_besluit": peiling.over_besluit,
        "minste": peiling.minste_stemmen,
        "met_naam": peiling.met_naam and {"naam": kennismaking.naam(tx, bewoner) if bewoner is not None else None},
        "groep": [peiling.doelgroep, doelgroepen.naam(tx, peiling.wijk, peiling.voor)],
        "live": peiling.live,
        "sluit_op": peiling.sluit_op.isoformat(),
        "scherm": scherm_als_data(_scherm(peiling, opzet, had.nu, bewoner)),
        "geschud": opzet.geschud,
        "concept": None if had.concept is None else "nieuw" if had.telt is None else "wijzigt",
    }


def is_open(peiling: Peiling, now: datetime) -> bool:
    """Say whether one can vote."""
    return peiling.gesloten_op is None and now < peiling.sluit_op


def ziet_van(tx: Connection, wie: Wie) -> list[Doelgroep] | None:
    """Return the audiences of which someone sees the polls: their own, and those they may ask; None for all."""
    if wie.rollen & set(STAF):
        return None
    eigen = doelgroepen.van_bewoner(tx, wie.bewoner) if wie.bewoner is not None else [WIJK]
    straten, groepen = (Doelgroep("straat", s) for s in wie.straten), (Doelgroep("werkgroep", w) for w in wie.trekt)
    return [*eigen, *straten, *groepen]
