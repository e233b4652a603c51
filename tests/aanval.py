"""Who wants to pick someone out: all that was published of a wijk, taken together, as an integer program.

It knows what any reader can know: the guide for organisatoren, the address list, the tellers that `/stand` shows at any
moment, and how many people voted. It shares no code with the rules that it attacks; HiGHS solves it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from bot.services.tellen import Onderdeel

VEEL = 10_000


class Cel(NamedTuple):
    """A number of people that someone would like to know: of which table, and which variable it is.

    Args:
        gepubliceerd: it is of the day of a published table, else of a day in between.
    """

    naam: str
    nummer: int
    gepubliceerd: bool = True


class Moment(NamedTuple):
    """What there was to see at a moment.

    Args:
        tellers: what `/stand` said of each condition; None when they were too few to say.
        onderdelen: what was exported, if anything was.
    """

    dag: str
    tellers: dict[str, int | None]
    onderdelen: tuple[Onderdeel, ...] = ()


@dataclass
class Programma:
    """Whole numbers between bounds, and sums of them between bounds."""

    laag: list[float] = field(default_factory=list)
    hoog: list[float] = field(default_factory=list)
    sommen: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def getal(self, laag: int = 0, hoog: int = VEEL) -> int:
        """Add a number and return its index."""
        self.laag.append(laag)
        self.hoog.append(hoog)
        return len(self.laag) - 1

    def som(self, delen: dict[int, float], laag: float, hoog: float) -> None:
        """Say that a weighted sum lies between bounds."""
        self.sommen.append((delen, laag, hoog))

    def kan(self, nummer: int, waarde: int) -> bool:
        """Say whether there is a world in which a number has this value."""
        from scipy.optimize import Bounds, milp  # a second of each process that only looks which tests there are

        laag, hoog = np.array(self.laag), np.array(self.hoog)
        if not laag[nummer] <= waarde <= hoog[nummer]:
            return False
        laag[nummer] = hoog[nummer] = waarde
        geheel = np.ones(len(laag))
        uit = milp(0 * geheel, constraints=self._sommen, bounds=Bounds(laag, hoog), integrality=geheel)
        return bool(uit.status == 0)

    @cached_property
    def _sommen(self) -> Any:
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array

        plekken = [(rij, kolom, keer) for rij, (delen, _, _) in enumerate(self.sommen) for kolom, keer in delen.items()]
        rijen, kolommen, keren = zip(*plekken, strict=True)
        tabel = csr_array((keren, (rijen, kolommen)), shape=(len(self.sommen), len(self.laag)))
        return LinearConstraint(tabel, [som[1] for som in self.sommen], [som[2] for som in self.sommen])


def grenzen(cel: int | str, hoogstens: int = VEEL) -> tuple[int, int]:
    """Return what the guide says that a cell means."""
    if isinstance(cel, int):
        return (5, 7) if cel == 5 else (cel - 2, cel + 2)
    return 0, {"minder dan 5": 4, "minder dan 10": 9}.get(cel, hoogstens)


def lees(momenten: Iterable[Moment], stemmen: dict[str, int], adressen: dict[str, int]) -> tuple[Programma, list[Cel]]:
    """Return all that is known as a program, and the cells that one would like to know.

    Args:
        momenten: in their order.
        stemmen: how many ballots each poll had, by its public id; who reads it may have counted them, from ten on.
        adressen: how many adults each street has.
    """
    alles, cellen = Programma(), list[Cel]()
    rij = list(momenten)
    for drempel in rij[0].tellers:
        _straten(alles, cellen, drempel, rij, adressen)
    laatste = [deel for deel in rij[-1].onderdelen if deel.onderdeel == "optie"]
    for peiling, aantal in stemmen.items():
        _peiling(alles, cellen, peiling, aantal, [deel for deel in laatste if deel.id == peiling])
    _groepen(alles, cellen, rij)
    _bijeenkomsten(alles, rij)
    return alles, cellen


def _straten(alles: Programma, cellen: list[Cel], drempel: str, rij: list[Moment], adressen: dict[str, int]) -> None:
    """Each street only grows, has no more than its adults, and together they are the teller at every moment."""
    vorige: dict[str, int] = {}
    for moment in rij:
        getoond = {d.naam: d.metingen for d in moment.onderdelen if d.onderdeel == "straat"}
        nu = {}
        for straat, er_wonen in adressen.items():
            laag, hoog = 0, er_wonen
            vers = bool(getoond) and getoond[straat][f"{drempel}_op"] == moment.dag
            if vers:
                laag, hoog = grenzen(getoond[straat][drempel], er_wonen)
            nu[straat] = alles.getal(laag, min(hoog, er_wonen))
            if straat in vorige:
                alles.som({nu[straat]: 1, vorige[straat]: -1}, 0, VEEL)
            if getoond:
                cellen.append(Cel(f"{drempel} {straat} {moment.dag}", nu[straat], vers))
        teller = moment.tellers[drempel]
        alles.som(dict.fromkeys(nu.values(), 1), *((0, 9) if teller is None else (teller, teller)))
        vorige = nu


def _peiling(alles: Programma, cellen: list[Cel], peiling: str, stemmen: int, opties: list[Onderdeel]) -> None:
    """One choice each; what was left out of a result is no smaller than what stands in it."""
    if not opties:
        return
    getoond = [optie.metingen["stemmen"] for optie in opties]
    minstens = max([5 * ("minder dan 5" in getoond), *(grenzen(cel)[0] for cel in getoond if isinstance(cel, int))])
    nummers = []
    for optie, cel in zip(opties, getoond, strict=True):
        laag, hoog = grenzen(cel, max(stemmen, 9))
        nummers.append(alles.getal(minstens if cel == "niet getoond" else laag, hoog))
        cellen.append(Cel(f"{peiling} {optie.naam}", nummers[-1]))
    alles.som(dict.fromkeys(nummers, 1), *((stemmen, stemmen) if stemmen >= 10 else (0, 9)))


def _groepen(alles: Programma, cellen: list[Cel], rij: list[Moment]) -> None:
    """Nobody leaves; who counts, uses a channel or is in a werkgroep takes part."""
    vorige: dict[tuple[str, str], int] = {}
    for moment in rij:
        nu: dict[tuple[str, str], int] = {}
        for deel in moment.onderdelen:
            if deel.onderdeel not in ("wijk", "kanaal", "werkgroep", "kennismaking"):
                continue
            meting = "leden" if deel.onderdeel == "werkgroep" else "bewoners"
            kent = deel.metingen[f"{meting}_op"] == moment.dag
            sleutel = (deel.onderdeel, deel.naam)
            nu[sleutel] = alles.getal(*(grenzen(deel.metingen[meting]) if kent else (0, VEEL)))
            cellen.append(Cel(f"{deel.onderdeel} {deel.naam} {moment.dag}", nu[sleutel]))
            if sleutel in vorige:
                alles.som({nu[sleutel]: 1, vorige[sleutel]: -1}, 0, VEEL)
        hele_wijk = next((nummer for (onderdeel, _), nummer in nu.items() if onderdeel == "wijk"), None)
        if hele_wijk is not None:
            for nummer in set(nu.values()) - {hele_wijk}:
                alles.som({hele_wijk: 1, nummer: -1}, 0, VEEL)
            for teller in moment.tellers.values():
                alles.som({hele_wijk: 1}, teller or 0, VEEL)
        vorige = nu or vorige


def _bijeenkomsten(alles: Programma, rij: list[Moment]) -> None:
    """Which part of all who came staff recorded is a percentage of their sum."""
    laatste = rij[-1].onderdelen
    geweest = [d.metingen["aanwezig"] for d in laatste if d.onderdeel == "bijeenkomst"]
    zalen = [alles.getal(*((max(grenzen(a)[0], 10), grenzen(a)[1]) if isinstance(a, int) else (0, 9))) for a in geweest]
    delen = [d.metingen["door_team"] for d in laatste if (d.onderdeel, d.naam) == ("bewijs", "aanwezig_vragen")]
    for deel in delen:
        if deel != "niet getoond" and zalen:
            procent, team = int(str(deel).rstrip("%")), alles.getal()
            alles.som({team: 1000, **dict.fromkeys(zalen, -10.0 * procent - 25)}, -VEEL * VEEL, 0)
            alles.som({team: 1000, **dict.fromkeys(zalen, -10.0 * procent + 25)}, 0, VEEL * VEEL)
