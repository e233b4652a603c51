"""verklaring: a professional, appointed beforehand, declares that the stille midden was listened to (Overvecht)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Literal

from bot.rules.wegen import Drempelstand, Verdict

Reden = Literal["geen", "ander", "organisator", "vastlegger", "gehoord", "niet_gehoord"]


@dataclass(frozen=True)
class Afgelegd:
    """The declaration that holds, and what is known of who made it.

    Args:
        naam, functie, opdrachtgever: of the professional, as agreed when it was made.
        gehoord: that the stille midden has been listened to.
        organisator: who made it has that role.
        vastgelegd: how much evidence they recorded.
        totaal: how much staff recorded in all.
    """

    naam: str
    functie: str
    opdrachtgever: str
    gehoord: bool
    organisator: bool
    vastgelegd: int
    totaal: int


@dataclass(frozen=True)
class Verklaring:
    """Who declares it, on whose behalf, and from which part of what staff recorded someone is a main recorder."""

    naam: str
    functie: str
    opdrachtgever: str
    hoogstens_vastgelegd: Fraction = Fraction(1, 5)

    soort: ClassVar[str] = "verklaring"
    BRON: ClassVar[str] = "verklaring"
    TELT: ClassVar[frozenset[str]] = frozenset()
    MAG_TELLEN: ClassVar[frozenset[str]] = frozenset()

    def bezwaar(self) -> str | None:
        """See `Drempel.bezwaar`."""
        for veld in ("naam", "functie", "opdrachtgever"):
            if not getattr(self, veld).strip():
                return f"{veld}: schrijf wie de verklaring aflegt, in welke functie en voor wie"
        return None

    def weeg(self, gegevens: Afgelegd | None) -> Drempelstand:
        """Return how it stands: only a declaration of who was appointed, and who may make it, decides."""
        reden = self._reden(gegevens)
        verdict: Verdict = {"gehoord": "gehaald", "niet_gehoord": "niet_gehaald"}.get(reden, "onbeslist")  # type: ignore[assignment]
        wel = int(verdict == "gehaald")
        deel: dict[str, Any] = {
            "reden": reden,
            "naam": self.naam,
            "functie": self.functie,
            "opdrachtgever": self.opdrachtgever,
        }
        if gegevens is not None:
            deel |= {"vastgelegd": gegevens.vastgelegd, "totaal": gegevens.totaal}
        return Drempelstand(
            soort=self.soort,
            verdict=verdict,
            teller=wel,
            noemer=1,
            operator=">=",
            drempel="1/1",
            nodig=1 - wel,
            ondergrens=wel,
            bovengrens=int(verdict != "niet_gehaald"),
            noemer_laag=1,
            delen=(deel,),
        )

    def _reden(self, gegevens: Afgelegd | None) -> Reden:
        if gegevens is None:
            return "geen"
        if (gegevens.naam, gegevens.functie, gegevens.opdrachtgever) != (self.naam, self.functie, self.opdrachtgever):
            return "ander"
        if gegevens.organisator:
            return "organisator"
        if gegevens.vastgelegd > self.hoogstens_vastgelegd * gegevens.totaal:
            return "vastlegger"
        return "gehoord" if gegevens.gehoord else "niet_gehoord"


DREMPEL = Verklaring
