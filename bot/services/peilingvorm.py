"""The questions of the poll methods in the form, what was fixed of a poll, and its order for one voter."""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.peilingen import METHODEN, OPTIE_LENGTE, Methode, Opzet
from bot.rules.peilingen import Veld as Methodeveld
from bot.rules.peilingvorm import eigen_antwoorden
from bot.services import lezers
from bot.services.formulier import Keuze, Veld
from bot.services.handeling import Handeling
from bot.services.lezers import Lezer
from bot.storage import peilingen
from bot.storage.peilingen import Optie, Peiling
from bot.storage.stemmers import Kiezer


def velden(methoden: Mapping[str, Methode]) -> tuple[Veld, ...]:
    """Return the questions of all methods; each is asked when its method was chosen."""
    return tuple(_veld(naam, v) for naam, m in methoden.items() for v in m.velden if _gevraagd(v))


def niet_verplicht(methoden: Mapping[str, Methode]) -> tuple[Veld, ...]:
    """Return the questions of all methods that nobody has to answer."""
    return tuple(_veld(naam, v) for naam, methode in methoden.items() for v in methode.velden if v.extra)


def _gevraagd(veld: Methodeveld) -> bool:
    return not veld.extra and veld.soort != "groepen"


def ander_in_ronde(methode: str) -> set[str]:
    """Return the names in the form of what is asked anew in a next round."""
    return {f"{methode}.{veld.naam}" for veld in METHODEN[methode].velden if veld.ronde}


def opzet_van(peiling: Peiling, opties: list[Optie]) -> Opzet:
    """Return what was fixed when a poll opened."""
    later = sum(optie.later for optie in opties)
    return Opzet(tuple(optie.tekst for optie in opties), peiling.instellingen, later)


def lees_opzet(tx: Connection, peiling: Peiling) -> Opzet:
    """Do as `opzet_van`, of a poll of which the options are not at hand."""
    return opzet_van(peiling, peilingen.opties(tx, peiling.id))


def volgorde(peiling: Peiling, opzet: Opzet, als: Kiezer | None) -> list[int]:
    """Return the options in the order in which a voter sees them: always the same; their own where it is asked."""
    return volgorde_op(peiling, opzet, f"{als.soort}{als.id}" if als is not None else None)


def volgorde_op(peiling: Peiling, opzet: Opzet, wie: str | None) -> list[int]:
    """Return the options in the order that belongs to a name, such as the id of a ballot on paper."""
    nummers = list(range(len(opzet.opties)))
    if not opzet.geschud or wie is None:
        return nummers
    return sorted(nummers, key=lambda n: hashlib.sha256(f"{peiling.publiek_id}:{wie}:{n}".encode()).digest())


def getypt(
    methode: Methode, opzet: Opzet, inhoud: str | None, tekst_tot: int, tekst: str, handeling: Handeling
) -> str | None:
    """Return a ballot with what was typed on it, None when its screen waits for no text.

    Args:
        tekst_tot: how long it may be, as the screen says it; 0 when it waits for none.

    Raises:
        Geweigerd: too long, by how much.
    """
    if not tekst_tot:
        return None
    return methode.schrijf(opzet, inhoud, lezers.alinea_tot(tekst_tot)(tekst, handeling))


def _veld(methode: str, veld: Methodeveld) -> Veld:
    def haal(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
        getallen = veld.getallen(eigen_antwoorden(methode, data)) if veld.getallen else ()
        return [(str(getal), str(getal)) for getal in getallen]

    def als(data: dict[str, Any]) -> bool:
        nu = data.get("methode") == methode and (veld.ronde != "alleen" or "vervolg" in data)
        return nu and (veld.als is None or veld.als(eigen_antwoorden(methode, data)))

    return Veld(
        f"{methode}.{veld.naam}",
        _lezer(veld),
        keuzes=veld.keuzes,
        haal=haal if veld.getallen else None,
        teksten="methode",
        als=als,
        mag_over=veld.mag_over,
    )


def _lezer(veld: Methodeveld) -> Lezer | None:
    if veld.soort == "keuze":
        return None
    if veld.soort == "getal":
        return lezers.getal(veld.minimum, veld.maximum)
    if veld.soort == "tekst":
        return lezers.tekst_tot(veld.maximum)
    regel = lezers.moment if veld.soort == "momenten" else _lees_optie

    def lees(tekst: str, handeling: Handeling) -> list[str]:
        regels = [schoon for een in tekst.splitlines() if (schoon := " ".join(een.split()))]
        if not veld.minimum <= len(regels) <= veld.maximum:
            raise Geweigerd("peiling.opties_aantal", minimum=veld.minimum, maximum=veld.maximum)
        gelezen: list[str] = [regel(een, handeling) for een in regels]
        if len({een.casefold() for een in gelezen}) < len(gelezen):
            raise Geweigerd("peiling.opties_dubbel")
        return gelezen

    return lees


def _lees_optie(tekst: str, handeling: Handeling) -> str:
    if len(tekst) > OPTIE_LENGTE:
        raise Geweigerd("peiling.optie_te_lang", maximum=OPTIE_LENGTE)
    return tekst
