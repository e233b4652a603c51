"""Putting what voters wrote in groups, and saying what the next round adds for who named each. For the team."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.peilingen import METHODEN
from bot.services import inbreng, weerwoord
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_rol, mag_voor
from bot.services.lezers import tekst_tot
from bot.services.peilingbeheer import eis_beheer
from bot.storage import groeperingen, peilingen
from bot.storage.accounts import Wie
from bot.storage.groeperingen import Groep
from bot.storage.peilingen import Peiling

_ROLLEN = (TREKKER, BEGELEIDER, ORGANISATOR)
NAAM_LENGTE, TOEVOEGING_LENGTE = 24, 100
HOOGSTENS = 6
"""So many groups has a poll at most: what is added for each stands in one message with the proposal."""


def zet(tx: Connection, handeling: Handeling, kenmerk: str, groep_id: str) -> Boodschap:
    """Put a text in a group and show the next one that is in none; the group that it is in takes it out again.

    Raises:
        Geweigerd: there is no such text or group, or it is not theirs.
    """
    wie, peiling, sleutel = _tekst(tx, handeling, kenmerk)
    groep = _groep(tx, handeling, groep_id)
    if groep.peiling != peiling.id:
        raise Geweigerd("groepering.weg")
    return _plaats(tx, handeling, wie, peiling, sleutel, groep.id, groep.naam)


def open_naam(tx: Connection, handeling: Handeling, kenmerk: str) -> Boodschap:
    """Open the form for a new group, with a text to put in it.

    Raises:
        Geweigerd: there is no such text, it is not theirs, or there are groups enough.
    """
    _, peiling, _ = _tekst(tx, handeling, kenmerk)
    if len(groeperingen.van_peiling(tx, peiling.id)) >= HOOGSTENS:
        raise Geweigerd("groepering.vol", maximum=HOOGSTENS)
    return open_formulier(tx, handeling, NAAM, {"tekst": kenmerk})


def _maak(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    """Make the group, or take the one of that name, and put the text in it."""
    wie, peiling, sleutel = _tekst(tx, handeling, data["tekst"])
    naam = data["naam"]
    er_zijn = groeperingen.van_peiling(tx, peiling.id)
    al = next((groep.id for groep in er_zijn if groep.naam.casefold() == naam.casefold()), None)
    if al is None and len(er_zijn) >= HOOGSTENS:
        raise Geweigerd("groepering.vol", maximum=HOOGSTENS)
    if al is None:
        al = groeperingen.maak(tx, handeling.wijk, peiling.id, handeling.id("groep"), naam)
    return _plaats(tx, handeling, wie, peiling, sleutel, al, naam, uit_mag=False)


def lijst(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show the groups of a poll, with what the next round adds for each.

    Raises:
        Geweigerd: no such poll or it has no groups, or it is not theirs.
    """
    wie = eis_rol(tx, handeling, *_ROLLEN)
    peiling = peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if peiling is None or peiling.ingetrokken or not METHODEN[peiling.methode].GROEPEERT:
        raise Geweigerd("peiling.onbekend")
    if not mag_voor(wie, peiling.voor):
        raise Geweigerd("rol_nodig")
    return _toon(tx, peiling)


def open_toevoeging(tx: Connection, handeling: Handeling, groep_id: str) -> Boodschap:
    """Open the form to say what the next round adds for a group.

    Raises:
        Geweigerd: there is no such group, it is not theirs, or the next round is there: what that adds is fixed.
    """
    wie = eis_rol(tx, handeling, *_ROLLEN)
    _voor_ronde(tx, handeling, wie, groep_id)
    return open_formulier(tx, handeling, TOEVOEGING, {"groep": groep_id})


def _voeg_toe(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    groep, peiling = _voor_ronde(tx, handeling, wie, data["groep"])
    groeperingen.zet_toegevoegd(tx, groep.id, data["toevoeging"])
    return _toon(tx, peiling)


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return of which group it is asked."""
    return {"groep": _groep(tx, handeling, data["groep"]).naam}


def _over(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, str]:
    tekst = weerwoord.zoek(tx, handeling, data["tekst"])[2]
    return {"over": tekst} if tekst else {}


NAAM = Formulier("groepnaam", (Veld("naam", tekst_tot(NAAM_LENGTE), bekijk=_over),), _ROLLEN, _maak, voorbeeld=False)
TOEVOEGING = Formulier(
    "toevoeging",
    (Veld("toevoeging", tekst_tot(TOEVOEGING_LENGTE), mag_over=True, toont="groepering.toevoeging", bekijk=_bekijk),),
    _ROLLEN,
    _voeg_toe,
    voorbeeld=False,
)


def _toon(tx: Connection, peiling: Peiling) -> Boodschap:
    totaal, open_ = inbreng.tel(tx, peiling)
    groepen = [[g.publiek_id, g.naam, g.aantal, g.toegevoegd] for g in groeperingen.van_peiling(tx, peiling.id)]
    data = {"id": peiling.publiek_id, "vraag": peiling.vraag, "methode": peiling.methode, "groepen": groepen}
    vast = groeperingen.heeft_ronde(tx, peiling.id)
    return Boodschap("groepering.lijst", {**data, "inbreng": [totaal, open_], "vast": vast})


def _plaats(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    peiling: Peiling,
    sleutel: bytes,
    groep: int,
    naam: str,
    *,
    uit_mag: bool = True,
) -> Boodschap:
    """Put a text in a group, or out of it, and show what is to be put in one now."""
    alle = inbreng.biljetten(tx, peiling.id, METHODEN[peiling.methode])
    plaats = next(nummer for nummer, (_, biljet) in enumerate(alle) if biljet.sleutel == sleutel)
    eruit = uit_mag and alle[plaats][1].groep == naam
    groeperingen.zet(tx, handeling.wijk, peiling.id, sleutel, None if eruit else groep)
    if eruit:
        return weerwoord.toon_tekst(tx, handeling, wie, peiling, plaats)
    rond = [*range(plaats + 1, len(alle)), *range(plaats)]
    volgende = next((nummer for nummer in rond if alle[nummer][1].groep is None), None)
    if volgende is None:
        return weerwoord.toon_tekst(tx, handeling, wie, peiling, plaats, melding="groepering.alles")
    return weerwoord.toon_tekst(tx, handeling, wie, peiling, volgende, melding="groepering.gezet")


def _tekst(tx: Connection, handeling: Handeling, kenmerk: str) -> tuple[Wie, Peiling, bytes]:
    wie = eis_rol(tx, handeling, *_ROLLEN)
    biljet, peiling, _ = weerwoord.zoek(tx, handeling, kenmerk)
    if biljet is None or peiling is None or peiling.ingetrokken or not METHODEN[peiling.methode].GROEPEERT:
        raise Geweigerd("weerwoord.weg")
    eis_beheer(wie, peiling)
    return wie, peiling, biljet.sleutel


def _groep(tx: Connection, handeling: Handeling, groep_id: str) -> Groep:
    groep = groeperingen.zoek(tx, handeling.wijk, groep_id)
    if groep is None:
        raise Geweigerd("groepering.weg")
    return groep


def _voor_ronde(tx: Connection, handeling: Handeling, wie: Wie, groep_id: str) -> tuple[Groep, Peiling]:
    """Return a group of which the next round is not there yet, and its poll."""
    groep = _groep(tx, handeling, groep_id)
    peiling = peilingen.zoek(tx, handeling.wijk, id=groep.peiling)
    if peiling is None or not mag_voor(wie, peiling.voor):
        raise Geweigerd("rol_nodig")
    if groeperingen.heeft_ronde(tx, peiling.id):
        raise Geweigerd("groepering.vast")
    return groep, peiling
