"""Answering an advice of residents: what is not or partly taken gets its reason, and residents hear the answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.weekmaat import Onderwerp
from bot.services.advies import als_data, te_wijzigen, toon
from bot.services.bezorging import NIETS, Geval, Lading, Vers
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling
from bot.services.lezers import alinea_tot
from bot.storage import adviezen, doelgroepen, wekkers
from bot.storage.accounts import Wie
from bot.storage.adviezen import Advies

SOORT = "adviesantwoord"
WEKKER = "advies_antwoord"
OORDELEN = ("ja", "deels", "nee")
MINSTE_WOORDEN = 4
"""So many words has a reason at least: "nee" and "te duur" are none that residents can do something with."""
_ALINEA = alinea_tot(1000)


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to answer one, or to answer it anew: what was answered before stays beside it."""
    een = te_wijzigen(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, FORMULIER, {"welk": publiek_id, "titel": een.titel})


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who wants to hear of it what was answered, unless it was withdrawn or answered anew since."""
    een = adviezen.van_antwoord(tx, geval.wijk, geval.wekker.onderwerp)
    if een is None or een.ingetrokken_op or een.antwoord is None or een.antwoord.id != geval.wekker.onderwerp:
        return NIETS
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel)
    return Lading(naar, Boodschap("advies.antwoord", als_data(een)), over=_over(een))


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return the answer to one as it stands now."""
    een = adviezen.zoek(tx, wijk, publiek_id)
    if een is None or een.ingetrokken_op or een.antwoord is None:
        return None
    return Vers(Boodschap("advies.antwoord", als_data(een)), None, None)


def _over(een: Advies) -> Onderwerp:
    return "werkgroepen" if een.aan == "team" else "raad"


def _reden(tekst: str, handeling: Handeling) -> str:
    reden: str = _ALINEA(tekst, handeling)
    if len(reden.split()) < MINSTE_WOORDEN:
        raise Geweigerd("advies.reden_te_kort")
    return reden


def _antwoord(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een, reden = te_wijzigen(tx, handeling, data["welk"]), data.get("reden") or data.get("wat_nu")
    if reden is None and data["oordeel"] != "ja":
        raise Geweigerd("advies.reden_te_kort")
    nieuw = adviezen.beantwoord(
        tx,
        handeling.wijk,
        een.id,
        oordeel=data["oordeel"],
        reden=reden,
        op=handeling.now,
        gemaakt_door=wie.account,
    )
    wekkers.zet(tx, handeling.wijk, WEKKER, nieuw, handeling.now)
    return toon(tx, handeling, een.publiek_id, melding="advies.beantwoord")


FORMULIER = Formulier(
    SOORT,
    (
        Veld("oordeel", keuzes=OORDELEN),
        Veld("reden", _reden, als=lambda data: data.get("oordeel") != "ja"),
        Veld("wat_nu", _ALINEA, als=lambda data: data.get("oordeel") == "ja", mag_over=True),
    ),
    (ORGANISATOR,),
    _antwoord,
)
