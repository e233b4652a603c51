"""Seats of the geledingen, of the presidium and the campagneteam: who sits where, and leaving. Filling one: `vacature`.

vacant ◀──left, moved out, erased, yes withdrawn, in the geleding no more, freed by two of the team── bezet
   └──────────────────────────── a vacature ends with someone (`vacature`) ───────────────────────────▶
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.geleding import BURGERS
from bot.rules.pacing import Baan
from bot.rules.zetel import GELEDING, LICHAMEN, MEESTE, ORGANEN, plekken
from bot.services import voorstel
from bot.services.bladzij import blader_in
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_deelnemer, eis_rol
from bot.services.lezers import tekst_tot
from bot.storage import geledingen, outbox, rollen, zetels
from bot.storage.accounts import Wie
from bot.storage.zetels import Zetel

NAAM_LENGTE = 60
PER_BLADZIJ = 8


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show all seats, and a page of those that one can ask for."""
    wie = eis_deelnemer(tx, handeling)
    alle = zetels.lijst(tx, handeling.wijk)
    open_, rond = blader_in([een for een in alle if een.vacature], bladzij, PER_BLADZIJ)
    eigen = zetels.van_accounts(tx, handeling.wijk, zetels.accounts_van(tx, wie.account))
    data = {
        "zetels": [als_data(een) for een in alle],
        "open": [als_data(een) for een in open_],
        "eigen": [als_data(een) for een in eigen],
        "beheer": ORGANISATOR in wie.rollen,
    }
    return Boodschap("zetel.lijst", {**data, **rond}, melding=melding)


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one seat, with what who looks can do with it."""
    wie = eis_deelnemer(tx, handeling)
    een = eis(tx, handeling, publiek_id)
    eigen = een.account in zetels.accounts_van(tx, wie.account)
    return Boodschap(
        "zetel.een", {**als_data(een), "eigen": eigen, "beheer": ORGANISATOR in wie.rollen}, melding=melding
    )


def beheer(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show the organisator a page of all seats, a button each."""
    eis_rol(tx, handeling, ORGANISATOR)
    gezien, rond = blader_in(zetels.lijst(tx, handeling.wijk), bladzij, PER_BLADZIJ)
    return Boodschap("zetel.beheer", {"zetels": [als_data(een) for een in gezien], **rond}, melding=melding)


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form that sets up seats."""
    return open_formulier(tx, handeling, FORMULIER)


def stop(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Leave one's own seat, after a question whether one is sure."""
    wie = eis_deelnemer(tx, handeling)
    een = _eigen(tx, handeling, wie, publiek_id)
    if not zeker:
        return Boodschap("zetel.zeker", als_data(een))
    _maak_vrij(tx, handeling.wijk, [een], handeling.id("zetel vrij"))
    return lijst(tx, handeling, melding="zetel.gestopt")


def begin_naam(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask by which name who sits there wants to be known."""
    wie = eis_deelnemer(tx, handeling)
    return open_formulier(tx, handeling, NAAM, {"zetel": _eigen(tx, handeling, wie, publiek_id).publiek_id})


def zonder_naam(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Take one's name away; the seat stays theirs."""
    wie = eis_deelnemer(tx, handeling)
    zetels.noem(tx, _eigen(tx, handeling, wie, publiek_id).id, None)
    return toon(tx, handeling, publiek_id, melding="zetel.zonder_naam")


def vraag_vrij(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask a second person, once, to free a seat of which nobody hears any more."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    een = eis(tx, handeling, publiek_id)
    if een.account is None:
        return toon(tx, handeling, publiek_id)
    data = {"zetel": een.id, "account": een.account}
    welke = {"soort": "zetel.kop", "data": als_data(een._replace(naam=None))}  # what the team gets outlives an erasing
    return voorstel.stel_voor(tx, handeling, wie, "zetel_vrij", data, voorbeeld=welke)


@voorstel.voert_uit("zetel_vrij")
def _vrij(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    een = zetels.zoek(tx, handeling.wijk, id=data["zetel"])
    if een is None or een.account != data["account"]:
        raise Geweigerd("zetel.onbekend")
    _maak_vrij(tx, handeling.wijk, [een], handeling.id("zetel vrij"))
    weg = Boodschap("zetel.kwijt", als_data(een._replace(naam=None)))
    outbox.schrijf(
        tx, handeling.wijk, f"zetel kwijt:{handeling.id('kwijt')}", [data["account"]], weg, baan=Baan.HERINNERING
    )


def laat_los(tx: Connection, wijk: int, accounts: Collection[int], label: str, van: str | None = None) -> None:
    """Free what these accounts sit on and let them be no candidates, because they may not any more.

    Args:
        label: makes the message to the organisatoren another one than those before it.
        van: only seats of this geleding.
    """
    hun = list(accounts)
    weg = [nummer for nummer, bij in zetels.kandidaat_van(tx, hun) if van in (None, bij)]
    zetels.trek_terug(tx, weg)
    _maak_vrij(tx, wijk, [een for een in zetels.van_accounts(tx, wijk, hun) if van in (None, een.van)], label)


def bezetting(tx: Connection, wijk: int, organen: Collection[str] = LICHAMEN) -> list[list[Any]]:
    """Return of those of these bodies that there are how many of how many seats are taken."""
    alle = zetels.lijst(tx, wijk)
    per = {orgaan: [een.account is not None for een in alle if een.orgaan == orgaan] for orgaan in organen}
    return [[orgaan, sum(zij), len(zij)] for orgaan, zij in per.items() if zij]


def eis(tx: Connection, handeling: Handeling, publiek_id: str) -> Zetel:
    """Return a seat of this wijk.

    Raises:
        Geweigerd: there is none.
    """
    een = zetels.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None:
        raise Geweigerd("zetel.onbekend")
    return een


def eis_ander(tx: Connection, account: int, *krijgt: int) -> None:
    """Refuse who would give a seat to themself.

    Raises:
        Geweigerd: one of the accounts that get it is theirs.
    """
    if set(krijgt) & set(zetels.accounts_van(tx, account)):
        raise Geweigerd("vacature.zelf")


def als_data(een: Zetel) -> dict[str, Any]:
    """Return what everyone may see of one: a name only when who sits there gave it for this."""
    velden = {naam: getattr(een, naam) for naam in ("orgaan", "van", "nummer", "naam", "vacature")}
    sinds = een.sinds.isoformat() if een.sinds else None
    return {"id": een.publiek_id, **velden, "bezet": een.account is not None, "sinds": sinds}


def geleding_van(tx: Connection, wijk: int, wie: Wie) -> str | None:
    """Return for which geleding someone votes; None for who only works here."""
    ander = geledingen.van_wie(tx, wijk, wie)
    return ander[0] if ander else BURGERS if wie.bewoner is not None else None


def _maak_vrij(tx: Connection, wijk: int, vrij: list[Zetel], label: str) -> None:
    """Let seats be vacant; the organisatoren hear which, not whose they were."""
    zetels.maak_vrij(tx, [een.id for een in vrij])
    team = rollen.accounts_met(tx, wijk, [ORGANISATOR])
    for een in vrij:
        over = Boodschap("zetel.vrij", als_data(een._replace(account=None, naam=None, sinds=None)))
        outbox.schrijf(tx, wijk, f"zetel vrij:{een.id}:{label}", team, over, baan=Baan.HERINNERING)


def _eigen(tx: Connection, handeling: Handeling, wie: Wie, publiek_id: str) -> Zetel:
    een = eis(tx, handeling, publiek_id)
    if een.account not in zetels.accounts_van(tx, wie.account):
        raise Geweigerd("zetel.onbekend")
    return een


def _stel_in(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    orgaan = data["orgaan"]
    nodig = plekken(orgaan, int(data.get("aantal", 1)))
    met_id = ((van, nummer, handeling.id(f"zetel {van} {nummer}")) for van, nummer in nodig)
    nieuw = zetels.voeg_toe(tx, handeling.wijk, orgaan, met_id)
    return beheer(tx, handeling, melding="zetel.ingesteld" if nieuw else "zetel.al_ingesteld")


def _noem(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    zetels.noem(tx, _eigen(tx, handeling, wie, data["zetel"]).id, data["naam"])
    return toon(tx, handeling, data["zetel"], melding="zetel.genoemd")


FORMULIER = Formulier(
    "zetels",
    (
        Veld("orgaan", keuzes=ORGANEN),
        Veld(
            "aantal",
            keuzes=tuple(str(n) for n in range(1, MEESTE + 1)),
            als=lambda data: data.get("orgaan") == GELEDING,
        ),
    ),
    (ORGANISATOR,),
    _stel_in,
    voorbeeld=False,
)
NAAM = Formulier("zetelnaam", (Veld("naam", tekst_tot(NAAM_LENGTE)),), (), _noem, voorbeeld=False, gasten=True)
