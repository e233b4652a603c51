"""Who counts, as docs/bewijs.md and the domain say it: a small model to hold the bot against. It knows no rows."""

from dataclasses import dataclass, field
from fractions import Fraction

STOELEN_ALS_ONBEKEND = 4


@dataclass
class Stuk:
    """Evidence that holds: under which version it was recorded (0: before the first), and by whom of the staff."""

    versie: int
    door: str | None


@dataclass(eq=False)
class Mens:
    """A seat of a household, with all that holds about who sits there.

    Args:
        bewijs: by kind and subject.
        stemmen: the open polls in which they have a ballot, in chat or from paper.
        telt_door: what the seat counts for since all was erased, by version and condition; also without staff?
    """

    id: int
    stoel: int
    account: str | None = None
    gewist: bool = False
    bewijs: dict[tuple[str, str], Stuk] = field(default_factory=dict)
    stemmen: set[str] = field(default_factory=set)
    telt_door: dict[tuple[int, str], bool] = field(default_factory=dict)

    def deed(self, soorten: frozenset[str], *, staf: bool = True, voor: bool = False) -> bool:
        """Say whether there is evidence of one of these kinds, from before the first version or since."""
        stukken = [stuk for (soort, _), stuk in self.bewijs.items() if soort in soorten]
        return any((stuk.versie == 0) is voor and (staf or stuk.door is None) for stuk in stukken)


@dataclass(eq=False)
class Huis:
    """A household, with who lives there now."""

    id: int
    publiek_id: str
    nummer: int
    code: str
    volwassenen: int | None
    eigendom: str | None = None
    mensen: list[Mens] = field(default_factory=list)

    @property
    def stoelen(self) -> int:
        return STOELEN_ALS_ONBEKEND if self.volwassenen is None else self.volwassenen

    def op(self, stoel: int) -> Mens | None:
        return next((mens for mens in self.mensen if mens.stoel == stoel), None)

    def vrij(self) -> list[int]:
        return [stoel for stoel in range(1, self.stoelen + 1) if self.op(stoel) is None]


@dataclass(frozen=True)
class Versie:
    """A version of the rules: the unit, the kinds that count for each condition, its share and operator."""

    nummer: int
    eenheid: str
    telt: dict[str, frozenset[str]]
    aandeel: dict[str, tuple[Fraction, str]]


@dataclass
class Model:
    """The neighbourhood.

    Args:
        naamloos: so many unnamed people were ever recorded, at most: they only widen.
    """

    huizen: list[Huis] = field(default_factory=list)
    versies: list[Versie] = field(default_factory=list)
    vertrokken: list[Mens] = field(default_factory=list)
    naamloos: int = 0

    @property
    def versie(self) -> int:
        return len(self.versies)

    def mensen(self) -> list[tuple[Huis, Mens]]:
        return [(huis, mens) for huis in self.huizen for mens in huis.mensen]

    def teller(self, versie: Versie, drempel: str, *, staf: bool = True, voor: bool = False) -> int:
        """Return how many count for certain."""
        return sum(self._telt(versie, huis, self.gehoord(versie, drempel, huis, staf, voor)) for huis in self.huizen)

    def gehoord(self, versie: Versie, drempel: str, huis: Huis, staf: bool = True, voor: bool = False) -> int:
        """Return how many people of a household did what counts, whatever its size."""
        telt, wat = versie.telt[drempel], (versie.nummer, drempel)
        door = [mens for mens in huis.mensen if not voor and wat in mens.telt_door]
        deed = [mens for mens in huis.mensen if mens.deed(telt, staf=staf, voor=voor)]
        return len({*deed, *(mens for mens in door if staf or mens.telt_door[wat])})

    def misschien(self, versie: Versie, drempel: str) -> int:
        """Return how many more may count: erased under another version, or unnamed."""
        wat = (versie.nummer, drempel)
        ander = [
            mens
            for _, mens in self.mensen()
            if wat not in mens.telt_door and any(deel == drempel for _, deel in mens.telt_door)
        ]
        onbekend = sum(huis.stoelen for huis in self.huizen if huis.eigendom is None)
        return len(ander) + self.naamloos + (onbekend if versie.eenheid == "eigenaren" else 0)

    def noemers(self, versie: Versie, drempel: str) -> tuple[int, int]:
        """Return out of how many, at least and at most."""
        laag = hoog = 0
        for huis in self.huizen:
            geteld = min(self.gehoord(versie, drempel, huis), huis.stoelen)
            minstens = max(geteld, 1) if huis.volwassenen is None else huis.volwassenen
            koop = versie.eenheid != "eigenaren" or huis.eigendom == "koop"
            per_huis = versie.eenheid == "huishoudens"
            laag += (1 if per_huis else minstens) if koop else 0
            hoog += (1 if per_huis else huis.stoelen) if koop or huis.eigendom is None else 0
        return laag, hoog

    def wis(self, mens: Mens) -> None:
        """Erase who sits on a seat; it counts on as it did."""
        for versie in self.versies:
            for drempel, soorten in versie.telt.items():
                if mens.deed(soorten):
                    wat = (versie.nummer, drempel)
                    mens.telt_door[wat] = mens.telt_door.get(wat, False) or mens.deed(soorten, staf=False)
        mens.bewijs, mens.stemmen, mens.account, mens.gewist = {}, set(), None, True

    def stel_vast(self, nieuw: Versie) -> None:
        """Fix a version; who was erased counts on under one that takes all that an earlier one took."""
        for _, mens in self.mensen():
            for drempel, soorten in nieuw.telt.items():
                zeker = [
                    mens.telt_door[v.nummer, drempel]
                    for v in self.versies
                    if (v.nummer, drempel) in mens.telt_door and v.telt[drempel] <= soorten
                ]
                if zeker:
                    mens.telt_door[nieuw.nummer, drempel] = any(zeker)
        self.versies.append(nieuw)

    @staticmethod
    def _telt(versie: Versie, huis: Huis, wie: int) -> int:
        if versie.eenheid == "eigenaren" and huis.eigendom != "koop":
            return 0
        geteld = min(wie, huis.stoelen)
        return min(geteld, 1) if versie.eenheid == "huishoudens" else geteld


def verdict(aandeel: Fraction, operator: str, teller: tuple[int, int], noemer: tuple[int, int]) -> str:
    """Return the verdict as docs/bewijs.md has it, of the lowest and highest teller and noemer."""

    def haalt(hoeveel: int, van: int) -> bool:
        return van > 0 and (hoeveel > aandeel * van or (operator == ">=" and hoeveel >= aandeel * van))

    (laag, hoog), (noemer_laag, noemer_hoog) = teller, noemer
    if not noemer_hoog > 0 or laag > noemer_hoog:
        return "onbeslist"
    beste = min(hoog, noemer_hoog)
    if haalt(laag, noemer_hoog):
        return "gehaald"
    return "onbeslist" if haalt(beste, max(noemer_laag, beste, 1)) else "niet_gehaald"
