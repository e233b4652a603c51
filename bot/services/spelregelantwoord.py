"""Answering what residents ask about a concept of the spelregels: several with one text, which all may read."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services.bladzij import blader
from bot.services.formulier import MEESTE_KNOPPEN, VAST, Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import alinea_tot, tekst_tot
from bot.services.spelregelreactie import als_data
from bot.storage import accounts, outbox, spelregelreacties, spelregels
from bot.storage.accounts import Wie

SOORT = "spelregelantwoord"
PER_BLADZIJ = 3


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show a page of what waits for an answer, in full, and of whom it is not."""
    eis_rol(tx, handeling, ORGANISATOR)
    gevonden, rond = blader(
        lambda hoeveel, na: spelregelreacties.open_(tx, handeling.wijk, hoeveel, na), bladzij, PER_BLADZIJ
    )
    eerste = bladzij * PER_BLADZIJ + 1
    data = {"reacties": [als_data(een) for een in gevonden], "eerste": eerste, **rond}
    return Boodschap("spelregelantwoord.lijst", data, melding=melding)


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form; which question it is about is only asked where more wait."""
    eis_rol(tx, handeling, ORGANISATOR)
    wachtend = spelregelreacties.open_(tx, handeling.wijk, 2)
    if not wachtend:
        return lijst(tx, handeling)
    data = {"welke": [wachtend[0].publiek_id], VAST: ["welke"]} if len(wachtend) == 1 else {}
    return open_formulier(tx, handeling, FORMULIER, data)


def _open(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    wachtend = enumerate(spelregelreacties.open_(tx, handeling.wijk, MEESTE_KNOPPEN), start=1)
    return [(een.publiek_id, f"{nummer}. {' '.join(een.tekst.split())}") for nummer, een in wachtend]


def _wissel(gekozen: Any, keuze: str) -> list[str]:
    return [een for een in gekozen if een != keuze] if keuze in gekozen else [*gekozen, keuze]


def _antwoord(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    nu = spelregels.concept(tx, handeling.wijk) or spelregels.vastgestelde(tx, handeling.wijk)[-1]
    tekst = {"vraag": data["vraag"], "antwoord": data["antwoord"]}
    nieuw, bewoners = spelregelreacties.beantwoord(
        tx,
        handeling.wijk,
        data["welke"],
        publiek_id=handeling.id(SOORT),
        versie=nu.versie,
        gemaakt_door=wie.account,
        op=handeling.now,
        **tekst,
    )
    if not bewoners:
        raise Geweigerd("spelregelantwoord.niets_gekozen")
    naar = sorted(een for waar in bewoners.items() for een in accounts.waar_gevraagd(tx, *waar))
    bericht = Boodschap("spelregelreactie.antwoord", tekst)
    outbox.schrijf(tx, handeling.wijk, f"{SOORT}:{nieuw}", naar, bericht, baan=Baan.HERINNERING)
    return lijst(tx, handeling, melding="spelregelantwoord.verstuurd")


FORMULIER = Formulier(
    SOORT,
    (
        Veld("welke", haal=_open, meer=_wissel),
        Veld("vraag", tekst_tot(200)),
        Veld("antwoord", alinea_tot(1000)),
    ),
    (ORGANISATOR,),
    _antwoord,
)
