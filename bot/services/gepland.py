"""What an alarm will tell people, about what and to whom: each kind one line here. What is no message is not in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules import selectie
from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.selectie import Aantal, Eis, Selectie
from bot.services import conceptvorm, herinnering, herkomst, koppelkans, tevredenheid, uitzending
from bot.services.selectie import tel as tel_selectie
from bot.storage import (
    bijeenkomsten,
    concepten,
    herinneringen,
    mijlpalen,
    natuurlijkmomenten,
    peilingen,
    selecties,
    uitzendingen,
)
from bot.storage.wekkers import Wekker


@dataclass(frozen=True)
class Gepland:
    """A message that is planned, or was.

    Args:
        soort: kind of alarm.
        id: public id of what it is about; with the kind it names one that is to come.
        voor: whose it is: who may do something for these people, may move and cancel it.
        naar: who gets it.
        uiterlijk: when it must have gone; None when nothing says so.
        vast: it goes with something that happens then, and cannot be moved by itself.
    """

    soort: str
    id: str
    moment: datetime
    titel: str
    voor: Doelgroep
    naar: Selectie
    wekker: Wekker
    uiterlijk: datetime | None = None
    vast: bool = False


def van(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    """Return what an alarm will tell people; None when there is nothing to tell any more."""
    return SOORTEN[wekker.soort](tx, wijk, wekker, zone)


def tel(tx: Connection, wijk: int, gepland: Gepland) -> Aantal:
    """Count who would get it now, as it may be shown."""
    naar = gepland.naar
    if naar.groep == gepland.voor:
        return tel_selectie(tx, wijk, naar)
    met = selecties.tel(tx, wijk, naar.groep, *selecties.voorwaarden(tx, wijk, naar))
    return selectie.aantal(met, [selecties.tel(tx, wijk, gepland.voor)] if naar.eisen else [])


def _herinnering(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    """Who said that they come gets it, also who is not in its werkgroep any more."""
    bij = bijeenkomsten.zoek(tx, wijk, id=wekker.onderwerp)
    if bij is None or bij.afgelast_op:
        return None
    komers = Selectie(WIJK, (Eis("komt", bij.publiek_id),))
    return Gepland(wekker.soort, bij.publiek_id, wekker.moment, bij.titel, bij.voor, komers, wekker, bij.begin)


def _tevredenheid(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    """Who was there is asked the morning after."""
    bij = bijeenkomsten.zoek(tx, wijk, id=wekker.onderwerp)
    if bij is None or bij.afgelast_op:
        return None
    uiterlijk = bij.begin + tevredenheid.TERMIJN
    naar = tevredenheid.wie_er_was(bij.publiek_id)
    return Gepland(wekker.soort, bij.publiek_id, wekker.moment, bij.titel, bij.voor, naar, wekker, uiterlijk)


def _aankondiging(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    bij = bijeenkomsten.zoek(tx, wijk, id=wekker.onderwerp)
    if bij is None:
        return None
    return Gepland(wekker.soort, bij.publiek_id, wekker.moment, bij.titel, bij.voor, Selectie(bij.voor), wekker)


def _peiling(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    over = peilingen.zoek(tx, wijk, id=wekker.onderwerp)
    if over is None:
        return None
    eisen = (Eis("niet_gestemd", over.publiek_id),) if wekker.soort == "peiling_herinnering" else ()
    return Gepland(
        wekker.soort,
        over.publiek_id,
        wekker.moment,
        over.vraag,
        over.voor,
        Selectie(over.voor, eisen),
        wekker,
        over.sluit_op,
        vast=wekker.soort != "peiling_herinnering",
    )


def _eigen(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    """One of a series goes before the next."""
    eigen = herinneringen.zoek(tx, wijk, id=wekker.onderwerp)
    if eigen is None:
        return None
    volgende = eigen.volgende and eigen.herhaling.na(eigen.volgende, zone)
    naar = Selectie(eigen.voor)
    return Gepland(wekker.soort, eigen.publiek_id, wekker.moment, eigen.tekst, eigen.voor, naar, wekker, volgende)


def _mijlpaal(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    een = mijlpalen.zoek(tx, wijk, id=wekker.onderwerp)
    if een is None or een.ingetrokken_op:
        return None
    return Gepland(wekker.soort, een.publiek_id, wekker.moment, een.titel, WIJK, Selectie(), wekker, een.moment)


def _koppelkans(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    """Works in several streets are not listed: no one audience says who gets it."""
    een = natuurlijkmomenten.zoek_kans(tx, wijk, id=wekker.onderwerp)
    if een is None or een.ingetrokken_op or len(een.straten) > 1:
        return None
    voor = Doelgroep("straat", een.straten[0]) if een.straten else WIJK
    return Gepland(wekker.soort, een.publiek_id, wekker.moment, een.titel, voor, Selectie(voor), wekker)


def _concept(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    een = concepten.zoek(tx, wijk, id=wekker.onderwerp)
    if een is None or een.opgevolgd:
        return None
    return Gepland(wekker.soort, een.publiek_id, wekker.moment, een.titel, WIJK, Selectie(), wekker, een.tot)


def _uitzending(tx: Connection, wijk: int, wekker: Wekker, zone: ZoneInfo) -> Gepland | None:
    """One that is still to go, or that came too late; what is under way its maker sees."""
    deze = uitzendingen.zoek(tx, wijk, id=wekker.onderwerp)
    if deze is None or deze.staat not in {"gepland", "afgezegd"}:
        return None
    naar = Selectie.uit_json(deze.doelgroep)
    tot, _ = uitzending.tot(tx, wijk, naar)
    return Gepland(wekker.soort, deze.publiek_id, wekker.moment, herkomst.titel(deze), naar.groep, naar, wekker, tot)


SOORTEN: dict[str, Callable[[Connection, int, Wekker, ZoneInfo], Gepland | None]] = {
    "bijeenkomst_nieuw": _aankondiging,
    "herinnering_week": _herinnering,
    "herinnering_dag": _herinnering,
    "herinnering_uren": _herinnering,
    herinnering.SOORT: _eigen,
    conceptvorm.WEKKER: _concept,
    koppelkans.WEKKER: _koppelkans,
    "mijlpaal_nieuw": _mijlpaal,
    "mijlpaal_herinnering": _mijlpaal,
    "mijlpaal_vandaag": _mijlpaal,
    "peiling_nieuw": _peiling,
    "peiling_herinnering": _peiling,
    "peiling_sluit": _peiling,
    tevredenheid.SOORT: _tevredenheid,
    uitzending.WEKKER: _uitzending,
}
"""By the kind of alarm; `planning.wat.<soort>` in the catalogs says what it is."""
