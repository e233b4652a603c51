"""gedeeld_beeld: a poll that was named beforehand shows at least the agreed support (Overvecht)."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from bot.rules.wegen import Aandeel, Drempelstand, Verdict

MINSTE_STEMMEN = 10
"""Of fewer ballots nothing is concluded."""

Staat = Literal["geen", "open", "te_laat", "opties", "geteld"]


@dataclass(frozen=True)
class Peilinguitslag:
    """What came of the poll that was named.

    Args:
        staat: `geen`: no such poll about the decision; `open`: nobody may know yet; `te_laat`: it had closed before it
            was named; `opties`: an option that counts as support is not in it; `geteld`: the numbers say it.
        stemmen: how many ballots.
        voor: ballots with an option that counts as support.
        leeg: ballots without any option.
        ingetrokken: how many polls by this name were withdrawn.
        klein: the result leaves out what a few people chose, which the exact support would tell beside it.
        minste: the fewest that it asked for itself, when fewer voted; else 0.
    """

    staat: Staat
    stemmen: int = 0
    voor: int = 0
    leeg: int = 0
    ingetrokken: int = 0
    klein: bool = False
    minste: int = 0


@dataclass(frozen=True)
class GedeeldBeeld(Aandeel):
    """Which poll, by its question or its publiek_id, and which of its options count as support.

    Args:
        minste_stemmen: with fewer ballots at its closing it is not met.
    """

    peiling: str
    voor: tuple[str, ...]
    minste_stemmen: int = MINSTE_STEMMEN

    soort: ClassVar[str] = "gedeeld_beeld"
    BRON: ClassVar[str] = "peiling"
    TELT: ClassVar[frozenset[str]] = frozenset()
    MAG_TELLEN: ClassVar[frozenset[str]] = frozenset()

    def bezwaar(self) -> str | None:
        """See `Drempel.bezwaar`."""
        if not self.peiling.strip():
            return "peiling: schrijf de vraag van de peiling, precies zoals u haar gaat stellen"
        if not self.voor or not all(optie.strip() for optie in self.voor):
            return "voor: schrijf welke antwoorden van de peiling als steun tellen"
        if self.minste_stemmen < MINSTE_STEMMEN:
            return f"minste_stemmen: schrijf een aantal vanaf {MINSTE_STEMMEN}"
        return super().bezwaar()

    def weeg(self, gegevens: Peilinguitslag) -> Drempelstand:
        """Return how it stands: a poll that is open, or had too few ballots, decides nothing and gives no number away.

        `nodig` is in ballots: the fewest with which it could have been met, all of them in support.
        """
        stemmen = gegevens.stemmen
        genoeg_om_te_tellen = gegevens.staat == "geteld" and stemmen >= MINSTE_STEMMEN
        voor = gegevens.voor if genoeg_om_te_tellen else 0  # of fewer nobody hears what they chose
        minste = max(self.minste_stemmen, gegevens.minste)
        grond = max(stemmen, minste)
        verdict: Verdict = "onbeslist"
        if genoeg_om_te_tellen:
            genoeg = stemmen >= minste and self.passeert(voor, stemmen)
            verdict = "gehaald" if genoeg else "niet_gehaald"
        deel: dict[str, Any] = {"staat": gegevens.staat, "ingetrokken": gegevens.ingetrokken}
        if gegevens.staat == "geteld":
            deel |= {"stemmen": stemmen, "minste_stemmen": minste}
        if genoeg_om_te_tellen:
            deel |= {"voor": voor, "leeg": gegevens.leeg, "anders": stemmen - voor - gegevens.leeg}
        deel |= {"klein": True} if gegevens.klein else {}
        return Drempelstand(
            soort=self.soort,
            verdict=verdict,
            teller=voor,
            noemer=stemmen,
            operator=self.operator,
            drempel=f"{self.aandeel.numerator}/{self.aandeel.denominator}",
            nodig=0 if verdict == "gehaald" else max(self.minimum(grond) - voor, grond - stemmen),
            ondergrens=voor,
            bovengrens=voor if genoeg_om_te_tellen else stemmen,
            noemer_laag=stemmen,
            delen=(deel,),
        )


DREMPEL = GedeeldBeeld
