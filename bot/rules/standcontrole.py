"""Recomputing the numbers of the last outcome from what the auditor reads (docs/bewijs.md, step 9). Pure.

As it was at that leaf. Not here: afspiegeling (bot.rules.spiegelcontrole), and who counts now (bot.rules.telcontrole).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from bot.rules.lijsthash import lijst_hash
from bot.rules.logcontrole import Onjuist
from bot.rules.openingcontrole import Bewijs, Bewoner, Huishouden, Naamloos, Openingen
from bot.rules.telcontrole import stoelen
from bot.rules.uitslagcontrole import Versie
from bot.rules.verslagcontrole import LIJSTEN

_GASTEN = "gasten"


class Vier(NamedTuple):
    """How many count for certain and at most, out of how many at least and at most."""

    laag: int
    hoog: int
    noemer_laag: int
    noemer: int


@dataclass(frozen=True)
class Geteld:
    """Who counted at the outcome.

    Args:
        samen: of the wijk, with the denominator that was agreed.
        per_huis: of each address.
        wie: the residents who were heard, with their address.
    """

    samen: Vier
    per_huis: dict[str, Vier]
    wie: dict[str, str]


@dataclass(frozen=True)
class Nagerekend:
    """The numbers of a condition, with and without staff: as recomputed, and as the outcome says them."""

    drempel: str
    nu: tuple[Vier, Vier]
    zei: tuple[Vier, Vier]


class Terugblik:
    """The last outcome under a version that was fixed, seen from the openings."""

    def __init__(self, openingen: Openingen, record: dict[str, Any], versie: Versie) -> None:
        self.openingen, self.record, self.versie = openingen, record, versie

    @cached_property
    def redenen(self) -> list[str]:
        """Why the openings may say something else than was known then; none: they may not."""
        open_, dag = self.openingen, self.record["dag"]
        adressen = ((id_, h.volwassenen, h.eigendom, h.woningtype, h.buurtdeel) for id_, h in open_.huishoudens.items())
        weg = any(b.tot is not None and b.tot >= dag for b in open_.bewoners.values())
        uit = {
            "de adressenlijst is veranderd": lijst_hash(adressen) != self.record["lijst"],
            "er is verhuisd": weg or any(deel.vertrokken for deel in open_.naamloos),
            "er is iemand gewist": open_.dicht > 0 or any(b.gewist for b in open_.bewoners.values()),
        }
        return [reden for reden, geldt in uit.items() if geldt]

    def vergelijk(self, wat: str, nu: object, zei: object, waarom: Iterable[str] = ()) -> None:
        """Refuse a difference that nothing since then explains.

        Args:
            waarom: what else may explain it.
        """
        if nu != zei and not [*self.redenen, *waarom]:
            raise Onjuist("uitslag", f"{wat}: de openingen geven iets anders dan de uitslag")

    def standen(self, soort: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """Return how a condition stood by the outcome, with and without staff; None when it is not agreed."""
        met, zonder = ([s for s in self.record[naam] if s["soort"] == soort] for naam in LIJSTEN)
        return (met[0], zonder[0]) if met and zonder else None

    def tel(self, drempel: str, soorten: Set[str], *, met_staf: bool) -> Geteld:
        """Count who counted.

        Args:
            soorten: the kinds of evidence that count.
        """
        wie = self._wie(drempel, soorten, met_staf=met_staf)
        naamloos = [deel for deel in self.openingen.naamloos if _mee(deel, soorten, met_staf=met_staf)]
        misschien: Counter[str] = Counter()
        for deel in naamloos:
            if deel.huishouden is not None and not deel.vertrokken:
                misschien[deel.huishouden] += deel.aantal
        genoemd = Counter(wie.values())
        huizen = self.openingen.huishoudens
        per_huis = {id_: self._van_huis(huis, genoemd[id_], misschien[id_]) for id_, huis in huizen.items()}
        laag, hoog, noemer_laag, noemer = (sum(vier[nr] for vier in per_huis.values()) for nr in range(4))
        hoog = max(hoog, min(hoog + self._hoofden(naamloos, soorten, met_staf=met_staf), noemer))
        aantal = self.versie.aantal
        samen = Vier(laag, hoog, aantal, aantal) if aantal else Vier(laag, hoog, noemer_laag, noemer)
        return Geteld(samen, per_huis, wie)

    def _wie(self, drempel: str, soorten: Set[str], *, met_staf: bool) -> dict[str, str]:
        open_, dag, wat = self.openingen, self.record["dag"], (self.record["spelregels"], drempel)
        ids = {deel.bewoner for deel in open_.toen if _mee(deel, soorten, met_staf=met_staf)}
        for regel in open_.telt:  # who was erased counts on
            mee = regel.bewoner is not None and open_.log.geteld[regel.id] == wat and (met_staf or regel.zelf)
            if mee and regel.bewoner is not None and open_.bewoners[regel.bewoner].gewist:
                ids.add(regel.bewoner)
        wonen = ((id_, open_.bewoners[id_]) for id_ in ids)
        return {id_: bewoner.huishouden for id_, bewoner in wonen if _woonde(bewoner, dag)}

    def _van_huis(self, huis: Huishouden, genoemd: int, misschien: int) -> Vier:
        plekken = stoelen(huis)
        laag, hoog = min(genoemd, plekken), min(genoemd + misschien, plekken)
        if self.versie.eenheid == "huishoudens":
            return Vier(min(laag, 1), min(hoog, 1), 1, 1)
        minstens = max(laag, 1) if huis.volwassenen is None else huis.volwassenen
        if self.versie.eenheid == "bewoners" or huis.eigendom == "koop":
            return Vier(laag, hoog, minstens, plekken)
        return Vier(0, hoog, 0, plekken) if huis.eigendom is None else Vier(0, 0, 0, 0)

    def _hoofden(self, naamloos: list[Naamloos], soorten: Set[str], *, met_staf: bool) -> int:
        """Return how many heads are left once all who are known, and the guests, are taken off."""
        open_ = self.openingen
        over: Counter[str] = Counter()
        for deel in naamloos:
            if deel.huishouden is None:
                over[deel.onderwerp] = max(over[deel.onderwerp], deel.aantal)
        if not over:
            return 0
        daar = defaultdict(set)
        for bewijs in open_.toen:
            if bewijs.onderwerp in over and bewijs.versie >= 1:
                huis = open_.bewoners[bewijs.bewoner].huishouden
                daar[huis, bewijs.soort, bewijs.onderwerp].add(bewijs.bewoner)
                over[bewijs.onderwerp] -= _mee(bewijs, soorten, met_staf=met_staf)
        for deel in naamloos:
            if deel.huishouden is not None and deel.onderwerp in over:
                vrij = stoelen(open_.huishoudens[deel.huishouden])
                vrij -= len(daar[deel.huishouden, deel.soort, deel.onderwerp])
                over[deel.onderwerp] -= max(min(deel.aantal, vrij), 0)
        for deel in open_.naamloos:
            if deel.soort == _GASTEN and deel.onderwerp in over and deel.versie >= 1:
                over[deel.onderwerp] -= deel.aantal
        return sum(n for n in over.values() if n > 0)


def terugblik(openingen: Openingen) -> Terugblik | None:
    """Return the last outcome, seen from the openings; None when no version was fixed, or there is no outcome."""
    record = openingen.uitslag
    versie = None if record is None else openingen.log.versies.get(record["spelregels"])
    return None if record is None or versie is None else Terugblik(openingen, record, versie)


def controleer_getallen(blik: Terugblik) -> list[Nagerekend]:
    """Recompute the numbers of each counted condition at the last outcome.

    Raises:
        Onjuist: they are others than the outcome says, and nothing since then explains it.
    """
    uit = []
    for soort, soorten in blik.versie.telt.items():
        standen = blik.standen(soort)
        if standen is None:
            raise Onjuist("uitslag", f"{soort}: de uitslag zegt er niets over")
        met, zonder = (blik.tel(soort, soorten, met_staf=met_staf).samen for met_staf in (True, False))
        zei_met, zei_zonder = map(gezegd, standen)
        blik.vergelijk(soort, (met, zonder), (zei_met, zei_zonder))
        uit.append(Nagerekend(soort, (met, zonder), (zei_met, zei_zonder)))
    return uit


def gezegd(stand: dict[str, Any]) -> Vier:
    """Return the numbers of a condition as the outcome says them."""
    return Vier(stand["teller"], stand["bovengrens"], stand["noemer_laag"], stand["noemer"])


def _mee(deel: Bewijs | Naamloos, soorten: Set[str], *, met_staf: bool) -> bool:
    return deel.soort in soorten and deel.versie >= 1 and (met_staf or deel.zelf)


def _woonde(bewoner: Bewoner, dag: str) -> bool:
    return bewoner.tot is None or bewoner.tot >= dag
