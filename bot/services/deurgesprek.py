"""Conversations at the door or at the kitchen table, recorded on the way to the next address.

Only who was present, spoke and was told what is kept becomes evidence, once a day: the button that records says so. Of
a door that stayed shut only the address, the outcome and the day are kept, so that nobody rings twice. The one line
that can be typed is a house number. There is no room for a note: it would be about someone, who may not have been told.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.services import bewijs, huishouden
from bot.services.bewijs import Feit
from bot.services.gesprek import eis_open
from bot.services.handeling import (
    BEGELEIDER,
    ORGANISATOR,
    STRAATCONTACT,
    Handeling,
    eis_bereik,
    eis_rol,
    mag_voor,
)
from bot.services.huishouden import Straten
from bot.services.nietmee import stoelen_zonder
from bot.storage import aanwezigheid, bezoeken, gesprekken, huishoudens, nietmee, rondes
from bot.storage.accounts import Wie
from bot.storage.bezoeken import Bezoek
from bot.storage.gesprekken import Gesprek
from bot.storage.huishoudens import Huishouden

ROLLEN = (STRAATCONTACT, BEGELEIDER, ORGANISATOR)
SOORT = "deurgesprek"
"""The kind of open conversation in which someone types a house number."""
METHODEN = ("deurgesprek", "keukentafel")
UITKOMSTEN = ("geweigerd", "niet_thuis", "later")
"""What comes of a visit in which nobody spoke."""
_KLAAR = ("gesproken", "geweigerd")
"""After these nobody rings there again."""


def begin(tx: Connection, handeling: Handeling, bij: str = "") -> Boodschap:
    """Offer the streets in which someone may have conversations; with one street at once its numbers.

    Args:
        bij: publiek_id of a household in a street on the screen that is wanted; empty for the first screen.

    Raises:
        Geweigerd: no such role, or no street on the address list to go with it.
    """
    wie, straten = eis_straten(tx, handeling)
    if len(straten) == 1:
        return straat(tx, handeling, straten[0][1], vooraan=True)
    _onthoud(tx, wie)
    return Boodschap("deurgesprek", huishouden.straatkeuze(straten, bij))


def straat(tx: Connection, handeling: Handeling, bij: str, *, vooraan: bool = False) -> Boodschap:
    """Show the numbers of the street in which a household stands, each with what came of the last visit.

    Args:
        vooraan: from the first number on; else the screen on which the household is.
    """
    wie, huis = eis(tx, handeling, bij)
    _onthoud(tx, wie, huis)
    laatste, niemand = bezoeken.laatste(tx, handeling.wijk, huis.straat), _niet_aanbellen(tx, handeling, huis)

    def uitkomst(een: Huishouden) -> tuple[str | None]:
        bezoek = laatste.get(een.id)
        return ("niet_mee" if een.id in niemand else bezoek and bezoek.uitkomst,)

    scherm = huishouden.nummerkeuze(tx, handeling, huis, uitkomst, vooraan=vooraan)
    return Boodschap("deurgesprek.straat", {"meer": len(straten_van(tx, handeling, wie)) > 1, **scherm})


def adres(
    tx: Connection, handeling: Handeling, huis_id: str, gekozen: frozenset[int] = frozenset(), bij: int = 1
) -> Boodschap:
    """Show the people of a household: who spoke?

    Args:
        gekozen: seats that are chosen on the screen; no evidence of them yet.
        bij: of a big household the people around this seat.
    """
    wie, huis = eis(tx, handeling, huis_id)
    return _adres(tx, handeling, wie, huis, gekozen, bij)


def tik(tx: Connection, handeling: Handeling, huis_id: str, gekozen: frozenset[int], stoel: int) -> Boodschap:
    """Choose a person who spoke, or not any more.

    Args:
        gekozen: seats that are chosen after the tap, as the screen had it. A tap just before it, which that screen did
            not show yet, stands in the conversation and holds too.
    """
    wie, huis = eis(tx, handeling, huis_id)
    open_ = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    if open_ is not None and open_.soort == SOORT and open_.data["huis"] == huis_id and "gekozen" in open_.data:
        was = frozenset(open_.data["gekozen"])
        gekozen = was | {stoel} if stoel in gekozen else was - {stoel}
    return _adres(tx, handeling, wie, huis, gekozen, stoel)


def leg_vast(tx: Connection, handeling: Handeling, huis_id: str, gekozen: frozenset[int], methode: str) -> Boodschap:
    """Record who was present, spoke and was told what is kept. The same on the same day is once.

    Raises:
        Geweigerd: one's own address, or a seat that is not there.
    """
    wie, huis = eis(tx, handeling, huis_id)
    if huis.id == wie.huishouden:
        raise Geweigerd("deurgesprek.eigen_adres")
    if not gekozen or methode not in METHODEN:
        return _adres(tx, handeling, wie, huis, gekozen)
    vast = gekozen - huishouden.stoelen_zonder_ja(tx, huis)
    if not vast:
        raise Geweigerd("bewijs.niets_vast")
    nieuw_id = handeling.id(f"bezoek/{huis.publiek_id}")
    onderwerp = bezoeken.zet(tx, handeling.wijk, huis.id, dag_van(handeling), "gesproken", nieuw_id)
    feit = Feit("gesprek", onderwerp, methode, wie)
    for stoel in sorted(vast):
        bewijs.leg_vast(tx, handeling, huishouden.zorg_voor_bewoner(tx, handeling, huis, stoel), feit)
    return _klaar(tx, handeling, wie, huis, "gesproken", len(vast))


def niet_gesproken(tx: Connection, handeling: Handeling, huis_id: str, uitkomst: str) -> Boodschap:
    """Keep that nobody spoke: refused, not home or later. It is no evidence; who spoke today stays spoken to."""
    wie, huis = eis(tx, handeling, huis_id)
    if not noteer(tx, handeling, huis, uitkomst):
        return _adres(tx, handeling, wie, huis)
    return _klaar(tx, handeling, wie, huis, uitkomst)


def noteer(tx: Connection, handeling: Handeling, huis: Huishouden, uitkomst: str) -> bool:
    """Keep that nobody spoke at a household today, and say whether it is so: not where someone did speak."""
    vandaag = bezoeken.zoek(tx, huis.id, dag_van(handeling))
    if uitkomst not in UITKOMSTEN or (vandaag is not None and vandaag.uitkomst == "gesproken"):
        return False
    bezoeken.zet(tx, handeling.wijk, huis.id, dag_van(handeling), uitkomst, handeling.id(f"bezoek/{huis.publiek_id}"))
    return True


def herstel(tx: Connection, handeling: Handeling, huis_id: str) -> Boodschap:
    """Take back what one recorded here today. What another recorded stays."""
    wie, huis = eis(tx, handeling, huis_id)
    bezoek = bezoeken.zoek(tx, huis.id, dag_van(handeling))
    if bezoek is not None:
        for bekende in _gesproken(tx, handeling, bezoek):
            if bekende.vastlegger == wie.account:
                feit = Feit("gesprek", bezoek.publiek_id, bekende.methode, wie)
                bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, bekende.stoel)
                bewijs.trek_in(tx, handeling, bewoner, feit)
        if not _gesproken(tx, handeling, bezoek):
            bezoeken.verwijder(tx, bezoek.publiek_id)
    return _adres(tx, handeling, wie, huis, melding="deurgesprek.hersteld")


def typ(tx: Connection, handeling: Handeling, getypt: str) -> Boodschap:
    """Go to the address that was typed: a number of the open street, or a street with a number."""
    wie, huis = eis(tx, handeling, lees_getypt(tx, handeling, SOORT, getypt).publiek_id)
    return _adres(tx, handeling, wie, huis)


def lees_getypt(tx: Connection, handeling: Handeling, soort: str, getypt: str) -> Huishouden:
    """Return the household that was typed in a conversation of a kind that knows which street is open."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    gesprek = eis_open(tx, wie, soort)
    open_ = huishoudens.zoek(tx, handeling.wijk, gesprek.data["huis"] or "")
    straten = huishoudens.straten(tx, handeling.wijk)
    return huishouden.lees_getypt(tx, handeling, getypt, straten, open_.straat if open_ else None)


def stop(tx: Connection, handeling: Handeling) -> Boodschap:
    """Stop for today: what is typed from here on is no house number."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    return Boodschap("deurgesprek.gestopt")


def _adres(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    huis: Huishouden,
    gekozen: frozenset[int] = frozenset(),
    bij: int = 1,
    melding: str | None = None,
) -> Boodschap:
    _onthoud(tx, wie, huis, gekozen)
    laatste = bezoeken.laatste(tx, handeling.wijk, huis.straat).get(huis.id)
    vandaag = laatste if laatste is not None and laatste.dag == dag_van(handeling) else None
    gesproken = _gesproken(tx, handeling, vandaag) if vandaag else []
    al = {bekende.stoel for bekende in gesproken}
    alle = huishouden.stoelen(tx, huis)
    stoelen, naast = huishouden.op_scherm(alle, bij)
    niet_mee = stoelen_zonder(tx, alle)
    tot = rondes.geen_bezoek(tx, handeling.wijk, huis.straat).get(huis.id)
    data = {
        "huis": huis.publiek_id,
        "adres": huishouden.adres(huis),
        "eigen": huis.id == wie.huishouden,
        "mensen": [_persoon(s, al, niet_mee) for s in stoelen],
        **naast,
        "gekozen": sorted(gekozen & {s.nummer for s in alle} - al - niet_mee),
        "laatst": laatste and [laatste.uitkomst, laatste.dag.isoformat()],
        "herstel": any(b.vastlegger == wie.account for b in gesproken) or bool(vandaag and not gesproken),
        "liever_niet": tot.isoformat() if tot is not None and dag_van(handeling) <= tot else None,
        "volgend": _volgend(tx, handeling, huis),
    }
    return Boodschap("deurgesprek.adres", data, melding=melding)


def _klaar(
    tx: Connection, handeling: Handeling, wie: Wie, huis: Huishouden, uitkomst: str, aantal: int = 0
) -> Boodschap:
    _onthoud(tx, wie, huis)
    data = {"huis": huis.publiek_id, "adres": huishouden.adres(huis), "uitkomst": uitkomst, "aantal": aantal}
    op_ronde = rondes.van(tx, wie.account)
    verder = op_ronde is not None and op_ronde.huishouden == huis.id
    return Boodschap("deurgesprek.klaar", {**data, "ronde": verder, "volgend": _volgend(tx, handeling, huis)})


def _volgend(tx: Connection, handeling: Handeling, huis: Huishouden) -> list[str] | None:
    """Return the next address in walking order at which someone may ring; at the end of the street its first one."""
    huizen = huishoudens.in_straat(tx, handeling.wijk, huis.straat)
    plaats = next(n for n, h in enumerate(huizen) if h.id == huis.id)
    laatste = bezoeken.laatste(tx, handeling.wijk, huis.straat)
    rondom: Sequence[Huishouden] = [*huizen[plaats + 1 :], *huizen[:plaats]]
    niemand = _niet_aanbellen(tx, handeling, huis)
    te_gaan = (
        h for h in rondom if h.id not in niemand and (h.id not in laatste or laatste[h.id].uitkomst not in _KLAAR)
    )
    eerste = next(te_gaan, None)
    return None if eerste is None else [huishouden.naam(eerste), eerste.publiek_id]


def _niet_aanbellen(tx: Connection, handeling: Handeling, huis: Huishouden) -> set[int]:
    """Return the households of a street at which nobody rings: no one takes part, or one rather has no visit."""
    liever_niet = rondes.geen_bezoek(tx, handeling.wijk, huis.straat)
    nog = {wie for wie, tot in liever_niet.items() if dag_van(handeling) <= tot}
    return nietmee.adressen(tx, handeling.wijk, huis.straat) | nog


def _persoon(stoel: huishouden.Stoel, al: set[int], niet_mee: set[int]) -> dict[str, Any]:
    wie = {"stoel": stoel.nummer, "account": stoel.met_account}
    return wie | {"al": stoel.nummer in al, "niet_mee": stoel.nummer in niet_mee}


def _gesproken(tx: Connection, handeling: Handeling, bezoek: Bezoek) -> list[aanwezigheid.Bekende]:
    return aanwezigheid.bekenden(tx, handeling.wijk, "gesprek", bezoek.publiek_id)


def eis_straten(tx: Connection, handeling: Handeling) -> tuple[Wie, Straten]:
    """Return who acts and the streets in which they may have conversations.

    Raises:
        Geweigerd: no such role, or no street on the address list to go with it.
    """
    wie = eis_rol(tx, handeling, *ROLLEN)
    straten = straten_van(tx, handeling, wie)
    if not straten:
        raise Geweigerd("deurgesprek.geen_straat")
    return wie, straten


def straten_van(tx: Connection, handeling: Handeling, wie: Wie) -> Straten:
    """Return the streets in which someone may have conversations."""
    alle = huishoudens.straten(tx, handeling.wijk)
    return [(naam, eerste) for naam, eerste in alle if mag_voor(wie, Doelgroep("straat", naam))]


def dag_van(handeling: Handeling) -> date:
    """Return the day on which someone acts, where they are."""
    return handeling.now.astimezone(handeling.zone).date()


def _onthoud(tx: Connection, wie: Wie, huis: Huishouden | None = None, gekozen: frozenset[int] = frozenset()) -> None:
    stap = {"huis": huis and huis.publiek_id, "gekozen": sorted(gekozen)}
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(SOORT, "adres", stap))


def eis(tx: Connection, handeling: Handeling, huis_id: str) -> tuple[Wie, Huishouden]:
    """Return who acts and the household, when they may have conversations in its street."""
    eis_rol(tx, handeling, *ROLLEN)
    huis = huishouden.lees(tx, handeling, huis_id)
    return eis_bereik(tx, handeling, Doelgroep("straat", huis.straat)), huis
