"""afspiegeling: those heard (or informed) are a fair reflection of the residents (NPLW, besluit).

The distance is a count and no estimate, for participation is counted and not sampled: there are no confidence
intervals, only bounds where the group of some is not known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar, NamedTuple

from bot.rules import erbij
from bot.rules.erbij import Verdeling
from bot.rules.kennismaking import KEUZES
from bot.rules.kleine_cellen import KLEINSTE, cel
from bot.rules.verdeling import MEESTE_GROEPEN, Grenzen, Groep, Onbekend, grenzen, variatie
from bot.rules.wegen import Drempelstand, Telling, Verdict

VERZAMELINGEN = ("gehoord", "informatie")
VAN_DE_LIJST = ("eigendom", "woningtype", "buurtdeel")
"""What the address list knows of an address."""
LEEFTIJD = "leeftijd"
KENMERKEN = (*VAN_DE_LIJST, LEEFTIJD)
_VAST = {"eigendom": ("koop", "huur"), LEEFTIJD: KEUZES[LEEFTIJD]}
_BEKEND_GENOEG = Fraction(9, 10)
_ANDERS = ""  # a group of which the list has nobody: who is not known there may belong to it
_MINSTE_DEELNEMERS = 10  # of fewer, nothing is said in hundredths


class Groepstelling(NamedTuple):
    """How many of a group are in the set for certain, and of the wijk at least and at most."""

    verzameling: int
    wijk_laag: int
    wijk_hoog: int


@dataclass(frozen=True)
class Kenmerktelling:
    """The groups of a characteristic as far as they are known, and how many of the wijk may belong to any of them."""

    groepen: Mapping[str, Groepstelling]
    wijk_onbekend: int = 0


@dataclass(frozen=True)
class Spiegeltelling:
    """How many the set has, out of how many, and by each characteristic."""

    telling: Telling
    kenmerken: Mapping[str, Kenmerktelling]


@dataclass(frozen=True)
class Kenmerk:
    """A characteristic, with how many of the wijk each group has.

    Args:
        groepen: people per group; empty: as the address list has it.
        bron: where those numbers come from.
    """

    naam: str
    groepen: dict[str, int] = field(default_factory=dict)
    bron: str = ""

    def bezwaar(self) -> str | None:
        """Return what is wrong with it and the mend."""
        if self.naam not in KENMERKEN:
            return f"kenmerk '{self.naam}' kan niet; kies uit {', '.join(KENMERKEN)}"
        if not self.groepen:
            mist = self.naam not in VAN_DE_LIJST
            return f"{self.naam}: schrijf bij groepen hoeveel mensen elke groep heeft, met een bron" if mist else None
        if not self.bron:
            return f"{self.naam}: schrijf bij bron waar de aantallen vandaan komen"
        if not 2 <= len(self.groepen) <= MEESTE_GROEPEN or any(n < 1 for n in self.groepen.values()):
            return f"{self.naam}: schrijf 2 tot en met {MEESTE_GROEPEN} groepen, elk met minstens 1"
        vast = _VAST.get(self.naam)
        vreemd = next((groep for groep in self.groepen if vast and groep not in vast), None)
        return f"{self.naam}: groep '{vreemd}' kan niet; kies uit {', '.join(vast or ())}" if vreemd else None


class _Gewogen(NamedTuple):
    """A characteristic that was weighed; `grenzen` None: the numbers cannot be right, or there is nothing to weigh."""

    kenmerk: Kenmerk
    verdeling: dict[str, Groep]
    onbekend: Onbekend
    bekend: Fraction
    grenzen: Grenzen | None
    verdict: Verdict

    @property
    def beslist(self) -> bool:
        """Say whether it decides: of enough people it is known."""
        return self.grenzen is not None and self.bekend >= _BEKEND_GENOEG


@dataclass(frozen=True)
class Afspiegeling:
    """How far a set of people may be from the wijk.

    Args:
        kenmerken: by which characteristics; each that is known well enough must pass.
        hoogste_afstand: so large a part at most would have to come from another group.
        verzameling: which set: those heard or those informed.
        minimum_deelnemers: of fewer nothing is said.
        minimum_per_groep: so many of each group at least; all of them where a group is smaller.
    """

    soort: ClassVar[str] = "afspiegeling"
    BRON: ClassVar[str] = "verdeling"
    TELT: ClassVar[frozenset[str]] = frozenset()
    MAG_TELLEN: ClassVar[frozenset[str]] = frozenset()

    kenmerken: tuple[Kenmerk, ...]
    hoogste_afstand: Fraction
    verzameling: str = "gehoord"
    minimum_deelnemers: int = 50
    minimum_per_groep: int = 0

    def bezwaar(self) -> str | None:
        """Return what is wrong with it and the mend."""
        namen = [kenmerk.naam for kenmerk in self.kenmerken]
        if self.verzameling not in VERZAMELINGEN:
            return f"verzameling: '{self.verzameling}' kan niet; kies uit {', '.join(VERZAMELINGEN)}"
        if not namen or len(set(namen)) < len(namen):
            return f"kenmerken: schrijf er een of meer, elk een keer: {', '.join(KENMERKEN)}"
        if self.minimum_deelnemers < _MINSTE_DEELNEMERS:
            return f"minimum_deelnemers: schrijf {_MINSTE_DEELNEMERS} of meer"
        if self.minimum_per_groep < 0:
            return "minimum_per_groep: schrijf een aantal, of 0"
        return next((bezwaar for kenmerk in self.kenmerken if (bezwaar := kenmerk.bezwaar())), None)

    def weeg(self, gegevens: Spiegeltelling) -> Drempelstand:
        """Return how it stands."""
        telling = gegevens.telling
        gewogen = [self._weeg(kenmerk, gegevens) for kenmerk in self.kenmerken]
        genoeg = telling.teller_laag >= self.minimum_deelnemers
        verdict = _samen([deel.verdict for deel in gewogen if deel.beslist]) if genoeg else "onbeslist"
        gevonden = None if verdict == "gehaald" else self._erbij(gewogen, telling)
        plekken = iter(gevonden[1] if gevonden else ())
        return Drempelstand(
            soort=self.soort,
            verdict=verdict,
            teller=telling.teller_laag,
            noemer=telling.noemer_hoog,
            operator="<=",
            drempel=f"{self.hoogste_afstand.numerator}/{self.hoogste_afstand.denominator}",
            nodig=gevonden[0] if gevonden else 0,
            ondergrens=telling.teller_laag,
            bovengrens=telling.teller_hoog,
            noemer_laag=telling.noemer_laag,
            delen=tuple(_deel(g, genoeg, next(plekken, None) if g.beslist else None) for g in gewogen),
        )

    def _weeg(self, kenmerk: Kenmerk, gegevens: Spiegeltelling) -> _Gewogen:
        telling, bekend = gegevens.telling, gegevens.kenmerken[kenmerk.naam]
        afgesproken = {groep.lower(): aantal for groep, aantal in kenmerk.groepen.items()}
        verdeling = {}
        anders = {_ANDERS} if bekend.wijk_onbekend and not afgesproken else set()
        for groep in sorted({*bekend.groepen, *afgesproken, *anders}):
            hier = bekend.groepen.get(groep, Groepstelling(0, 0, 0))
            laag, hoog = (afgesproken.get(groep, 0),) * 2 if afgesproken else (hier.wijk_laag, hier.wijk_hoog)
            verdeling[groep] = Groep(hier.verzameling, laag, min(self.minimum_per_groep, laag), hoog - laag)
        zeker = telling.teller_laag - sum(g.bekend for g in verdeling.values())
        in_wijk = 0 if afgesproken else bekend.wijk_onbekend
        onbekend = Onbekend(zeker, telling.teller_hoog - telling.teller_laag, in_wijk)
        deel = Fraction(telling.teller_laag - zeker, telling.teller_laag or 1)
        try:
            uit = grenzen(list(verdeling.values()), onbekend)
        except ValueError:
            return _Gewogen(kenmerk, verdeling, onbekend, deel, None, "onbeslist")
        verdict: Verdict = "onbeslist"
        if uit.hoog <= self.hoogste_afstand and uit.zeker:
            verdict = "gehaald"
        elif uit.kan is None or uit.kan > self.hoogste_afstand:
            verdict = "niet_gehaald"
        return _Gewogen(kenmerk, verdeling, onbekend, deel, uit, verdict)

    def _erbij(self, gewogen: list[_Gewogen], telling: Telling) -> tuple[int, list[list[int]]] | None:
        verdelingen = [Verdeling(list(g.verdeling.values()), g.onbekend) for g in gewogen if g.beslist]
        return erbij.zoek(verdelingen, self.hoogste_afstand, max(self.minimum_deelnemers - telling.teller_laag, 0))


def _samen(verdicts: list[Verdict]) -> Verdict:
    if "niet_gehaald" in verdicts:
        return "niet_gehaald"
    return "onbeslist" if "onbeslist" in verdicts or not verdicts else "gehaald"


def _deel(gewogen: _Gewogen, genoeg: bool, plekken: list[int] | None) -> dict[str, Any]:
    """Return how a characteristic stands as it may be shown: no small group, and nothing that tells its number.

    Keys: `kenmerk`, `verdict`, `bron`; `beslist`: it decides; `genoeg`: enough people take part to say anything;
    `bekend`: of how many per hundred it is known, down to five; `laag` and `hoog`: how many per hundred would have to
    come from another group, up to whole ones; `variatie`: the coefficient of variation of the coverage (these three are
    None when they cannot be said); `groepen`: how many of the set and of the wijk (both to five), whether more are
    needed, and how many (None when that cannot be said).
    """
    groepen = gewogen.verdeling
    toon = genoeg and gewogen.grenzen is not None and not any(0 < g.bekend < KLEINSTE for g in groepen.values())
    laag, hoog = (gewogen.grenzen.laag, gewogen.grenzen.hoog) if gewogen.grenzen and toon else (None, None)
    wortel = round(float(variatie(list(groepen.values()))) ** 0.5, 2) if toon and gewogen.bekend else None
    nodig = dict(zip(groepen, plekken or [0] * len(groepen), strict=True))
    return {
        "kenmerk": gewogen.kenmerk.naam,
        "verdict": gewogen.verdict if gewogen.beslist and genoeg else "onbeslist",
        "beslist": gewogen.beslist,
        "genoeg": genoeg,
        "bekend": int(gewogen.bekend * 20) * 5,
        "laag": _per_honderd(laag),
        "hoog": _per_honderd(hoog),
        "variatie": None if wortel is None else f"{wortel:.2f}",
        "bron": gewogen.kenmerk.bron,
        "groepen": [
            {
                "groep": naam,
                "aantal": _op_vijf(g.bekend),
                "wijk": _op_vijf(g.wijk),
                "tekort": nodig[naam] > 0,
                "erbij": nodig[naam] if toon else None,
            }
            for naam, g in groepen.items()
            if naam != _ANDERS
        ],
    }


def _per_honderd(afstand: Fraction | None) -> int | None:
    return None if afstand is None else -(-afstand * 100 // 1)


def _op_vijf(aantal: int) -> int | str:
    return cel(aantal) if aantal < KLEINSTE else (aantal + 2) // 5 * 5


DREMPEL = Afspiegeling
