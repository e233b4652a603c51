"""Getting to know each other: one optional question at a time, never more than one a week, asked in the daytime.

What is asked is in rows: an answer, or that the question was put. Typing a name is a step of a conversation.

    question ──a choice──▶ kept, shown with ✓        ──"type my name"──▶ naam ──1-40 characters──▶ kept
        ├──"rather not"──▶ not asked again                                  └──stop──▶ back
        └──"no more questions"──▶ nothing is asked until they say so
"""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kennismaking import (
    KEUZES,
    MEER_DAN_EEN,
    NA_MEEDOEN,
    NAAM_LENGTE,
    TUSSENPOOS,
    is_overdag,
    moment_na,
    volgende,
)
from bot.rules.talenten import schaarst
from bot.services import bezorging
from bot.services.bezorging import Geval, Lading
from bot.services.gesprek import wacht_op
from bot.services.handeling import Handeling, eis_bewoner, wie_handelt
from bot.storage import accounts, gesprekken, kennismaking, nietmee, wekkers
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.kennismaking import Antwoorden, Omstandigheden

SOORT = "kennismaking"
NAAM = "naam"
_RICHTING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the writing direction of what stands beside them."""


def plan_eerste(tx: Connection, wijk: int, bewoner: int, now: datetime, zone: ZoneInfo) -> None:
    """Let the first question come, some days after someone joined."""
    wekkers.zorg_voor(tx, wijk, SOORT, bewoner, moment_na(now, NA_MEEDOEN, zone))


def stel(tx: Connection, geval: Geval) -> None:
    """Put the next question to a resident, and set when the one after it may come.

    However late it is, one question goes out; at night none does, and none in a week with other news.
    """
    wijk, bewoner, now, zone = geval.wijk, geval.wekker.onderwerp, geval.now, geval.zone
    om = kennismaking.omstandigheden(tx, bewoner)
    gehad = kennismaking.antwoorden(tx, bewoner)
    mist = _mist(tx, wijk)
    vraag = volgende(gehad, _niet(om), {"talent"} if mist else ())
    if not om.woont_er or vraag is None or nietmee.van(tx, bewoner) is not None:
        return
    if not is_overdag(now, zone):
        wekkers.zorg_voor(tx, wijk, SOORT, bewoner, moment_na(now, now - now, zone))
        return
    naar, vrij_op = bezorging.met_ruimte(tx, geval, accounts.van_bewoner(tx, bewoner), "buurt")
    if naar:
        kennismaking.zet(tx, wijk, bewoner, vraag, [])
        boodschap = Boodschap("kennismaking.vraag", {**_vraag(vraag, [], mist), "lopend": True})
        bezorging.bezorg(tx, geval, Lading(naar, boodschap, over="buurt"))
    if volgende({*gehad, vraag}, _niet(om)) or not naar:
        later = moment_na(vrij_op, timedelta(0), zone) if vrij_op else moment_na(now, TUSSENPOOS, zone)
        wekkers.zorg_voor(tx, wijk, SOORT, bewoner, later)


def overzicht(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show what a resident said of themselves, each to be changed or removed."""
    bewoner = _bewoner(eis_bewoner(tx, handeling))
    return Boodschap("kennismaking.overzicht", _gegevens(tx, handeling, bewoner), melding=melding)


def toon(tx: Connection, handeling: Handeling, vraag: str, melding: str | None = None) -> Boodschap:
    """Show one question with what was answered."""
    bewoner = _eis_vraag(tx, handeling, vraag)
    gekozen = kennismaking.antwoorden(tx, bewoner).get(vraag, [])
    lopend = wekkers.staat_er(tx, handeling.wijk, SOORT, bewoner)
    data = {**_vraag(vraag, gekozen, _mist(tx, handeling.wijk)), "lopend": lopend}
    return Boodschap("kennismaking.vraag", data, melding=melding)


def kies(tx: Connection, handeling: Handeling, vraag: str, keuze: str) -> Boodschap:
    """Answer with a button. Where several may be chosen a second tap takes one back."""
    bewoner = _eis_vraag(tx, handeling, vraag)
    if keuze not in KEUZES[vraag]:
        raise Geweigerd("kennismaking.onbekend")
    gekozen = [keuze]
    if vraag in MEER_DAN_EEN:
        had = set(kennismaking.antwoorden(tx, bewoner).get(vraag, [])) ^ {keuze}
        gekozen = [een for een in KEUZES[vraag] if een in had]
    kennismaking.zet(tx, handeling.wijk, bewoner, vraag, gekozen)
    return toon(tx, handeling, vraag, melding="kennismaking.bewaard" if gekozen else "kennismaking.weggehaald")


def haal_weg(tx: Connection, handeling: Handeling, vraag: str) -> Boodschap:
    """Remove an answer, or say "rather not"; the question is not put again."""
    bewoner = _eis_vraag(tx, handeling, vraag)
    had = kennismaking.antwoorden(tx, bewoner).get(vraag)
    kennismaking.zet(tx, handeling.wijk, bewoner, vraag, [])
    return overzicht(tx, handeling, melding="kennismaking.weggehaald" if had else "kennismaking.goed")


def vragen_mag(tx: Connection, handeling: Handeling, mag: bool) -> Boodschap:
    """Ask nothing more, or ask again from next week on."""
    bewoner = _bewoner(eis_bewoner(tx, handeling))
    if not mag:
        wekkers.vervallen(tx, handeling.wijk, SOORT, bewoner, handeling.now)
    elif not wekkers.staat_er(tx, handeling.wijk, SOORT, bewoner):
        weer = moment_na(handeling.now, TUSSENPOOS, handeling.zone)
        wekkers.zorg_voor(tx, handeling.wijk, SOORT, bewoner, weer)
    return overzicht(tx, handeling, melding="kennismaking.weer" if mag else "kennismaking.genoeg")


def typ_naam(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for a typed name. What is open already is not thrown away for it."""
    wie = eis_bewoner(tx, handeling)
    wacht_op(tx, wie, Gesprek(SOORT, NAAM, {}))
    return Boodschap("kennismaking.naam")


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Take a typed name of 1 to 40 characters."""
    wie = eis_bewoner(tx, handeling)
    naam = " ".join(_RICHTING.sub("", tekst).split())
    if not 1 <= len(naam) <= NAAM_LENGTE:
        raise Geweigerd("kennismaking.naam_lengte", maximum=NAAM_LENGTE)
    if naam[0].isdigit() and not any(teken.isalpha() for teken in naam):  # someone at a door
        raise Geweigerd("kennismaking.naam_cijfers")
    kennismaking.zet(tx, handeling.wijk, _bewoner(wie), NAAM, [naam])
    gesprekken.sluit(tx, wie.wijk, wie.account)
    return toon(tx, handeling, NAAM)


def stop(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for a name no longer."""
    wie = wie_handelt(tx, handeling)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    return overzicht(tx, handeling)


def _eis_vraag(tx: Connection, handeling: Handeling, vraag: str) -> int:
    bewoner = _bewoner(eis_bewoner(tx, handeling))
    if vraag not in KEUZES:
        raise Geweigerd("kennismaking.onbekend")
    if vraag == "eigendom" and kennismaking.omstandigheden(tx, bewoner).eigendom_bekend:
        raise Geweigerd("kennismaking.lijst_gaat_voor")
    return bewoner


def _bewoner(wie: Wie) -> int:
    assert wie.bewoner is not None  # noqa: S101 (eis_bewoner saw to it)
    return wie.bewoner


def _niet(om: Omstandigheden) -> set[str]:
    """Return the questions that make no sense for someone: the list answers them, or there is nothing to say."""
    zin = {
        "eigendom": not om.eigendom_bekend,
        "huisgenoten": om.kan_huisgenoten,
        "werkgroepen": om.kan_werkgroep,
        "team": om.heeft_naam,
    }
    return {vraag for vraag, heeft_zin in zin.items() if not heeft_zin}


def _mist(tx: Connection, wijk: int) -> str | None:
    """Return the talent that is missing in the whole wijk: it is asked for first, and stands first."""
    telling = {keuze: n for (vraag, keuze), n in kennismaking.tel(tx, wijk).items() if vraag == "talent"}
    return schaarst(telling, kennismaking.tel_zeiden(tx, wijk, "talent"))


def _vraag(vraag: str, gekozen: list[str], mist: str | None) -> dict[str, Any]:
    keuzes, gezocht = list(KEUZES[vraag]), mist if vraag == "talent" else None
    keuzes.sort(key=lambda keuze: keuze != gezocht)
    return {"vraag": vraag, "keuzes": keuzes, "gekozen": gekozen, "gezocht": gezocht}


def _gegevens(tx: Connection, handeling: Handeling, bewoner: int) -> dict[str, Any]:
    antwoorden: Antwoorden = kennismaking.antwoorden(tx, bewoner)
    eigen = {"eigendom"} if kennismaking.omstandigheden(tx, bewoner).eigendom_bekend else set()
    return {
        "antwoorden": {v: antwoorden.get(v, []) for v in KEUZES if v != "werkgroepen" and v not in eigen},
        "lopend": wekkers.staat_er(tx, handeling.wijk, SOORT, bewoner),
        "huisgenoten": kennismaking.huisgenoten(tx, bewoner),
    }
