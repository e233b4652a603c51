"""Who helps a resident that asks to be visited or called: whom it reaches, who does it, and when it ends.

The straatcontact of the street hears it, else the begeleiders, else the organisatoren. The resident's side is in
`bot.services.hulpvraag`.
"""

from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.rules.pacing import Baan
from bot.services import huishouden
from bot.services.bezorging import Geval
from bot.services.handeling import BEGELEIDER, ORGANISATOR, STRAATCONTACT, Handeling, eis_rol, mag_voor
from bot.storage import (
    accounts,
    bijeenkomsten,
    huishoudens,
    hulpvragen,
    kennismaking,
    outbox,
    peilingen,
    rollen,
    uitzendingen,
    wekkers,
)
from bot.storage.accounts import Wie
from bot.storage.hulpvragen import Hulpvraag

ROLLEN = (STRAATCONTACT, BEGELEIDER, ORGANISATOR)
"""Who helps, nearest first."""
GEDULD = timedelta(hours=24)
"""Not taken within this time, the team hears it once more."""
BEWAAR = timedelta(days=14)
"""What is not done by then is over, and what is personal leaves."""
WACHT, VERLOOPT = "hulpvraag_wacht", "hulpvraag_verloopt"
IN_LIJST = 20


class Helpers(NamedTuple):
    """The accounts that hear a question, and the role in which they do."""

    accounts: list[int]
    rol: str


def helpers(tx: Connection, wijk: int, wie: Wie, straat: str) -> Helpers:
    """Return who hears a question of someone in a street; never that same person."""
    for rol in ROLLEN:
        met = rollen.accounts_met(tx, wijk, [rol], straat if rol == STRAATCONTACT else None)
        if anderen := [een for een in met if not rollen.is_een_persoon(tx, wie.account, een)]:
            return Helpers(anderen, rol)
    return Helpers([], ORGANISATOR)


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show what waits and what is being done: to a straatcontact for the own street, to staff all of it."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    straten = None if wie.rollen & {BEGELEIDER, ORGANISATOR} else wie.straten
    alle = hulpvragen.lopend(tx, handeling.wijk, straten, IN_LIJST + 1)
    regels = [als_data(tx, handeling.wijk, vraag) for vraag in alle[:IN_LIJST] if vraag.bewoner != wie.bewoner]
    return Boodschap("hulpvraag.lijst", {"vragen": regels, "meer": len(alle) > IN_LIJST})


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one to who may do it."""
    wie, gevonden = _eis(tx, handeling, publiek_id)
    return _een(tx, handeling, wie, gevonden)


def neem(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Take one on. The first gets it; the resident hears who comes or calls, and the others that it is taken."""
    wie, gevonden = _eis(tx, handeling, publiek_id)
    if gevonden.staat != "open":
        return _een(tx, handeling, wie, gevonden)
    genomen = _neem(tx, handeling, wie, gevonden)
    antwoord = {"id": genomen.publiek_id, "wijze": genomen.wijze, "door": wie_doet(tx, handeling.wijk, genomen)}
    aan, boodschap = accounts.van_bewoner(tx, genomen.bewoner or 0), Boodschap("hulpvraag.genomen", antwoord)
    outbox.schrijf(tx, handeling.wijk, sleutel(genomen, "genomen"), aan, boodschap, baan=Baan.HERINNERING)
    return _een(tx, handeling, wie, genomen)


def klaar(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Say that it is done. It records nothing: of a visit who helped can record the conversation next."""
    wie, gevonden = _eis(tx, handeling, publiek_id, ook_voorbij=True)
    if not gevonden.loopt:
        return Boodschap("hulpvraag.klaar", {"huis": None, "wijze": gevonden.wijze, "staat": gevonden.staat})
    if gevonden.staat == "open":  # done without a word before it
        _neem(tx, handeling, wie, gevonden)
    beeindig(tx, handeling, gevonden, "klaar")
    return Boodschap("hulpvraag.klaar", {"huis": gevonden.huis, "wijze": gevonden.wijze, "staat": "klaar"})


def beeindig(tx: Connection, handeling: Handeling, gevonden: Hulpvraag, staat: str) -> None:
    """End one and forget what is personal; of one that was withdrawn those who know of it hear so."""
    gezien = _houd_tegen(tx, handeling.wijk, gevonden)
    for wekker in (WACHT, VERLOOPT):
        wekkers.vervallen(tx, handeling.wijk, wekker, gevonden.id, handeling.now)
    if staat == "ingetrokken":
        naar = gezien if gevonden.genomen_door is None else {gevonden.genomen_door}
        boodschap = Boodschap("hulpvraag.weg", als_data(tx, handeling.wijk, gevonden))
        outbox.schrijf(tx, handeling.wijk, sleutel(gevonden, "weg"), naar, boodschap, baan=Baan.DRINGEND)
    hulpvragen.eindig(tx, gevonden.id, staat)


def herinner(tx: Connection, geval: Geval) -> None:
    """Tell begeleiders and organisatoren of one that nobody took."""
    gevonden = hulpvragen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if gevonden is None or gevonden.staat != "open":
        return
    eigen = set(accounts.van_bewoner(tx, gevonden.bewoner or 0))
    team = set(rollen.accounts_met(tx, geval.wijk, (BEGELEIDER, ORGANISATOR))) - eigen
    boodschap = Boodschap("hulpvraag.wacht", als_data(tx, geval.wijk, gevonden))
    weg = gevonden.gevraagd_op + BEWAAR
    outbox.schrijf(tx, geval.wijk, sleutel(gevonden, "wacht"), team, boodschap, baan=Baan.HERINNERING, niet_na=weg)


def verloop(tx: Connection, geval: Geval) -> None:
    """End one that is too old; who was never answered hears that, and whom they can call."""
    gevonden = hulpvragen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if gevonden is None or not gevonden.loopt:
        return
    _houd_tegen(tx, geval.wijk, gevonden)
    if gevonden.staat == "open":
        aan = accounts.van_bewoner(tx, gevonden.bewoner or 0)
        boodschap = Boodschap("hulpvraag.verlopen")
        outbox.schrijf(tx, geval.wijk, sleutel(gevonden, "verlopen"), aan, boodschap, baan=Baan.HERINNERING)
    hulpvragen.eindig(tx, gevonden.id, "verlopen")


def als_data(tx: Connection, wijk: int, vraag: Hulpvraag) -> dict[str, Any]:
    """Return one as who helps sees it: an address for a visit, a number for a call, and the name that they gave."""
    huis = huishoudens.zoek(tx, wijk, vraag.huis or "") if vraag.wijze == "langs" else None
    return {
        "id": vraag.publiek_id,
        "wijze": vraag.wijze,
        "adres": huishouden.adres(huis) if huis else None,
        "nummer": vraag.nummer,
        "naam": vraag.naam,
        "over": vraag.over,
        "titel": titel(tx, wijk, vraag.over, vraag.onderwerp),
        "gevraagd_op": vraag.gevraagd_op.isoformat(),
        "door": wie_doet(tx, wijk, vraag),
    }


def titel(tx: Connection, wijk: int, over: str, onderwerp: str) -> str | None:
    """Return how what a question is about is called, empty where that has no name; None when it is not there."""
    match over:
        case "peiling":
            peiling = peilingen.zoek(tx, wijk, publiek_id=onderwerp)
            return peiling.vraag if peiling else None
        case "bijeenkomst":
            bijeenkomst = bijeenkomsten.zoek(tx, wijk, publiek_id=onderwerp)
            return bijeenkomst.titel if bijeenkomst else None
        case "uitzending":
            return "" if uitzendingen.zoek(tx, wijk, publiek_id=onderwerp) else None
        case "kennismaking" | "vraag":
            return None if onderwerp else ""
    return None


def straat_van(tx: Connection, wie: Wie) -> str:
    """Return the street where a resident lives."""
    return huishoudens.straat(tx, wie.huishouden) if wie.huishouden is not None else ""


def wie_doet(tx: Connection, wijk: int, vraag: Hulpvraag) -> dict[str, Any] | None:
    """Return who took it: in which role, and by the name that they gave."""
    if vraag.genomen_door is None:
        return None
    helper = accounts.van_id(tx, wijk, vraag.genomen_door)
    rol = next((rol for rol in ROLLEN if rol in helper.rollen and _in_straat(helper, rol, vraag)), BEGELEIDER)
    naam = kennismaking.naam(tx, helper.bewoner) if helper.bewoner is not None else None
    return {"rol": rol, "bereik": "", "naam": naam}


def sleutel(vraag: Hulpvraag, wat: str) -> str:
    """Return the key under which a message about it stands in the outbox."""
    return f"hulpvraag:{vraag.id}:{wat}"


def _neem(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Hulpvraag) -> Hulpvraag:
    """Give one to who helps, and tell who else may have read of it."""
    hulpvragen.neem(tx, gevonden.id, wie.account)
    genomen = hulpvragen.zoek(tx, handeling.wijk, id=gevonden.id)
    assert genomen is not None  # noqa: S101 (it was there a line ago)
    anderen = _houd_tegen(tx, handeling.wijk, genomen) - {wie.account}
    boodschap = Boodschap("hulpvraag.door_ander", _van_ander(tx, handeling.wijk, genomen))
    outbox.schrijf(tx, handeling.wijk, sleutel(genomen, "door_ander"), anderen, boodschap, baan=Baan.HERINNERING)
    return genomen


def _een(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Hulpvraag) -> Boodschap:
    """Show one; of what another does nothing personal."""
    if gevonden.genomen_door not in {None, wie.account}:
        return Boodschap("hulpvraag.door_ander", _van_ander(tx, handeling.wijk, gevonden))
    data = als_data(tx, handeling.wijk, gevonden)
    return Boodschap("hulpvraag.een", {**data, "eigen": gevonden.genomen_door is not None})


def _van_ander(tx: Connection, wijk: int, gevonden: Hulpvraag) -> dict[str, Any]:
    """Return one without what only who does it has to know."""
    return {**als_data(tx, wijk, gevonden), "adres": None, "nummer": None, "naam": None}


def _houd_tegen(tx: Connection, wijk: int, gevonden: Hulpvraag) -> set[int]:
    """Send no more of what waits about one, and return who may have read of it."""
    team = rollen.accounts_met(tx, wijk, ROLLEN)
    return {een for wat in ("nieuw", "wacht") for een in outbox.trek_in(tx, sleutel(gevonden, wat), team)}


def _in_straat(helper: Wie, rol: str, vraag: Hulpvraag) -> bool:
    return rol != STRAATCONTACT or vraag.straat in helper.straten


def _eis(tx: Connection, handeling: Handeling, publiek_id: str, *, ook_voorbij: bool = False) -> tuple[Wie, Hulpvraag]:
    """Return who acts and a question that they may do.

    Raises:
        Geweigerd: no such role, another street, one's own, or it has ended.
    """
    wie = eis_rol(tx, handeling, *ROLLEN)
    gevonden = hulpvragen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None or (not gevonden.loopt and not ook_voorbij):
        raise Geweigerd("hulpvraag.voorbij")
    if gevonden.loopt and gevonden.bewoner == wie.bewoner:
        raise Geweigerd("hulpvraag.eigen")
    if gevonden.loopt and not mag_voor(wie, Doelgroep("straat", gevonden.straat or "")):
        raise Geweigerd("buiten_bereik")
    return wie, gevonden
