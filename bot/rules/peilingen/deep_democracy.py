"""Deep democracy: in favour or against, and what one needs to come along when it goes the other way.

The majority decides, and the next round adds what the minority needs. A vote counts at once; what one needs is extra.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.rules.inbreng import Inbreng
from bot.rules.kleine_cellen import MINDER, NIET_GETOOND, Cel
from bot.rules.peilingen import Methode, Opzet, Veld
from bot.rules.peilscherm import Knop, Scherm, Woord, Zin
from bot.rules.peiltelling import Getoond, Regel, Uitslag
from bot.rules.stemvel import Vel

ANTWOORDEN = {"v": "voor", "t": "tegen", "g": "geen mening"}
"""The three answers by what stands on a ballot; exports and conditions know them by these names."""

_KNOPPEN = {"v": "voor", "t": "tegen", "g": "geen_mening"}
_GEVRAAGD = "vt"
"""Who is asked what they need: nobody knows yet which of the two is the minority."""
_SLA_OVER, _OPNIEUW = "s", "w"
TEKST_LENGTE = 1000


class DeepDemocracy(Methode):
    """A ballot is an answer, and what its voter needs after it: `["t","stilte"]`, or `["t",""]` for nothing."""

    PLEK = 8
    velden = (
        Veld("voorstel", "tekst", maximum=1000, ronde="anders"),
        Veld("toegevoegd", "groepen", ronde="alleen"),
        Veld(
            "wijziging",
            "tekst",
            maximum=300,
            ronde="alleen",
            mag_over=True,
            als=lambda gegeven: not gegeven.get("toegevoegd"),
        ),
    )
    ZINNEN = (
        *("voorstel", "wijziging", "toegevoegd", "uitleg", "nodig_v", "nodig_t", "inbreng", "inbreng_geen"),
        *("vel", "vel_nodig", "zeker_open", "meer_voor", "meer_tegen", "gelijk", "genoemd"),
        *("minder_voor", "minder_tegen", "weinig_voor", "weinig_tegen"),
    )
    KNOPPEN = (*_KNOPPEN.values(), "niets", "toch", "opnieuw", "inbreng")
    OPTIES = tuple(ANTWOORDEN.values())
    SCHRIJFT = True
    BEANTWOORD = True
    GROEPEERT = True

    def nieuw(self, opzet: Opzet) -> tuple[Zin, ...]:
        """Return what was added since the round before, and for whom."""
        if anders := opzet.instellingen.get("wijziging"):
            return (Zin("wijziging", {"wijziging": anders}),)
        paren = opzet.instellingen.get("toegevoegd") or ()
        return tuple(Zin("toegevoegd", {"groep": groep, "tekst": tekst}) for groep, tekst in paren)

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return the proposal and the answers; who chose a side is asked what they need when it goes the other way."""
        keus, nodig = _lees(inhoud)
        voor, tegen, geen = (Knop(daad, Zin(knop), daad == keus) for daad, knop in _KNOPPEN.items())
        rijen: list[tuple[Knop, ...]] = [(voor, tegen), (geen,)]
        wacht = keus != "" and keus in _GEVRAAGD and nodig is None
        if wacht:
            rijen.append((Knop(_SLA_OVER, Zin("niets")),))
        elif nodig is not None:
            rijen.append((Knop(_OPNIEUW, Zin("opnieuw" if nodig else "toch")),))
        zinnen = (Zin(f"nodig_{keus}", {"maximum": TEKST_LENGTE}),) if wacht else (Zin("uitleg"),)
        stem: tuple[Woord, ...] = (Zin(_KNOPPEN[keus]),) if keus else ()
        stem += (nodig,) if nodig else ()
        return Scherm(tuple(rijen), self._waarover(opzet), zinnen, stem, TEKST_LENGTE if wacht else 0)

    def _waarover(self, opzet: Opzet) -> tuple[Zin, ...]:
        return (Zin("voorstel", {"voorstel": self.voorstel(opzet)}), *self.nieuw(opzet))

    def vel(self, opzet: Opzet, volgorde: Sequence[int]) -> Vel:
        """Return the proposal, the three answers, and lines for what one needs, whichever it is."""
        rijen = tuple(Zin(knop) for knop in _KNOPPEN.values())
        return Vel(rijen, regels=self._waarover(opzet), zinnen=(Zin("vel"),), lijnen=6, schrijf=Zin("vel_nodig"))

    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        """Put an answer on the ballot; or say that one needs nothing (`s`), or wipe what one typed (`w`)."""
        keus, nodig = _lees(inhoud)
        if daad in ANTWOORDEN:  # the same once more leaves what was typed
            return None if daad == keus else _schrijf(daad)
        if not keus or keus not in _GEVRAAGD:
            return None
        if daad == _SLA_OVER and nodig is None:
            return _schrijf(keus, "")
        return _schrijf(keus) if daad == _OPNIEUW and nodig is not None else None

    def in_woorden(self, opzet: Opzet, inhoud: str) -> tuple[Woord, ...]:
        """Return the answer alone: what one needs stands with the result without a name."""
        return (Zin(_KNOPPEN[_lees(inhoud)[0]]),)

    def schrijf(self, opzet: Opzet, inhoud: str | None, tekst: str) -> str | None:
        """Put what one needs with the answer."""
        keus, nodig = _lees(inhoud)
        return _schrijf(keus, tekst) if keus and keus in _GEVRAAGD and nodig is None else None

    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        """Count per answer."""
        aantallen = dict.fromkeys(ANTWOORDEN, 0)
        for inhoud, aantal in biljetten.items():
            aantallen[_lees(inhoud)[0]] += aantal
        regels = tuple(Regel(ANTWOORDEN[keus], (n,), Zin(_KNOPPEN[keus])) for keus, n in aantallen.items())
        return Uitslag(regels, sum(biljetten.values()))

    def inbreng(self, inhoud: str) -> str:
        """Return what a voter needs; of which side they are is not with it."""
        return _lees(inhoud)[1] or ""

    def besluit(self, opzet: Opzet, getoond: Getoond, inbreng: Sequence[Inbreng]) -> tuple[Zin, ...]:
        """Say what the majority wants, how many want the other, and what people need by how often it was named."""
        groepen = Counter(een.groep for een in inbreng if een.groep)
        genoemd = "; ".join(f"{groep} ({aantal})" for groep, aantal in groepen.most_common())
        return (*_kanten(getoond), *([Zin("genoemd", {"groepen": genoemd})] if genoemd else []))


METHODE = DeepDemocracy()


def _kanten(getoond: Getoond) -> tuple[Zin, ...]:
    """Return the majority and the minority, as far as everyone can see them."""
    if not getoond.regels:
        return ()
    voor, tegen = (regel.cellen[0] for regel in getoond.regels[:2])
    hoog, laag = _hoogte(voor), _hoogte(tegen)
    if hoog == laag:  # too few of both, or left out: nothing is said of those
        return (Zin("gelijk"),) if isinstance(voor, int) and hoog else ()
    meer, minder, aantal = ("voor", "tegen", tegen) if hoog > laag else ("tegen", "voor", voor)
    if aantal == MINDER:
        return (Zin(f"meer_{meer}"), Zin(f"weinig_{minder}"))
    return (Zin(f"meer_{meer}"), *([Zin(f"minder_{minder}", {"aantal": aantal})] if aantal else []))


def _hoogte(cel: Cel) -> int:
    """Return how high a cell stands: what is left out is larger than what is shown."""
    return 10**9 if cel == NIET_GETOOND else cel if isinstance(cel, int) else 0


def _lees(inhoud: str | None) -> tuple[str, str | None]:
    """Return the answer, and what its voter needs: empty when they said that they would not say, else None."""
    if inhoud is None:
        return "", None
    keus, *nodig = json.loads(inhoud)
    return keus, nodig[0] if nodig else None


def _schrijf(keus: str, nodig: str | None = None) -> str:
    return json.dumps([keus] if nodig is None else [keus, nodig], separators=(",", ":"))
