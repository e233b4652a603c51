"""Where the traject of a wijk stands: which stages run, what comes after them, and the plan that leads to the decision.

Others build on this: a stage ends with `verder`, and goes back with `terug`. Choosing a traject: `traject`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules import terugrekenen
from bot.rules.momenten import naar_utc
from bot.rules.terugrekenen import Plan
from bot.rules.trajecten import WOORDEN, Fase, Traject
from bot.rules.trajectvorm import uit_json
from bot.services.handeling import Handeling
from bot.storage import trajecten, wekkers
from bot.storage.trajecten import Gang, Loopt

UITLOOP = "traject_fase"
"""The alarm on the day after the last day of a stage that runs; its subject is that row of `fase`."""
OCHTEND = time(9)


@dataclass(frozen=True)
class Trajectstand:
    """The traject that runs, as it was chosen, and how each of its stages goes.

    Args:
        gang: the last time of each stage, by its key.
    """

    loopt: Loopt
    traject: Traject
    gang: dict[str, Gang]

    @property
    def nu(self) -> tuple[Fase, ...]:
        """The stages that run: one, or two where tracks are parallel."""
        return tuple(fase for fase in self.traject.fasen if self.gang[fase.naam].bezig)

    @property
    def geeindigd(self) -> frozenset[str]:
        """The keys of the stages that ended."""
        return frozenset(naam for naam, gang in self.gang.items() if gang.geeindigd_op is not None)

    @property
    def straks(self) -> tuple[Fase, ...]:
        """The stages that follow on one that runs."""
        nu = {fase.naam for fase in self.nu}
        return tuple(fase for fase in self.traject.fasen if nu & set(fase.na))


def lees(tx: Connection, wijk: int) -> Trajectstand | None:
    """Return where the traject that runs stands; None when none does."""
    loopt = trajecten.loopt(tx, wijk)
    return None if loopt is None else van(tx, loopt)


def van(tx: Connection, loopt: Loopt) -> Trajectstand:
    """Return where one stands, also when it ended."""
    return Trajectstand(loopt, uit_json(loopt.inhoud), trajecten.fasen(tx, loopt.id))


def plan(tx: Connection, wijk: int, stand: Trajectstand, now: datetime, zone: ZoneInfo) -> Plan:
    """Return the plan of one as it stands today."""
    vrij = trajecten.vrije_perioden(tx, wijk)
    return terugrekenen.reken_terug(
        stand.traject, stand.loopt.besluitdatum, vrij, now.astimezone(zone).date(), gangen(stand, zone)
    )


def gangen(stand: Trajectstand, zone: ZoneInfo) -> dict[str, terugrekenen.Gang]:
    """Return how the stages went, in days of the wijk."""

    def dag(moment: datetime | None) -> date | None:
        return moment and moment.astimezone(zone).date()

    return {
        naam: terugrekenen.Gang(dag(gang.begonnen_op), dag(gang.geeindigd_op), gang.verwacht_tot)
        for naam, gang in stand.gang.items()
    }


def herplan(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> Plan | None:
    """Reckon back anew and keep the days of what has not ended; None when no traject runs.

    The day after the last day of a stage that runs, organisatoren hear that it is late.
    """
    stand = lees(tx, wijk)
    if stand is None:
        return None
    nieuw = plan(tx, wijk, stand, now, zone)
    trajecten.zet_plan(tx, stand.loopt.id, {regel.fase: (regel.van, regel.tot) for regel in nieuw.regels})
    for fase in stand.nu:
        gang = stand.gang[fase.naam]
        tot = max(nieuw.regel(fase.naam).tot, gang.verwacht_tot or nieuw.regel(fase.naam).tot)
        wekkers.vervallen(tx, wijk, UITLOOP, gang.id, now)
        erna = naar_utc(tot + timedelta(days=1), OCHTEND, zone)
        if erna > now:
            wekkers.zorg_voor(tx, wijk, UITLOOP, gang.id, erna)
    return nieuw


def verder(tx: Connection, handeling: Handeling, gang: Gang, uitkomst: str) -> tuple[Fase, ...]:
    """End a stage and begin those whose turn it is then; return these. The traject ends with its last stage."""
    trajecten.zet_fase(tx, gang.id, geeindigd_op=handeling.now, uitkomst=uitkomst)
    stand = _eis(tx, handeling.wijk)
    begonnen = {naam for naam, deze in stand.gang.items() if deze.bezig}
    volgende = stand.traject.kunnen_beginnen(stand.geeindigd, begonnen)
    for fase in volgende:
        trajecten.zet_fase(tx, stand.gang[fase.naam].id, begonnen_op=handeling.now)
    if not volgende and not begonnen:
        trajecten.stop(tx, stand.loopt.id, handeling.now)
    herplan(tx, handeling.wijk, handeling.now, handeling.zone)
    return volgende


def terug(tx: Connection, handeling: Handeling, gang: Gang, naar: str, uitkomst: str) -> None:
    """End a stage and begin an earlier one once more; it and all between get a new round, what they were stays.

    Raises:
        ValueError: the traject has no such stage before this one.
    """
    stand = _eis(tx, handeling.wijk)
    if naar not in stand.traject.voor(gang.sleutel):
        raise ValueError(f"{naar!r} does not come before {gang.sleutel!r}")
    over = {f.naam for f in stand.traject.fasen if naar in stand.traject.voor(f.naam)} | {naar}
    trajecten.zet_fase(tx, gang.id, geeindigd_op=handeling.now, uitkomst=uitkomst)
    for naam in (fase.naam for fase in stand.traject.fasen if fase.naam in over):
        oud = stand.gang[naam]
        if oud.begonnen_op is None:
            continue
        if oud.bezig and oud.id != gang.id:
            trajecten.zet_fase(tx, oud.id, geeindigd_op=handeling.now, uitkomst=uitkomst)
        publiek_id = handeling.id(f"fase {naam}")
        nieuw = trajecten.voeg_fase_toe(tx, handeling.wijk, stand.loopt.id, naam, publiek_id, (oud.van, oud.tot))
        if naam == naar:
            trajecten.zet_fase(tx, nieuw, begonnen_op=handeling.now)
    herplan(tx, handeling.wijk, handeling.now, handeling.zone)


def fase_data(sjabloon: str, fase: Fase) -> dict[str, Any]:
    """Return what a renderer needs to say a stage: no audience, which is for staff only."""
    eigen = {deel: waarde for deel in (*WOORDEN, "documentnaam") if (waarde := getattr(fase, deel))}
    return {"sjabloon": sjabloon, "fase": fase.naam, "eigen": eigen, "beslist": fase.beslist, "trede": fase.trede}


def fasen_data(stand: Trajectstand, fasen: Iterable[Fase]) -> list[dict[str, Any]]:
    """Return the same of some stages."""
    return [fase_data(stand.traject.naam, fase) for fase in fasen]


def _eis(tx: Connection, wijk: int) -> Trajectstand:
    stand = lees(tx, wijk)
    assert stand is not None  # noqa: S101 (a stage of it is at hand)
    return stand
