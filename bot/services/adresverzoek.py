"""What the address list says of a home is not right: a resident says so, an organisator answers with yes or no.

    asked ──▶ open ──"yes"──▶ ja: told so; the gemeente mends its list, which is read in again
               ├──"no", with why──▶ nee
               └──the resident, erasing, moving──▶ ingetrokken

The list is the gemeente's and outranks what people say, for it is the denominator: nothing here changes it.
"""

from datetime import time
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.huisnummers import schrijf
from bot.rules.momenten import naar_utc
from bot.rules.pacing import Baan
from bot.rules.werkdagen import werkdagen_ervoor
from bot.services.bezorging import Geval
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import ORGANISATOR, Handeling, eis_bewoner, eis_rol
from bot.services.lezers import blijft_open, tekst_tot
from bot.services.vraagdraad import termijn
from bot.storage import accounts, adresverzoeken, gesprekken, huishoudens, outbox, rollen, veranderingen, wekkers
from bot.storage.accounts import Wie
from bot.storage.adresverzoeken import Adresverzoek
from bot.storage.gesprekken import Gesprek

WAT = ("adres", "woning", "volwassenen")
SOORT, REDEN = "adresverzoek", "adresverzoek_reden"
"""The kinds of open conversation in which a resident types how it is, and an organisator why not."""
HERINNER = "adresverzoek_herinner"
IN_LIJST = 20
_LEES = tekst_tot(400)
_OCHTEND = time(9)
_TEAM = ("nieuw", "herinner")


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show what the list says, and ask what of it is not right."""
    wie = eis_bewoner(tx, handeling)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    return Boodschap("adresverzoek.wat", _lijst(tx, wie))


def kies(tx: Connection, handeling: Handeling, wat: str) -> Boodschap:
    """Wait for what is typed; about what is asked already, show that.

    Raises:
        Geweigerd: something else is being filled in.
    """
    wie = eis_bewoner(tx, handeling)
    if wat not in WAT:
        return begin(tx, handeling)
    if al := adresverzoeken.zoek(tx, handeling.wijk, bewoner=wie.bewoner, wat=wat):
        return Boodschap("adresverzoek.loopt", _eigen(al))
    wacht_op(tx, wie, Gesprek(SOORT, "tekst", {"wat": wat}))
    return Boodschap("adresverzoek.typ", {"wat": wat})


def typ(tx: Connection, handeling: Handeling, tekst: str, werkdagen: int) -> Boodschap:
    """Take what was typed, and ask the organisatoren.

    Args:
        werkdagen: within how many working days an answer is promised.
    """
    wie = eis_bewoner(tx, handeling)
    wat = eis_open(tx, wie, SOORT).data["wat"]
    with blijft_open("adresverzoek.typ", {"wat": wat}):
        schoon = _LEES(tekst, handeling)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    if al := adresverzoeken.zoek(tx, handeling.wijk, bewoner=wie.bewoner, wat=wat):
        return Boodschap("adresverzoek.loopt", _eigen(al))
    tot = termijn(handeling.now, handeling.zone, werkdagen)
    publiek_id = handeling.id(f"adresverzoek/{wat}")
    velden = {"bewoner": wie.bewoner, "vanaf": wie.account, "wat": wat, "tekst": schoon, "taal": wie.taal or "nl"}
    nieuw = adresverzoeken.voeg_toe(
        tx, handeling.wijk, publiek_id=publiek_id, gevraagd_op=handeling.now, termijn=tot, **velden
    )
    gevraagd = adresverzoeken.zoek(tx, handeling.wijk, id=nieuw)
    assert gevraagd is not None  # noqa: S101 (it was written a line ago)
    _meld(tx, handeling.wijk, gevraagd, "nieuw")
    vooraf = naar_utc(werkdagen_ervoor(tot.astimezone(handeling.zone).date(), 1), _OCHTEND, handeling.zone)
    if vooraf > handeling.now:
        wekkers.zorg_voor(tx, handeling.wijk, HERINNER, nieuw, vooraf)
    return Boodschap("adresverzoek.gevraagd", _eigen(gevraagd))


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Withdraw one's own."""
    wie = eis_bewoner(tx, handeling)
    gevonden = adresverzoeken.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None or gevonden.bewoner != wie.bewoner:
        raise Geweigerd("adresverzoek.voorbij")
    _eindig(tx, handeling, gevonden, "ingetrokken", None)
    return begin(tx, handeling)


def vergeet(tx: Connection, handeling: Handeling, bewoner: int) -> None:
    """End what is open of who is erased or withdrew their yes; it leaves the chats of the organisatoren."""
    for gevonden in adresverzoeken.van_bewoner(tx, bewoner):
        _eindig(tx, handeling, gevonden, "ingetrokken", None)


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show an organisator what waits, what was promised first first."""
    eis_rol(tx, handeling, ORGANISATOR)
    alle = adresverzoeken.open_(tx, handeling.wijk, IN_LIJST)
    regels = [_als_data(een) | {"te_laat": een.termijn < handeling.now} for een in alle]
    return Boodschap("adresverzoek.lijst", {"verzoeken": regels})


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one to an organisator, and wait for no reason any more."""
    wie, gevonden = _eis(tx, handeling, publiek_id)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, REDEN)
    return Boodschap("adresverzoek.een", _als_data(gevonden))


def zeg_ja(tx: Connection, handeling: Handeling, publiek_id: str, getikt: int | None = None) -> Boodschap:
    """Say yes: the resident hears that the list will be put right.

    Args:
        getikt: the message that was tapped; the answer takes its place.
    """
    wie, gevonden = _eis(tx, handeling, publiek_id)
    _antwoord(tx, handeling, gevonden, "ja", None, wie)
    _eindig(tx, handeling, gevonden, "ja", wie, getikt)
    return Boodschap("adresverzoek.klaar", {**_als_data(gevonden), "hoe": "ja"})


def vraag_reden(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Wait for why not.

    Raises:
        Geweigerd: something else is being filled in.
    """
    wie, _ = _eis(tx, handeling, publiek_id)
    wacht_op(tx, wie, Gesprek(REDEN, "reden", {"id": publiek_id}))
    return Boodschap("adresverzoek.reden", {"id": publiek_id})


def zeg_nee(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Say no, with what was typed."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    publiek_id = eis_open(tx, wie, REDEN).data["id"]
    if adresverzoeken.zoek(tx, handeling.wijk, publiek_id=publiek_id) is None:  # a refusal would keep them typing
        gesprekken.sluit(tx, wie.wijk, wie.account)
        return Boodschap("adresverzoek.voorbij", wijze="nieuw")
    with blijft_open("adresverzoek.reden", {"id": publiek_id}):
        schoon = _LEES(tekst, handeling)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    wie, gevonden = _eis(tx, handeling, publiek_id)
    _antwoord(tx, handeling, gevonden, "nee", schoon, wie)
    _eindig(tx, handeling, gevonden, "nee", wie)
    return Boodschap("adresverzoek.klaar", {**_als_data(gevonden), "hoe": "nee"}, wijze="nieuw")


def herinner(tx: Connection, geval: Geval) -> None:
    """Remind the organisatoren that the promise ends on the next working day."""
    gevonden = adresverzoeken.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if gevonden is not None:
        _meld(tx, geval.wijk, gevonden, "herinner")


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Adresverzoek]:
    wie = eis_rol(tx, handeling, ORGANISATOR)
    gevonden = adresverzoeken.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None:
        raise Geweigerd("adresverzoek.voorbij")
    if gevonden.huishouden == wie.huishouden:
        raise Geweigerd("adresverzoek.eigen")
    return wie, gevonden


def _eindig(
    tx: Connection, handeling: Handeling, gevonden: Adresverzoek, staat: str, wie: Wie | None, getikt: int | None = None
) -> None:
    """End one; it has an address in it, so it leaves the chats of who may have read it."""
    adresverzoeken.eindig(tx, gevonden.id, staat, None if wie is None else wie.account, handeling.now)
    wekkers.vervallen(tx, handeling.wijk, HERINNER, gevonden.id, handeling.now)
    team, sleutels = rollen.accounts_met(tx, handeling.wijk, [ORGANISATOR]), [_sleutel(gevonden, w) for w in _TEAM]
    for sleutel in sleutels:
        veranderingen.trek_in(tx, sleutel, team)
    behalve = None if wie is None or getikt is None else (wie.account, getikt)
    voorbij, weg = Boodschap("adresverzoek.voorbij"), _sleutel(gevonden, "weg")
    veranderingen.verander(tx, sleutels, weg, team, voorbij, baan=Baan.HERINNERING, behalve=behalve)


def _meld(tx: Connection, wijk: int, gevonden: Adresverzoek, wat: str) -> None:
    eigen = adresverzoeken.accounts_in(tx, gevonden.huishouden)
    team = [een for een in rollen.accounts_met(tx, wijk, [ORGANISATOR]) if een not in eigen]
    boodschap = Boodschap("adresverzoek.een", {**_als_data(gevonden), "herinner": wat == "herinner"})
    outbox.schrijf(tx, wijk, _sleutel(gevonden, wat), team, boodschap, baan=Baan.HERINNERING)


def _antwoord(
    tx: Connection, handeling: Handeling, gevonden: Adresverzoek, hoe: str, reden: str | None, wie: Wie
) -> None:
    data = {"hoe": hoe, "wat": gevonden.wat, "tekst": gevonden.tekst, "reden": reden, "leest": wie.taal or "nl"}
    naar = accounts.waar_gevraagd(tx, gevonden.bewoner, gevonden.vanaf)
    boodschap = Boodschap("adresverzoek.antwoord", data)
    outbox.schrijf(tx, handeling.wijk, _sleutel(gevonden, "antwoord"), naar, boodschap, baan=Baan.HERINNERING)


def _sleutel(gevonden: Adresverzoek, wat: str) -> str:
    return f"adresverzoek:{gevonden.publiek_id}:{wat}"


def _lijst(tx: Connection, wie: Wie) -> dict[str, Any]:
    thuis = wie.huishouden or 0
    eigendom, woningtype, volwassenen = adresverzoeken.op_de_lijst(tx, thuis)
    woning = [deel for deel in (eigendom, woningtype) if deel is not None]
    return {"adres": huishoudens.adres(tx, thuis), "woning": woning, "volwassenen": volwassenen}


def _eigen(gevonden: Adresverzoek) -> dict[str, Any]:
    return {
        "id": gevonden.publiek_id,
        "wat": gevonden.wat,
        "tekst": gevonden.tekst,
        "termijn": gevonden.termijn.isoformat(),
    }


def _als_data(gevonden: Adresverzoek) -> dict[str, Any]:
    """Return one as an organisator reads it: of which address, and not of whom."""
    return {
        **_eigen(gevonden),
        "adres": f"{gevonden.straat} {schrijf(gevonden.huisnummer, gevonden.toevoeging)}",
        "taal": gevonden.taal,
        "woning": [deel for deel in (gevonden.eigendom, gevonden.woningtype) if deel is not None],
        "volwassenen": gevonden.volwassenen,
        "herinner": False,
    }
