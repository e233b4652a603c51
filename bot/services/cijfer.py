"""Adding, mending and taking away a figure of a series. What was before stays, with the reason."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from berichten.leeswoorden import leeswoorden
from bot.errors import Geweigerd
from bot.rules.indicatoren import (
    BRON_LENGTE,
    MEESTE_PUNTEN,
    REDEN_LENGTE,
    Onleesbaar,
    Periode,
    lees_periode,
    lees_waarde,
    schrijf,
    volgende,
)
from bot.services import lezers, voorstel
from bot.services.formulier import ANDERS, VAST, Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling, eis_rol
from bot.services.indicator import MAKERS, bestaand, cijfer, kort, toon
from bot.storage import accounts, indicatoren
from bot.storage.accounts import Wie
from bot.storage.indicatoren import Indicator, geldend

TE_VERBETEREN = 12
"""So many of the last figures have a button to mend them."""
GEEN = "geen"
"""The answer that takes a figure away."""


def begin_punt(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask for the next figure: only its value, with the period and source that follow on the last one."""
    eis_rol(tx, handeling, *MAKERS)
    een = bestaand(tx, handeling, publiek_id)
    cijfers = list(geldend(indicatoren.punten(tx, [een.id])[een.id]).values())
    data: dict[str, Any] = {"indicator": publiek_id}
    vandaag = handeling.now.astimezone(handeling.zone).date()
    begin = vandaag if een.soort == "dag" or not cijfers else volgende(een.soort, cijfers[-1].begin)
    if cijfers and begin <= vandaag and begin not in {cijfer.begin for cijfer in cijfers}:
        data |= {"begin": f"{een.soort}:{begin.isoformat()}", "bron": cijfers[-1].bron, ANDERS: True}
    return open_formulier(tx, handeling, PUNT, data)


def te_verbeteren(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show the last figures, each with a button to mend it."""
    eis_rol(tx, handeling, *MAKERS)
    een = bestaand(tx, handeling, publiek_id)
    cijfers = list(geldend(indicatoren.punten(tx, [een.id])[een.id]).values())[-TE_VERBETEREN:]
    return Boodschap("cijfers.welk", kort(een, cijfers) | {"cijfers": [cijfer(een_cijfer) for een_cijfer in cijfers]})


def begin_verbetering(tx: Connection, handeling: Handeling, publiek_id: str, begin: str) -> Boodschap:
    """Ask what a figure must be, and why."""
    eis_rol(tx, handeling, *MAKERS)
    een = bestaand(tx, handeling, publiek_id)
    oud = geldend(indicatoren.punten(tx, [een.id])[een.id])
    dag = next((dag for dag in oud if dag.isoformat() == begin), None)
    if dag is None:
        raise Geweigerd("indicator.geen_cijfer")
    data = {"indicator": publiek_id, "begin": f"{een.soort}:{begin}", VAST: ["begin"]}
    return open_formulier(tx, handeling, VERBETERING, data)


def _lever_in(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een = bestaand(tx, handeling, data["indicator"])
    soort, begin = _periode(data)
    if soort != een.soort:
        raise Geweigerd("indicator.andere_soort")
    punt = {"begin": begin.isoformat(), "waarde": None, "bron": data["bron"], "reden": data.get("reden")}
    if data["waarde"] != GEEN:
        punt["waarde"] = data["waarde"]
    _eis_kan(tx, een, punt)
    inhoud = {"indicator": een.publiek_id, "punt": punt}
    klaar = None
    if punt["reden"]:
        klaar = voorstel.doe_of_stel_voor(tx, handeling, wie, "correctie", "cijfer", inhoud, titel=een.naam)
    else:  # one figure is not much at once: it needs no second person
        _schrijf(tx, handeling, inhoud, wie.account)
    return klaar or toon(tx, handeling, een.publiek_id, melding="cijfers.genoteerd")


def _eis_kan(tx: Connection, een: Indicator, punt: dict[str, Any]) -> None:
    """Refuse a figure of a period that has one, unless it is mended with a reason."""
    begin = date.fromisoformat(punt["begin"])
    geschreven = indicatoren.punten(tx, [een.id])[een.id]
    al = geldend(geschreven).get(begin)
    if al is not None and not punt["reden"]:
        raise Geweigerd("indicator.bestaat")
    if al is None and punt["reden"]:
        raise Geweigerd("indicator.geen_cijfer")
    if len(geschreven) >= MEESTE_PUNTEN:
        raise Geweigerd("indicator.vol", maximum=MEESTE_PUNTEN)


@voorstel.voert_uit("cijfer")
def _schrijf(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    if not accounts.van_id(tx, handeling.wijk, gemaakt_door).rollen & set(MAKERS):
        raise Geweigerd("voorstel.maker_weg")
    een, punt = bestaand(tx, handeling, data["indicator"]), data["punt"]
    _eis_kan(tx, een, punt)
    waarde = None if punt["waarde"] is None else Decimal(punt["waarde"])
    vast = {"bron": punt["bron"], "reden": punt["reden"], "op": handeling.now, "gemaakt_door": gemaakt_door}
    indicatoren.voeg_toe(tx, handeling.wijk, een.id, waarde, begin=date.fromisoformat(punt["begin"]), **vast)


def _lees_waarde(tekst: str, handeling: Handeling) -> str:
    try:
        return schrijf(lees_waarde(tekst))
    except Onleesbaar as nee:
        raise Geweigerd(f"indicator.{nee.reden}") from None


def _lees_begin(tekst: str, handeling: Handeling) -> str:
    vandaag = handeling.now.astimezone(handeling.zone).date()
    try:
        return _schrijf_periode(lees_periode(tekst, vandaag, leeswoorden().maanden))
    except Onleesbaar as nee:
        raise Geweigerd(f"indicator.{nee.reden}") from None


def _schrijf_periode(periode: Periode) -> str:
    return f"{periode.soort}:{periode.begin.isoformat()}"


def _periode(data: dict[str, Any]) -> tuple[str, date]:
    """Return the period that was filled in."""
    soort, _, begin = data["begin"].partition(":")
    return soort, date.fromisoformat(begin)


def _bronnen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Return the last sources as buttons, the last one first."""
    een = bestaand(tx, handeling, data["indicator"])
    gebruikt = dict.fromkeys(punt.bron for punt in reversed(indicatoren.punten(tx, [een.id])[een.id]))
    return [(bron, bron) for bron in gebruikt if len(bron.encode()) <= _OP_KNOP][:3]


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    een, (soort, begin) = bestaand(tx, handeling, data["indicator"]), _periode(data)
    oud = geldend(indicatoren.punten(tx, [een.id])[een.id]).get(begin)
    was = schrijf(oud.waarde) if oud is not None and oud.waarde is not None else None
    anders = {"begin": begin.isoformat(), "was": was}
    return {"naam": een.naam, "eenheid": een.eenheid, "soort": soort, **anders}


_OP_KNOP = 50
"""Bytes of a source that fit in a button beside the name of its question."""
_BRON = Veld("bron", lezers.tekst_tot(BRON_LENGTE), haal=_bronnen, teksten="cijfer")
PUNT = Formulier(
    "cijfer",
    (Veld("begin", _lees_begin), Veld("waarde", _lees_waarde), _BRON),
    MAKERS,
    _lever_in,
    bekijk=_bekijk,
)
VERBETERING = Formulier(
    "cijfer_verbeteren",
    (
        Veld("begin", _lees_begin, teksten="cijfer"),
        Veld("waarde", _lees_waarde, keuzes=(GEEN,)),
        _BRON,
        Veld("reden", lezers.tekst_tot(REDEN_LENGTE)),
    ),
    MAKERS,
    _lever_in,
    bekijk=_bekijk,
)
