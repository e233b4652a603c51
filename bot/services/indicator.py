"""Series of figures of the wijk: reading them with their chart, and making or stopping a series.

A figure: `cijfer`; a file of them: `indicatorinvoer`.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.indicatoren import (
    EENHEID_LENGTE,
    MEESTE_REEKSEN,
    NAAM_LENGTE,
    SOORTEN,
    UITLEG_LENGTE,
    Soort,
    schrijf,
)
from bot.services import lezers
from bot.services.bladzij import blader_in
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.storage import indicatoren
from bot.storage.accounts import Wie
from bot.storage.indicatoren import Indicator, Punt, geldend

MAKERS = (BEGELEIDER, ORGANISATOR)
PER_BLADZIJ = 6


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show the series, a page at a time: residents those that have a figure, the team all of them."""
    beheer = bool(eis_binnen(tx, handeling).rollen & set(MAKERS))
    alle = indicatoren.alle(tx, handeling.wijk)
    cijfers = {welke: geldend(punten) for welke, punten in _punten(tx, alle).items()}
    zichtbaar = [een for een in alle if beheer or cijfers[een.id]]
    gevonden, rond = blader_in(zichtbaar, bladzij, PER_BLADZIJ)
    regels = [kort(een, list(cijfers[een.id].values())) for een in gevonden]
    return Boodschap("cijfers", {"reeksen": regels, "beheer": beheer, **rond}, melding=melding)


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one series with its chart."""
    wie = eis_binnen(tx, handeling)
    een = bestaand(tx, handeling, publiek_id)
    data = als_data(een, indicatoren.punten(tx, [een.id])[een.id])
    beheer = bool(wie.rollen & set(MAKERS))
    data |= {"beheer": beheer, "kiest": ORGANISATOR in wie.rollen}
    return Boodschap("cijfers.reeks", data, melding=melding, wijze="nieuw")


def zet_openbaar(tx: Connection, handeling: Handeling, publiek_id: str, *, aan: bool) -> Boodschap:
    """Put a series on the public page, or take it off."""
    eis_rol(tx, handeling, ORGANISATOR)
    een = bestaand(tx, handeling, publiek_id)
    indicatoren.zet(tx, een.id, openbaar=aan)
    return toon(tx, handeling, publiek_id, melding="cijfers.nu_openbaar" if aan else "cijfers.niet_openbaar")


def stop(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Show a series no more, after a question whether one is sure; its figures stay kept."""
    eis_rol(tx, handeling, ORGANISATOR)
    een = bestaand(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("cijfers.zeker", {"id": publiek_id, "naam": een.naam})
    indicatoren.zet(tx, een.id, gestopt_op=handeling.now)
    return lijst(tx, handeling, melding="cijfers.gestopt")


def bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Indicator:
    """Return a series that is shown.

    Raises:
        Geweigerd: there is none of this name.
    """
    een = indicatoren.zoek(tx, handeling.wijk, publiek_id)
    if een is None:
        raise Geweigerd("indicator.onbekend")
    return een


def kort(een: Indicator, cijfers: list[Punt]) -> dict[str, Any]:
    """Return a series in one line: its name, unit and last figure."""
    laatste = cijfer(cijfers[-1]) if cijfers else None
    velden = {"id": een.publiek_id, "naam": een.naam, "eenheid": een.eenheid, "soort": een.soort}
    return {**velden, "openbaar": een.openbaar, "laatste": laatste, "aantal": len(cijfers)}


def als_data(een: Indicator, geschreven: list[Punt]) -> dict[str, Any]:
    """Return all that people see of a series: its figures, and what was mended."""
    cijfers = list(geldend(geschreven).values())
    eerder: dict[date, Punt] = {}
    verbeterd = []
    for punt in geschreven:
        oud = eerder.get(punt.begin)
        if oud is not None and oud.waarde is not None:
            verbeterd.append({**cijfer(punt), "was": schrijf(oud.waarde), "reden": punt.reden or ""})
        eerder[punt.begin] = punt
    bijgewerkt = max(punt.op for punt in geschreven).isoformat() if geschreven else None
    anders = {
        "cijfers": [cijfer(een_cijfer) for een_cijfer in cijfers],
        "verbeterd": verbeterd,
        "bijgewerkt": bijgewerkt,
    }
    return kort(een, cijfers) | {"uitleg": een.uitleg} | anders


def cijfer(punt: Punt) -> dict[str, Any]:
    """Return a figure as data."""
    waarde = None if punt.waarde is None else schrijf(punt.waarde)
    return {"begin": punt.begin.isoformat(), "waarde": waarde, "bron": punt.bron, "op": punt.op.isoformat()}


def _punten(tx: Connection, alle: list[Indicator]) -> dict[int, list[Punt]]:
    return indicatoren.punten(tx, [een.id for een in alle])


def _maak(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    alle = indicatoren.alle(tx, handeling.wijk)
    if any(een.naam.casefold() == data["naam"].casefold() for een in alle):
        raise Geweigerd("indicator.zelfde_naam", naam=data["naam"])
    if len(alle) >= MEESTE_REEKSEN:
        raise Geweigerd("indicator.te_veel", maximum=MEESTE_REEKSEN)
    velden = {naam: data[naam] for naam in ("naam", "eenheid", "uitleg", "soort")}
    velden |= {"openbaar": data["openbaar"] == "ja", "op": handeling.now, "gemaakt_door": wie.account}
    publiek_id = handeling.id("indicator")
    indicatoren.maak(tx, handeling.wijk, publiek_id=publiek_id, **velden)
    return toon(tx, handeling, publiek_id, melding="cijfers.gemaakt")


def als_soort(tekst: str) -> Soort:
    """Return the kind of period of this name."""
    return next(soort for soort in SOORTEN if soort == tekst)


FORMULIER = Formulier(
    "indicator",
    (
        Veld("naam", lezers.tekst_tot(NAAM_LENGTE)),
        Veld("eenheid", lezers.tekst_tot(EENHEID_LENGTE)),
        Veld("uitleg", lezers.tekst_tot(UITLEG_LENGTE)),
        Veld("soort", keuzes=SOORTEN),
        Veld("openbaar", keuzes=("ja", "nee")),
    ),
    MAKERS,
    _maak,
)
