"""Backcasting: from the day of the gemeenteraad back to when each stage must begin and end at the latest.

Dates only, and exact. A week of a stage is seven days that count; a day in a blocked period, such as a school holiday
or the recess of the gemeenteraad, does not. Not here: which day it is, and what is kept of it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.rules.trajecten import Traject

DAG = timedelta(days=1)


@dataclass(frozen=True)
class Periode:
    """Days that count for no stage, the first and the last one among them."""

    naam: str
    van: date
    tot: date


@dataclass(frozen=True)
class Gang:
    """How a stage went so far.

    Args:
        verwacht: the day on which somebody expects it to end.
    """

    begonnen: date | None = None
    geeindigd: date | None = None
    verwacht: date | None = None


@dataclass(frozen=True)
class Regel:
    """One stage in a plan.

    Args:
        van, tot: first and last day, at the latest; of what follows on the decision: at the earliest.
        vroegst_van, vroegst_tot: the same as it goes when nothing waits.
        speling: days that count by which it may end later; None when it ended, or follows on the decision.
    """

    fase: str
    van: date
    tot: date
    vroegst_van: date
    vroegst_tot: date
    speling: int | None


@dataclass(frozen=True)
class Plan:
    """All stages in order.

    Args:
        vrij: name of the blocked period in which the day of the gemeenteraad falls; empty: in none.
    """

    besluitdatum: date
    regels: tuple[Regel, ...]
    vrij: str = ""

    @property
    def speling(self) -> int | None:
        """Return the least slack; below zero it does not fit. None when the gemeenteraad has decided."""
        return min((regel.speling for regel in self.regels if regel.speling is not None), default=None)

    @property
    def past(self) -> bool:
        """Whether the day of the gemeenteraad can be met."""
        return self.speling is None or self.speling >= 0

    @property
    def kritiek(self) -> tuple[str, ...]:
        """The stages with the least slack, in order: a day lost there is a day lost."""
        return tuple(r.fase for r in self.regels if r.speling is not None and r.speling == self.speling)

    def regel(self, fase: str) -> Regel:
        """Return the line of a stage."""
        return next(regel for regel in self.regels if regel.fase == fase)


class _Kalender:
    """The days that count: all but the blocked ones, which are kept as runs that do not touch each other."""

    def __init__(self, perioden: Iterable[Periode]) -> None:
        self.perioden = tuple(perioden)
        self.eerste: list[int] = []
        self.laatste: list[int] = []
        for van, tot in sorted((p.van.toordinal(), p.tot.toordinal()) for p in self.perioden):
            if self.laatste and van <= self.laatste[-1] + 1:
                self.laatste[-1] = max(self.laatste[-1], tot)
            else:
                self.eerste.append(van)
                self.laatste.append(tot)

    def niet_voor(self, dag: date) -> date:
        """Return the first day that counts, from this one on."""
        n = bisect_right(self.eerste, dag.toordinal()) - 1
        return date.fromordinal(self.laatste[n] + 1) if n >= 0 and self.laatste[n] >= dag.toordinal() else dag

    def niet_na(self, dag: date) -> date:
        """Return the last day that counts, up to this one."""
        n = bisect_left(self.laatste, dag.toordinal())
        return (
            date.fromordinal(self.eerste[n] - 1) if n < len(self.eerste) and self.eerste[n] <= dag.toordinal() else dag
        )

    def eind(self, begin: date, dagen: int) -> date:
        """Return the last of so many days that count, from `begin` on."""
        dag = self.niet_voor(begin).toordinal() + dagen - 1
        for n in range(bisect_right(self.eerste, begin.toordinal()), len(self.eerste)):
            if self.eerste[n] > dag:
                break
            dag += self.laatste[n] - self.eerste[n] + 1
        return date.fromordinal(dag)

    def begin(self, eind: date, dagen: int) -> date:
        """Return the first of so many days that count, up to `eind`."""
        dag = self.niet_na(eind).toordinal() - dagen + 1
        for n in range(bisect_left(self.laatste, eind.toordinal()) - 1, -1, -1):
            if self.laatste[n] < dag:
                break
            dag -= self.laatste[n] - self.eerste[n] + 1
        return date.fromordinal(dag)

    def verschil(self, van: date, tot: date) -> int:
        """Count the days that count after `van` up to `tot`; below zero when `tot` comes first."""
        if tot < van:
            return -self.verschil(tot, van)
        a, b = van.toordinal() + 1, tot.toordinal()
        runs = zip(self.eerste, self.laatste, strict=True)
        return b - a + 1 - sum(max(0, min(laatste, b) - max(eerste, a) + 1) for eerste, laatste in runs)


def reken_terug(
    traject: Traject,
    besluitdatum: date,
    vrij: Iterable[Periode],
    vandaag: date,
    gang: Mapping[str, Gang] | None = None,
) -> Plan:
    """Return when each stage must begin and end, and how much room there is.

    All that does not follow on the decision is done by that day, also a track that the decision does not wait for.
    """
    kalender, gang = _Kalender(vrij), gang or {}
    vroegst = _vooruit(traject, kalender, besluitdatum, vandaag, gang)
    uiterst = _terug(traject, kalender, besluitdatum)
    regels = []
    for fase in traject.fasen:
        van, tot = uiterst.get(fase.naam, vroegst[fase.naam])
        vroegst_van, vroegst_tot = vroegst[fase.naam]
        af = gang.get(fase.naam, Gang()).geeindigd is not None
        speling = None if af or fase.naam not in uiterst else kalender.verschil(vroegst_tot, tot)
        regels.append(Regel(fase.naam, van, tot, vroegst_van, vroegst_tot, speling))
    in_vrij = next((p.naam for p in kalender.perioden if p.van <= besluitdatum <= p.tot), "")
    return Plan(besluitdatum, tuple(regels), in_vrij)


def vroegste_besluit(
    traject: Traject, vrij: Iterable[Periode], vandaag: date, gang: Mapping[str, Gang] | None = None
) -> date:
    """Return the first day on which the gemeenteraad can decide, if every stage takes its weeks."""
    vroegst = _vooruit(traject, _Kalender(vrij), vandaag, vandaag, gang or {})
    later = traject.na_het_besluit()
    return max(tot for naam, (_, tot) in vroegst.items() if naam not in later)


def wat_korter(
    traject: Traject,
    besluitdatum: date,
    vrij: Iterable[Periode],
    vandaag: date,
    gang: Mapping[str, Gang] | None = None,
) -> dict[str, int] | None:
    """Return how many weeks less of which stages make a plan fit, from the longest first; None: no weeks less do.

    A stage that is busy can be shortened as far as it has days left, unless somebody said when it ends. No week of it
    can be missed: with any one of them back, the plan does not fit.
    """
    vrij, gang, minder = tuple(vrij), gang or {}, dict[str, int]()
    morgen = _Kalender(vrij).niet_voor(vandaag)

    def met(weken: Mapping[str, int]) -> Traject:
        fasen = (replace(fase, weken=fase.weken - weken.get(fase.naam, 0)) for fase in traject.fasen)
        return replace(traject, fasen=tuple(fasen))

    while not (plan := reken_terug(met(minder), besluitdatum, vrij, vandaag, gang)).past:
        kan = []
        for fase in met(minder).fasen:
            bezig = gang.get(fase.naam, Gang())
            vast = bezig.verwacht or (bezig.begonnen and plan.regel(fase.naam).vroegst_tot <= morgen)
            if fase.naam in plan.kritiek and fase.weken > 1 and not vast:
                kan.append(fase)
        if not kan:
            return None
        langste = max(kan, key=lambda fase: fase.weken)
        minder[langste.naam] = minder.get(langste.naam, 0) + 1
    for naam in minder:
        while minder[naam]:
            terug = minder | {naam: minder[naam] - 1}
            if not reken_terug(met(terug), besluitdatum, vrij, vandaag, gang).past:
                break
            minder[naam] -= 1
    return {naam: weken for naam, weken in minder.items() if weken}


_Dagen = dict[str, tuple[date, date]]


def _terug(traject: Traject, kalender: _Kalender, besluitdatum: date) -> _Dagen:
    """Return the latest days of each stage that does not follow on the decision."""
    later = traject.na_het_besluit()
    uiterst: _Dagen = {}
    for fase in reversed(traject.volgorde()):
        if fase.naam in later:
            continue
        volgende = [uiterst[naam][0] for naam in uiterst if fase.naam in traject.fase(naam).na]
        tot = besluitdatum if fase.besluit else kalender.niet_na(min((d - DAG for d in volgende), default=besluitdatum))
        uiterst[fase.naam] = kalender.begin(tot, fase.weken * 7), tot
    return uiterst


def _vooruit(
    traject: Traject, kalender: _Kalender, besluitdatum: date, vandaag: date, gang: Mapping[str, Gang]
) -> _Dagen:
    """Return the days of each stage as it goes when nothing waits, but for the decision."""
    vroegst: _Dagen = {}
    for fase in traject.volgorde():
        bezig, dagen = gang.get(fase.naam, Gang()), fase.weken * 7
        if bezig.geeindigd:
            vroegst[fase.naam] = bezig.begonnen or bezig.geeindigd, bezig.geeindigd
            continue
        if bezig.begonnen:
            eind = bezig.verwacht or kalender.eind(bezig.begonnen, dagen)
            vroegst[fase.naam] = bezig.begonnen, kalender.niet_voor(max(eind, vandaag))
            continue
        voor = [max(vroegst[n][1], besluitdatum) if traject.fase(n).besluit else vroegst[n][1] for n in fase.na]
        begin = kalender.niet_voor(max([vandaag, *(dag + DAG for dag in voor)]))
        vroegst[fase.naam] = begin, kalender.eind(begin, dagen)
    return vroegst
