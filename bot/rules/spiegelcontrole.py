"""Recomputing afspiegeling at the last outcome from what the auditor reads (docs/bewijs.md, step 10). Pure and exact.

Written apart from bot.rules.verdeling and the condition itself, by the formulas of that page.
"""

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from bot.errors import InvoerFout
from bot.rules.drempels.afspiegeling import Afspiegeling, Kenmerk
from bot.rules.logcontrole import Onjuist
from bot.rules.spelregels import uit_ruw
from bot.rules.standcontrole import Geteld, Terugblik, gezegd

_MEESTE_GROEPEN = 12
_KLEIN = 5
_LEEFTIJD = "leeftijd"


class Groep(NamedTuple):
    """A group: how many of the set, of the wijk at least, how many more perhaps, and the fewest of the set."""

    k: int
    w: int
    y: int
    m: int


class Onbekend(NamedTuple):
    """How many of unknown group: in the set for certain, perhaps in it, and of the wijk."""

    u: int
    v: int
    z: int


@dataclass(frozen=True)
class Spiegeling:
    """A characteristic, with staff, as recomputed.

    Args:
        afstand: at least and at most, in hundredths rounded up; None: it cannot be said.
        zelfde: the outcome says the same.
    """

    kenmerk: str
    verdict: str
    bekend: Fraction
    afstand: tuple[int, int] | None
    hoogste: Fraction
    zelfde: bool


def controleer_afspiegeling(blik: Terugblik) -> list[Spiegeling]:
    """Recompute each characteristic at the last outcome.

    Raises:
        Onjuist: it is another than the outcome says, and nothing since then explains it.
    """
    standen = blik.standen(Afspiegeling.soort)
    if standen is None:
        return []
    try:
        regels = uit_ruw(blik.record["regels"], "de spelregels")
    except InvoerFout:
        raise Onjuist("uitslag", "afspiegeling: dit zijn geen spelregels zoals ze horen") from None
    drempel = next(deel for deel in regels.drempels if isinstance(deel, Afspiegeling))
    soorten = blik.versie.telt.get(drempel.verzameling, regels.telt(drempel.verzameling))
    uit = []
    for stand, met_staf in zip(standen, (True, False), strict=True):
        geteld = blik.tel(drempel.verzameling, soorten, met_staf=met_staf)
        gewogen = [_Weging(blik, drempel, kenmerk, geteld) for kenmerk in drempel.kenmerken]
        genoeg = geteld.samen.laag >= drempel.minimum_deelnemers
        beslist = [deel.verdict for deel in gewogen if deel.beslist] if genoeg else []
        leeftijd = ["een leeftijd kan anders zijn"] if any(g.kenmerk.naam == _LEEFTIJD for g in gewogen) else []
        moet = _samen(beslist), geteld.samen, "<=", _breuk(drempel.hoogste_afstand)
        zei = stand["verdict"], gezegd(stand), stand["operator"], stand["drempel"]
        blik.vergelijk("afspiegeling", moet, zei, leeftijd)
        if len(stand["delen"]) != len(gewogen):
            raise Onjuist("uitslag", "afspiegeling: niet elk kenmerk staat erin")
        for weging, deel in zip(gewogen, stand["delen"], strict=True):
            naam, moet_deel = weging.kenmerk.naam, weging.als_deel(genoeg=genoeg)
            zei_deel = _van(deel)
            blik.vergelijk(f"afspiegeling, {naam}", moet_deel, zei_deel, leeftijd if naam == _LEEFTIJD else [])
            if met_staf:
                verdict, zelfde = moet_deel["verdict"], moet_deel == zei_deel
                afstand = weging.afstand if genoeg else None
                uit.append(Spiegeling(naam, verdict, weging.bekend, afstand, drempel.hoogste_afstand, zelfde))
    return uit


class _Weging:
    """A characteristic, weighed."""

    def __init__(self, blik: Terugblik, drempel: Afspiegeling, kenmerk: Kenmerk, geteld: Geteld) -> None:
        self.kenmerk, self.samen = kenmerk, geteld.samen
        tabel = {naam.lower(): aantal for naam, aantal in kenmerk.groepen.items()}
        in_groep, van_wijk, z = _groepen(blik, kenmerk.naam, geteld)
        z = 0 if tabel else z
        namen = sorted({*in_groep, *van_wijk, *tabel, *([""] if z else [])})
        self.groepen = {}
        for naam in namen:
            w, hoog = (tabel.get(naam, 0),) * 2 if tabel else van_wijk.get(naam, (0, 0))
            self.groepen[naam] = Groep(in_groep[naam], w, hoog - w, min(drempel.minimum_per_groep, w))
        delen = list(self.groepen.values())
        laag, hoog_ = geteld.samen.laag, geteld.samen.hoog
        onbekend = Onbekend(laag - sum(g.k for g in delen), hoog_ - laag, z)
        self.bekend = Fraction(laag - onbekend.u, laag or 1)
        self.verdict, self.grens = "onbeslist", None
        past = sum(ruimte(delen, onbekend)) >= onbekend.u and len(delen) <= _MEESTE_GROEPEN
        if laag and past and any(g.w for g in delen):
            self.grens = laagste(delen, onbekend), hoogste(delen, onbekend)
            kan = met_minimum(delen, onbekend)
            if self.grens[1] <= drempel.hoogste_afstand and minimum_zeker(delen, onbekend):
                self.verdict = "gehaald"
            elif kan is None or kan > drempel.hoogste_afstand:
                self.verdict = "niet_gehaald"

    @property
    def beslist(self) -> bool:
        return self.grens is not None and self.bekend >= Fraction(9, 10)

    @property
    def afstand(self) -> tuple[int, int] | None:
        return None if self.grens is None else (-(-self.grens[0] * 100 // 1), -(-self.grens[1] * 100 // 1))

    def als_deel(self, *, genoeg: bool) -> dict[str, Any]:
        """Return it as the record rounds it."""
        klein = any(0 < g.k < _KLEIN for g in self.groepen.values())
        laag, hoog = self.afstand if self.afstand and genoeg and not klein else (None, None)
        return {
            "kenmerk": self.kenmerk.naam,
            "verdict": self.verdict if self.beslist and genoeg else "onbeslist",
            "beslist": self.beslist,
            "genoeg": genoeg,
            "bekend": int(self.bekend * 20) * 5,
            "laag": laag,
            "hoog": hoog,
            "bron": self.kenmerk.bron,
            "groepen": [[naam, _op_vijf(g.k), _op_vijf(g.w)] for naam, g in self.groepen.items() if naam],
        }


def _groepen(blik: Terugblik, naam: str, geteld: Geteld) -> tuple[Counter[str], dict[str, tuple[int, int]], int]:
    """Return per group how many of the set, and of the wijk at least and at most; and whose group is unknown there."""
    in_groep, van_wijk, onbekend = Counter[str](), dict[str, tuple[int, int]](), 0
    huizen, bewoners = blik.openingen.huishoudens, blik.openingen.bewoners
    if naam == _LEEFTIJD:
        per_huis = Counter(geteld.wie.values())
        for id_, huis in geteld.wie.items():
            leeftijd, vier = bewoners[id_].leeftijd, geteld.per_huis[huis]
            if leeftijd is not None and blik.versie.eenheid != "huishoudens" and vier.laag == per_huis[huis]:
                in_groep[leeftijd] += 1
        return in_groep, van_wijk, 0
    for id_, vier in geteld.per_huis.items():
        groep = getattr(huizen[id_], naam)
        if groep is None:
            onbekend += vier.noemer
            continue
        laag, hoog = van_wijk.get(groep.lower(), (0, 0))
        van_wijk[groep.lower()] = laag + vier.noemer_laag, hoog + vier.noemer
        in_groep[groep.lower()] += vier.laag
    return in_groep, van_wijk, onbekend


def ruimte(groepen: Sequence[Groep], onbekend: Onbekend) -> list[int]:
    """Return how many more of the set each group may have."""
    return [max(g.w + g.y + onbekend.z - g.k, 0) for g in groepen]


def hoogste(groepen: Sequence[Groep], onbekend: Onbekend) -> Fraction:
    """Return the largest distance: the largest excess of any groups together."""
    return max((meest - wijk for meest, wijk in _samengenomen(groepen, onbekend)), default=Fraction(0))


def laagste(groepen: Sequence[Groep], onbekend: Onbekend) -> Fraction:
    """Return the smallest distance; where more is unknown than `u`, a number that no distance is below."""
    if onbekend.v or onbekend.z or any(g.y for g in groepen):
        return max((wijk - meest for meest, wijk in _samengenomen(groepen, onbekend)), default=Fraction(0))
    n, wijk = sum(g.k for g in groepen) + onbekend.u, sum(g.w for g in groepen)
    over, vrij = [g.k * wijk - g.w * n for g in groepen], ruimte(groepen, onbekend)
    rij = [(abs(o + wijk) - abs(o), nr) for nr, o in enumerate(over) if vrij[nr]]
    heapq.heapify(rij)
    for _ in range(onbekend.u):  # one by one to where it costs least: the costs only grow, so nothing is cheaper
        _, nr = heapq.heappop(rij)
        over[nr], vrij[nr] = over[nr] + wijk, vrij[nr] - 1
        if vrij[nr]:
            heapq.heappush(rij, (abs(over[nr] + wijk) - abs(over[nr]), nr))
    return Fraction(sum(map(abs, over)), 2 * n * wijk)


def met_minimum(groepen: Sequence[Groep], onbekend: Onbekend) -> Fraction | None:
    """Return the smallest distance when each group first gets its minimum; None when that cannot be."""
    tekort = [max(g.m - g.k, 0) for g in groepen]
    mist = sum(tekort)
    vrij = ruimte(groepen, onbekend)
    if mist > onbekend.u + onbekend.v or any(t > r for t, r in zip(tekort, vrij, strict=True)):
        return None
    u = min(mist, onbekend.u)
    gevuld = [g._replace(k=g.k + t) for g, t in zip(groepen, tekort, strict=True)]
    return laagste(gevuld, Onbekend(onbekend.u - u, onbekend.v - (mist - u), onbekend.z))


def minimum_zeker(groepen: Sequence[Groep], onbekend: Onbekend) -> bool:
    """Say whether each group has its minimum however those of unknown group are spread."""
    vrij = ruimte(groepen, onbekend)
    return all(g.k + max(onbekend.u - (sum(vrij) - r), 0) >= g.m for g, r in zip(groepen, vrij, strict=True))


def _samengenomen(groepen: Sequence[Groep], onbekend: Onbekend) -> Iterator[tuple[Fraction, Fraction]]:
    """Give, for any groups together but all, the largest share of the set and the smallest of the wijk."""
    n, vrij = sum(g.k for g in groepen) + onbekend.u, ruimte(groepen, onbekend)
    allen = sum(g.w + g.y for g in groepen) + onbekend.z
    for masker in range(2 ** len(groepen) - 1):
        binnen = [nr for nr in range(len(groepen)) if masker >> nr & 1]
        x = min(sum(vrij[nr] for nr in binnen), onbekend.u + onbekend.v)
        meest = Fraction(sum(groepen[nr].k for nr in binnen) + x, n + max(x - onbekend.u, 0))
        wijk = sum(groepen[nr].w for nr in binnen)
        misschien = sum(groepen[nr].y for nr in binnen)
        yield meest, Fraction(wijk, allen - misschien) if wijk else Fraction(0)


def _samen(verdicts: list[str]) -> str:
    if "niet_gehaald" in verdicts:
        return "niet_gehaald"
    return "gehaald" if verdicts and "onbeslist" not in verdicts else "onbeslist"


def _van(deel: dict[str, Any]) -> dict[str, Any]:
    """Return of what the record says of a characteristic the part that is recomputed."""
    velden = ("kenmerk", "verdict", "beslist", "genoeg", "bekend", "laag", "hoog", "bron")
    groepen = deel.get("groepen")
    lijst = groepen if isinstance(groepen, list) and all(isinstance(g, dict) for g in groepen) else []
    uit = {naam: deel.get(naam) for naam in velden}
    return uit | {"groepen": [[g.get(naam) for naam in ("groep", "aantal", "wijk")] for g in lijst]}


def _op_vijf(aantal: int) -> int | str:
    return "minder dan 5" if aantal < _KLEIN else (aantal + 2) // 5 * 5


def _breuk(deel: Fraction) -> str:
    return f"{deel.numerator}/{deel.denominator}"
