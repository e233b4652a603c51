"""Who helps a resident that asks to be visited or called: whom it reaches, who does it, and when it ends.

The straatcontact of the street hears it, else the begeleiders, else the organisatoren. What stood in their chats loses
what is personal as soon as they do not need it. The resident's side is in `bot.services.hulpvraag`.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.rules.pacing import Baan
from bot.services.bezorging import Geval
from bot.services.handeling import BEGELEIDER, ORGANISATOR, STRAATCONTACT, Handeling, eis_rol, mag_voor
from bot.services.hulpbeeld import ROLLEN, als_data, mag_over, titel, van_ander, wie_doet
from bot.storage import accounts, hulpvragen, outbox, rollen, veranderingen, wekkers
from bot.storage.accounts import Wie
from bot.storage.hulpvragen import Hulpvraag

GEDULD = timedelta(hours=24)
"""Not taken within this time, the team hears it once more."""
BEWAAR = timedelta(days=14)
"""What is not done by then is over, and what is personal leaves."""
WACHT, VERLOOPT = "hulpvraag_wacht", "hulpvraag_verloopt"
TEAM = ("nieuw", "wacht")
"""In these messages who helps reads what is personal."""
IN_LIJST = 20
_Bericht = tuple[int, int] | None


class Helpers(NamedTuple):
    """The accounts that hear a question, and the role in which they do."""

    accounts: list[int]
    rol: str


def helpers(tx: Connection, wijk: int, straat: str, niet: Collection[int]) -> Helpers:
    """Return who hears a question of someone in a street; never the people of some accounts: who asks, who cannot."""
    for rol in ROLLEN:
        met = rollen.accounts_met(tx, wijk, [rol], straat if rol == STRAATCONTACT else None)
        if anderen := [een for een in met if not any(rollen.is_een_persoon(tx, deze, een) for deze in niet)]:
            return Helpers(anderen, rol)
    return Helpers([], ORGANISATOR)


def vraag_rond(tx: Connection, handeling: Handeling, vraag: Hulpvraag, niet: Collection[int]) -> bool:
    """Tell who helps what is asked, but for some, and see to it that it is not forgotten; say whether anyone hears."""
    naar = helpers(tx, handeling.wijk, vraag.straat or "", niet).accounts
    weg, nieuw = vraag.gevraagd_op + BEWAAR, Boodschap("hulpvraag.nieuw", als_data(tx, handeling.wijk, vraag))
    outbox.schrijf(tx, handeling.wijk, sleutel(vraag, "nieuw"), naar, nieuw, baan=Baan.HERINNERING, niet_na=weg)
    wekkers.zorg_voor(tx, handeling.wijk, WACHT, vraag.id, handeling.now + GEDULD)
    return bool(naar)


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
    _zeg_wie(tx, handeling, genomen, _vrager(tx, genomen))
    return _een(tx, handeling, wie, genomen)


def geef_terug(tx: Connection, handeling: Handeling, publiek_id: str, getikt: int | None = None) -> Boodschap:
    """Give back what one took and cannot do: the others hear of it again, the resident that another is sought.

    Args:
        getikt: the message that was tapped; the answer takes its place.
    """
    wie, gevonden = _eis(tx, handeling, publiek_id)
    if gevonden.genomen_door not in {None, wie.account}:
        return _een(tx, handeling, wie, gevonden)
    if gevonden.staat == "open":  # the second tap of two
        anderen = bool(helpers(tx, handeling.wijk, gevonden.straat or "", _niet(tx, gevonden, wie.account)).accounts)
    else:
        anderen = _geef_terug(tx, handeling, gevonden, wie.account, _bericht(wie, getikt))
    return Boodschap("hulpvraag.teruggegeven", {"anderen": anderen})


def leg_neer(tx: Connection, handeling: Handeling, account: int) -> None:
    """Give back all that an account took, in whichever wijk, because it will not do it any more."""
    for wijk, vraag in hulpvragen.genomen_door(tx, account):
        _geef_terug(tx, replace(handeling, wijk=wijk), bestaand(tx, wijk, vraag), account, None)


def neem_over(tx: Connection, handeling: Handeling, publiek_id: str, keer: int) -> Boodschap:
    """Take on what another took and cannot do, such as who fell ill: they hear it, and the resident who comes instead.

    Args:
        keer: how often it had been given back when the button was shown; since then somebody else may do it.
    """
    wie, gevonden = _eis(tx, handeling, publiek_id)
    eerst = gevonden.genomen_door
    if (
        eerst in {None, wie.account}
        or (gevonden.teruggegeven != keer)
        or not mag_over(tx, handeling.wijk, wie, gevonden)
    ):
        return _een(tx, handeling, wie, gevonden)
    alle = accounts.alle_van_bewoner(tx, gevonden.bewoner or 0)
    wisten = veranderingen.trek_in(tx, sleutel(gevonden, "genomen"), alle)
    _haal_weg(tx, handeling.wijk, gevonden, "overgenomen", {eerst})
    hulpvragen.geef_terug(tx, gevonden.id)
    genomen = _neem(tx, handeling, wie, bestaand(tx, handeling.wijk, gevonden.id))
    _zeg_wie(tx, handeling, genomen, wisten, anders=True)
    _zeg_wie(tx, handeling, genomen, set(_vrager(tx, genomen)) - wisten)
    boodschap = Boodschap("hulpvraag.overgenomen", van_ander(tx, handeling.wijk, genomen))
    outbox.schrijf(tx, handeling.wijk, sleutel(genomen, "over"), {eerst}, boodschap, baan=Baan.DRINGEND)
    return _een(tx, handeling, wie, genomen)


def klaar(tx: Connection, handeling: Handeling, publiek_id: str, getikt: int | None = None) -> Boodschap:
    """Say that it is done; what another took, only that one may. It records nothing: the conversation can come next.

    Args:
        getikt: the message that was tapped; the answer takes its place.
    """
    wie, gevonden = _eis(tx, handeling, publiek_id, ook_voorbij=True)
    if not gevonden.loopt:
        return Boodschap("hulpvraag.klaar", {"huis": None, "wijze": gevonden.wijze, "staat": gevonden.staat})
    if gevonden.genomen_door not in {None, wie.account}:
        return _een(tx, handeling, wie, gevonden)
    if gevonden.staat == "open":  # done without a word before it
        _neem(tx, handeling, wie, gevonden)
    beeindig(tx, handeling, gevonden, "klaar", _bericht(wie, getikt))
    return Boodschap("hulpvraag.klaar", {"huis": gevonden.huis, "wijze": gevonden.wijze, "staat": "klaar"})


def beeindig(tx: Connection, handeling: Handeling, gevonden: Hulpvraag, staat: str, behalve: _Bericht = None) -> None:
    """End one and forget what is personal; of one that was withdrawn those who know of it hear so.

    Args:
        behalve: see `bot.storage.veranderingen.verander`.
    """
    gezien = _houd_tegen(tx, handeling.wijk, gevonden)
    for wekker in (WACHT, VERLOOPT):
        wekkers.vervallen(tx, handeling.wijk, wekker, gevonden.id, handeling.now)
    if staat == "ingetrokken":
        naar = gezien if gevonden.genomen_door is None else {gevonden.genomen_door}
        boodschap = Boodschap("hulpvraag.weg", {**als_data(tx, handeling.wijk, gevonden), "nummer": None})
        outbox.schrijf(tx, handeling.wijk, sleutel(gevonden, "weg"), naar, boodschap, baan=Baan.DRINGEND)
    _haal_weg(tx, handeling.wijk, gevonden, "voorbij", None, behalve)
    hulpvragen.eindig(tx, gevonden.id, staat)


def herinner(tx: Connection, geval: Geval) -> None:
    """Tell begeleiders and organisatoren of one that nobody took."""
    gevonden = hulpvragen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if gevonden is None or gevonden.staat != "open":
        return
    eigen = set(accounts.alle_van_bewoner(tx, gevonden.bewoner or 0))
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
        aan, boodschap = _vrager(tx, gevonden), Boodschap("hulpvraag.verlopen")
        outbox.schrijf(tx, geval.wijk, sleutel(gevonden, "verlopen"), aan, boodschap, baan=Baan.HERINNERING)
    _haal_weg(tx, geval.wijk, gevonden, "voorbij", None)
    hulpvragen.eindig(tx, gevonden.id, "verlopen")


def bestaand(tx: Connection, wijk: int, vraag: int) -> Hulpvraag:
    """Return one by id, which is known to be there."""
    gevonden = hulpvragen.zoek(tx, wijk, id=vraag)
    assert gevonden is not None  # noqa: S101 (its row stays)
    return gevonden


def sleutel(vraag: Hulpvraag, wat: str) -> str:
    """Return the key under which a message about it stands in the outbox: another each time that it was given back."""
    return _sleutel(vraag, wat, vraag.teruggegeven)


def _geef_terug(tx: Connection, handeling: Handeling, gevonden: Hulpvraag, account: int, behalve: _Bericht) -> bool:
    """Let others do what an account took; say whether anyone hears of it."""
    niet = _niet(tx, gevonden, account)
    # of who was not told yet nobody is taken away
    wacht_op = veranderingen.trek_in(tx, sleutel(gevonden, "genomen"), niet)
    spijt = Boodschap("hulpvraag.terug", {"id": gevonden.publiek_id, "wijze": gevonden.wijze})
    outbox.schrijf(tx, handeling.wijk, sleutel(gevonden, "terug"), wacht_op, spijt, baan=Baan.HERINNERING)
    _haal_weg(tx, handeling.wijk, gevonden, "gaf_terug", {account}, behalve)
    hulpvragen.geef_terug(tx, gevonden.id)
    wekkers.vervallen(tx, handeling.wijk, WACHT, gevonden.id, handeling.now)
    return vraag_rond(tx, handeling, bestaand(tx, handeling.wijk, gevonden.id), niet)


def _niet(tx: Connection, gevonden: Hulpvraag, account: int) -> list[int]:
    return [*accounts.alle_van_bewoner(tx, gevonden.bewoner or 0), account]


def _neem(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Hulpvraag) -> Hulpvraag:
    """Give one to who helps, and tell who else may have read of it."""
    hulpvragen.neem(tx, gevonden.id, wie.account)
    genomen = bestaand(tx, handeling.wijk, gevonden.id)
    anderen = _houd_tegen(tx, handeling.wijk, genomen) - {wie.account}
    boodschap = Boodschap("hulpvraag.door_ander", van_ander(tx, handeling.wijk, genomen))
    oud, wat = [sleutel(genomen, wat) for wat in TEAM], sleutel(genomen, "door_ander")
    gelezen = veranderingen.verander(tx, oud, wat, anderen, boodschap, baan=Baan.HERINNERING)
    outbox.schrijf(tx, handeling.wijk, wat, anderen - gelezen, boodschap, baan=Baan.HERINNERING)
    return genomen


def _vrager(tx: Connection, gevonden: Hulpvraag) -> list[int]:
    return accounts.waar_gevraagd(tx, gevonden.bewoner or 0, gevonden.vanaf)


def _zeg_wie(
    tx: Connection, handeling: Handeling, genomen: Hulpvraag, aan: Collection[int], *, anders: bool = False
) -> None:
    """Tell a resident who comes or calls; `anders`: instead of who they were told."""
    data = {"id": genomen.publiek_id, "wijze": genomen.wijze, "door": wie_doet(tx, handeling.wijk, genomen)}
    boodschap = Boodschap("hulpvraag.genomen", data | {"anders": anders})
    outbox.schrijf(tx, handeling.wijk, sleutel(genomen, "genomen"), aan, boodschap, baan=Baan.HERINNERING)


def _haal_weg(
    tx: Connection, wijk: int, vraag: Hulpvraag, wat: str, naar: set[int] | None, behalve: _Bericht = None
) -> None:
    """Have what some people read of it, or all of them, changed into one that says only that it is over for them."""
    team = rollen.accounts_met(tx, wijk, ROLLEN) if naar is None else naar
    keren = range(vraag.teruggegeven + 1)
    oud = [_sleutel(vraag, soort, keer) for keer in keren for soort in TEAM]
    over = {"wijze": vraag.wijze, "over": vraag.over, "titel": titel(tx, wijk, vraag.over, vraag.onderwerp)}
    voorbij = Boodschap("hulpvraag.voorbij", over)
    veranderingen.verander(tx, oud, sleutel(vraag, wat), team, voorbij, baan=Baan.HERINNERING, behalve=behalve)


def _bericht(wie: Wie, getikt: int | None) -> _Bericht:
    return None if getikt is None else (wie.account, getikt)


def _sleutel(vraag: Hulpvraag, wat: str, keer: int) -> str:
    return f"hulpvraag:{vraag.id}:{wat}" + (f":{keer}" if keer else "")


def _een(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Hulpvraag) -> Boodschap:
    """Show one; of what another does nothing personal."""
    if gevonden.genomen_door not in {None, wie.account}:
        keer = gevonden.teruggegeven if mag_over(tx, handeling.wijk, wie, gevonden) else None
        return Boodschap("hulpvraag.door_ander", {**van_ander(tx, handeling.wijk, gevonden), "over_keer": keer})
    data = als_data(tx, handeling.wijk, gevonden)
    return Boodschap("hulpvraag.een", {**data, "eigen": gevonden.genomen_door is not None})


def _houd_tegen(tx: Connection, wijk: int, gevonden: Hulpvraag) -> set[int]:
    """Send no more of what waits about one, and return who may have read of it."""
    team = rollen.accounts_met(tx, wijk, ROLLEN)
    return {een for wat in TEAM for een in veranderingen.trek_in(tx, sleutel(gevonden, wat), team)}


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
