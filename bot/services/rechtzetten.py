"""Who looks at what is not right: the bewonersaanspreekpunt, and without one the organisatoren. They agree, or answer.

A correction appends to the log with its reason. After the closing of the process, and for a whole meeting at once, a
second person confirms it. Nobody judges what they recorded themselves, or what is about them.
"""

from typing import Any, cast

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.huisnummers import schrijf
from bot.rules.pacing import Baan
from bot.services import bewijs, mijnbijdrage, voorstel
from bot.services.bewijs import Bewijssoort, Feit
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import AANSPREEKPUNT, ORGANISATOR, Handeling, eis_rol, wie_handelt
from bot.services.lezers import blijft_open, tekst_tot
from bot.storage import (
    accounts,
    adresverzoeken,
    afsluitingen,
    bijdragen,
    correcties,
    gesprekken,
    outbox,
    peilingen,
    rollen,
    veranderingen,
)
from bot.storage.accounts import Wie
from bot.storage.bijdragen import Bijdrage
from bot.storage.correcties import Correctieverzoek
from bot.storage.gesprekken import Gesprek

ROLLEN = (AANSPREEKPUNT, ORGANISATOR)
SOORT = "correctie_antwoord"
"""The kind of open conversation in which someone types an answer to a resident."""
METHODE = "correctie"
_TYP = "correctie.typ_antwoord"
IN_LIJST = 20


def vraag_aan(tx: Connection, handeling: Handeling, een: Bijdrage, wat: str, tekst: str | None, bron: str) -> None:
    """Ask who looks at it: the aanspreekpunt, or else the organisatoren.

    Args:
        bron: `bewoner` or `steekproef`.
    """
    publiek_id = handeling.id(f"correctie/{een.bewijs}")
    velden = {"bewijs": een.bewijs, "bewoner": een.bewoner, "wat": wat, "tekst": tekst, "bron": bron}
    velden["vanaf"] = wie_handelt(tx, handeling).account if bron == "bewoner" else None
    correcties.voeg_toe(tx, handeling.wijk, publiek_id=publiek_id, gevraagd_op=handeling.now, **velden)
    _meld(tx, handeling, publiek_id, "nieuw")


def vraag_na_steekproef(tx: Connection, handeling: Handeling, een: Bijdrage) -> None:
    """Ask it because of the sample check, unless it is being looked at."""
    if correcties.over(tx, een.bewijs) is None:
        vraag_aan(tx, handeling, een, "steekproef", None, "steekproef")


def opnieuw(tx: Connection, handeling: Handeling, gevonden: Correctieverzoek) -> None:
    """Ask it again for someone who stays with it, when it is not theirs alone: a second person must confirm it."""
    correcties.heropen(tx, gevonden.id, wie_handelt(tx, handeling).account)
    _meld(tx, handeling, gevonden.publiek_id, "weer")


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show what nobody looked at yet."""
    wie = eis(tx, handeling)
    alle = correcties.open_(tx, handeling.wijk, IN_LIJST)
    regels = [data for een in alle if (data := _als_data(tx, handeling.wijk, een)) is not None]
    adressen = adresverzoeken.tel_open(tx, handeling.wijk) if ORGANISATOR in wie.rollen else None
    return Boodschap("correctie.lijst", {"verzoeken": regels, "adressenlijst": adressen})


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one to who may look at it."""
    _, _, data = _open(tx, handeling, publiek_id)
    return Boodschap("correctie.een", data)


def accepteer(tx: Connection, handeling: Handeling, publiek_id: str, getikt: int | None = None) -> Boodschap:
    """Agree: it is corrected, and the resident hears so; after the closing a second person is asked.

    Args:
        getikt: the message that was tapped; the answer takes its place.
    """
    wie, gevonden, data = _open(tx, handeling, publiek_id)
    if afsluitingen.is_afgesloten(tx, handeling.wijk):
        return _stel_voor(tx, handeling, wie, gevonden)
    _voer_uit(tx, handeling, wie, gevonden, getikt)
    return Boodschap("correctie.klaar", {**data, "hoe": "rechtgezet"})


def antwoord(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Wait for a typed answer.

    Raises:
        Geweigerd: something else is being filled in, or it came from the sample check: nobody waits for an answer.
    """
    wie, gevonden, _ = _open(tx, handeling, publiek_id)
    if gevonden.bron == "steekproef":
        correcties.eindig(tx, gevonden.id, "vervallen", wie.account, handeling.now)
        return lijst(tx, handeling)
    wacht_op(tx, wie, Gesprek(SOORT, "antwoord", {"verzoek": publiek_id}))
    return Boodschap(_TYP, {"id": publiek_id})


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Answer a resident, who may stay with it."""
    wie = eis(tx, handeling)
    open_ = eis_open(tx, wie, SOORT)
    with blijft_open(_TYP, {"id": open_.data["verzoek"]}):
        schoon = tekst_tot(400)(tekst, handeling)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    wie, gevonden, data = _open(tx, handeling, open_.data["verzoek"])
    correcties.beantwoord(tx, gevonden.id, schoon, wie.account, handeling.now)
    een = bijdrage(tx, handeling.wijk, gevonden)
    assert een is not None  # noqa: S101 (its data was made of it)
    boodschap = {**mijnbijdrage.als_data(tx, handeling.wijk, een), "verzoek": gevonden.publiek_id, "antwoord": schoon}
    _schrijf(tx, handeling, gevonden, "antwoord", Boodschap("correctie.antwoord", boodschap))
    _haal_weg(tx, handeling, gevonden)
    return Boodschap("correctie.klaar", {**data, "hoe": "beantwoord"}, wijze="nieuw")


def stop(tx: Connection, handeling: Handeling) -> Boodschap:
    """Type no answer after all."""
    wie = eis(tx, handeling)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    return lijst(tx, handeling)


def zet_recht(tx: Connection, handeling: Handeling, een: Bijdrage, wat: str, door: Wie | None) -> None:
    """Let what was recorded of someone not hold any more, with the reason in the private record.

    Args:
        door: who of the staff decided it; None: the resident.
    """
    feit = Feit(cast(Bewijssoort, een.soort), een.onderwerp, METHODE, door, f"dit klopt niet: {wat}")
    bewijs.trek_in(tx, handeling, een.bewoner, feit)
    peiling = peilingen.zoek(tx, handeling.wijk, publiek_id=een.onderwerp)
    if peiling is not None:
        correcties.trek_stem_in(tx, een.bewoner, peiling.id)


def vergeet(tx: Connection, handeling: Handeling, bewoner: int) -> None:
    """End what runs of who is erased; it leaves the chats of who may have read of it."""
    for loopt in correcties.van_bewoner(tx, bewoner):
        _haal_weg(tx, handeling, loopt)
        correcties.eindig(tx, loopt.id, "vervallen", None, handeling.now)


def bijdrage(tx: Connection, wijk: int, gevonden: Correctieverzoek) -> Bijdrage | None:
    """Return what a request is about; None when it holds no more."""
    return bijdragen.zoek(tx, wijk, gevonden.bewijs)


@voorstel.voert_uit("correctie")
def _namens(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wie = accounts.van_id(tx, handeling.wijk, gemaakt_door)
    gevonden = correcties.zoek(tx, handeling.wijk, data["verzoek"])
    if gevonden is None or gevonden.staat not in correcties.LOPEND:
        raise Geweigerd("correctie.voorbij")
    if not mag(wie):
        raise Geweigerd("voorstel.maker_weg")
    if gevonden.bewoner is not None and gevonden.bewoner == wie_handelt(tx, handeling).bewoner:
        raise Geweigerd("correctie.eigen")
    _voer_uit(tx, handeling, wie, gevonden)


def _stel_voor(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Correctieverzoek) -> Boodschap:
    return voorstel.stel_voor(tx, handeling, wie, "correctie", {"verzoek": gevonden.publiek_id})


def _voer_uit(
    tx: Connection, handeling: Handeling, wie: Wie, gevonden: Correctieverzoek, getikt: int | None = None
) -> None:
    een = bijdrage(tx, handeling.wijk, gevonden)
    if een is not None:
        zet_recht(tx, handeling, een, gevonden.wat, wie)
        data = mijnbijdrage.als_data(tx, handeling.wijk, een)
        _schrijf(tx, handeling, gevonden, "rechtgezet", Boodschap("correctie.is_rechtgezet", data))
    _haal_weg(tx, handeling, gevonden, None if getikt is None else (wie.account, getikt))
    correcties.eindig(tx, gevonden.id, "rechtgezet", wie.account, handeling.now)


def _schrijf(tx: Connection, handeling: Handeling, gevonden: Correctieverzoek, wat: str, bericht: Boodschap) -> None:
    naar = accounts.waar_gevraagd(tx, gevonden.bewoner or 0, gevonden.vanaf)
    sleutel = f"correctie:{gevonden.id}:{wat}:{handeling.id('correctie')}"
    outbox.schrijf(tx, handeling.wijk, sleutel, naar, bericht, baan=Baan.HERINNERING)


def _meld(tx: Connection, handeling: Handeling, publiek_id: str, wat: str) -> None:
    gevonden = correcties.zoek(tx, handeling.wijk, publiek_id)
    data = _als_data(tx, handeling.wijk, gevonden) if gevonden else None
    if gevonden is not None and data is not None:
        sleutel, team = f"correctie:{gevonden.id}:{wat}", set(_team(tx, handeling.wijk))
        team -= {*accounts.alle_van_bewoner(tx, gevonden.bewoner or 0), *outbox.geschreven(tx, sleutel, team)}
        outbox.schrijf(tx, handeling.wijk, sleutel, team, Boodschap("correctie.een", data), baan=Baan.HERINNERING)


def _haal_weg(
    tx: Connection, handeling: Handeling, gevonden: Correctieverzoek, behalve: tuple[int, int] | None = None
) -> None:
    """Let the question leave the chats of who may have read it: it has an address in it.

    Args:
        behalve: see `bot.storage.veranderingen.verander`.
    """
    sleutels = [f"correctie:{gevonden.id}:{wat}" for wat in ("nieuw", "weer")]
    team, voorbij = _team(tx, handeling.wijk), Boodschap("correctie.voorbij")
    for sleutel in sleutels:
        veranderingen.trek_in(tx, sleutel, team)
    wat = f"correctie:{gevonden.id}:weg:{handeling.id('correctie')}"
    veranderingen.verander(tx, sleutels, wat, team, voorbij, baan=Baan.HERINNERING, behalve=behalve)


def mag(wie: Wie) -> bool:
    """Say whether someone may correct what was recorded: the aanspreekpunt of one werkgroep reads no addresses."""
    return ORGANISATOR in wie.rollen or (AANSPREEKPUNT in wie.rollen and "" in wie.aanspreekt)


def eis(tx: Connection, handeling: Handeling) -> Wie:
    """Return who may look at it; see `mag`.

    Raises:
        Geweigerd: without such a role, or with one for a werkgroep only.
    """
    wie = eis_rol(tx, handeling, *ROLLEN)
    if not mag(wie):
        raise Geweigerd("buiten_bereik")
    return wie


def _team(tx: Connection, wijk: int) -> list[int]:
    return rollen.accounts_met(tx, wijk, [AANSPREEKPUNT], "") or rollen.accounts_met(tx, wijk, [ORGANISATOR])


def _open(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Correctieverzoek, dict[str, Any]]:
    wie = eis(tx, handeling)
    gevonden = correcties.zoek(tx, handeling.wijk, publiek_id)
    data = _als_data(tx, handeling.wijk, gevonden) if gevonden is not None and gevonden.staat == "open" else None
    if gevonden is None or data is None:
        raise Geweigerd("correctie.voorbij")
    een = bijdrage(tx, handeling.wijk, gevonden)
    door = een.vastlegger if een else None
    if gevonden.bewoner == wie.bewoner or (door is not None and rollen.is_een_persoon(tx, wie.account, door)):
        raise Geweigerd("correctie.eigen")
    return wie, gevonden, data


def _als_data(tx: Connection, wijk: int, gevonden: Correctieverzoek) -> dict[str, Any] | None:
    """Return a request as a message carries it; None when what it is about holds no more."""
    een = bijdrage(tx, wijk, gevonden)
    if een is None:
        return None
    nummer = "" if gevonden.huisnummer is None else schrijf(gevonden.huisnummer, gevonden.toevoeging or "")
    eigen = {"verzoek": gevonden.publiek_id, "wat": gevonden.wat, "tekst": gevonden.tekst, "bron": gevonden.bron}
    return {**mijnbijdrage.als_data(tx, wijk, een), **eigen, "adres": f"{gevonden.straat} {nummer}"}
