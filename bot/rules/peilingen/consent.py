"""Consent: no objection, an objection with its reason, or not my call. Objections are answered before it closes."""

import json
from collections.abc import Mapping, Sequence

from bot.rules.inbreng import Inbreng
from bot.rules.kleine_cellen import MINDER
from bot.rules.peilingen import Methode, Opzet, Veld
from bot.rules.peilscherm import Knop, Scherm, Woord, Zin
from bot.rules.peiltelling import Getoond, Regel, Uitslag
from bot.rules.stemvel import Vel

ANTWOORDEN = {"g": "geen bezwaar", "b": "bezwaar", "n": "niet aan mij"}
"""The three answers by what stands on a ballot; exports and conditions know them by these names."""

_KNOPPEN = {"g": "geen_bezwaar", "b": "bezwaar", "n": "niet_aan_mij"}
REDEN_LENGTE = 1000


class Consent(Methode):
    """A ballot is its answer, and for an objection the reason (`["b","te duur"]`): without one it is not finished."""

    PLEK = 7
    velden = (
        Veld("voorstel", "tekst", maximum=1000, ronde="anders"),
        Veld("wijziging", "tekst", maximum=300, ronde="alleen"),
    )
    ZINNEN = (
        *("voorstel", "wijziging", "uitleg", "reden", "inbreng", "inbreng_geen", "zeker_open", "blijft"),
        *("zonder", "blijven", "open", "weinig", "geen_oordeel", "vel", "vel_reden"),
    )
    KNOPPEN = (*_KNOPPEN.values(), "inbreng")
    OPTIES = tuple(ANTWOORDEN.values())
    SCHRIJFT = True
    BEANTWOORD = True
    BLIJFT = True

    def nieuw(self, opzet: Opzet) -> tuple[Zin, ...]:
        """Return what changed in the proposal."""
        anders = opzet.instellingen.get("wijziging")
        return (Zin("wijziging", {"wijziging": anders}),) if anders else ()

    def _waarover(self, opzet: Opzet) -> tuple[Zin, ...]:
        return (Zin("voorstel", {"voorstel": self.voorstel(opzet)}), *self.nieuw(opzet))

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return the proposal and the three answers; who objects types why."""
        keus, reden = _lees(inhoud)
        knoppen = tuple((Knop(daad, Zin(knop), daad == keus),) for daad, knop in _KNOPPEN.items())
        wacht = keus == "b" and not reden
        zinnen = (Zin("reden", {"maximum": REDEN_LENGTE}),) if wacht else (Zin("uitleg"),)
        stem: tuple[Woord, ...] = (Zin(_KNOPPEN[keus]),) if keus and not wacht else ()
        stem += (reden,) if reden else ()
        return Scherm(knoppen, self._waarover(opzet), zinnen, stem, REDEN_LENGTE if wacht else 0)

    def vel(self, opzet: Opzet, volgorde: Sequence[int]) -> Vel:
        """Return the proposal, the three answers, and lines for the reason."""
        rijen = tuple(Zin(knop) for knop in _KNOPPEN.values())
        return Vel(rijen, regels=self._waarover(opzet), zinnen=(Zin("vel"),), lijnen=6, schrijf=Zin("vel_reden"))

    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        """Put an answer on the ballot; an objection then waits for its reason, also when there was one."""
        if daad not in ANTWOORDEN:
            return None
        nieuw = _schrijf(daad)
        return None if nieuw == inhoud else nieuw

    def in_woorden(self, opzet: Opzet, inhoud: str) -> tuple[Woord, ...]:
        """Return the answer alone: the reason stands with the result without a name."""
        return (Zin(_KNOPPEN[_lees(inhoud)[0]]),)

    def schrijf(self, opzet: Opzet, inhoud: str | None, tekst: str) -> str | None:
        """Put the reason with the objection."""
        return _schrijf("b", tekst) if inhoud == _schrijf("b") else None

    def compleet(self, opzet: Opzet, inhoud: str) -> bool:
        """An objection counts with its reason."""
        return inhoud != _schrijf("b")

    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        """Count per answer."""
        aantallen = dict.fromkeys(ANTWOORDEN, 0)
        for inhoud, aantal in biljetten.items():
            aantallen[_lees(inhoud)[0]] += aantal
        regels = tuple(Regel(ANTWOORDEN[keus], (n,), Zin(_KNOPPEN[keus])) for keus, n in aantallen.items())
        return Uitslag(regels, sum(biljetten.values()))

    def inbreng(self, inhoud: str) -> str:
        """Return the reason of an objection."""
        return _lees(inhoud)[1]

    def besluit(self, opzet: Opzet, getoond: Getoond, inbreng: Sequence[Inbreng]) -> tuple[Zin, ...]:
        """Say whether the proposal is adopted, by what everyone sees: the objections, their answers and the counts.

        Every objection must be answered before the closing, and said to stay; who took it back has none. Silence is no
        consent: too few who said that they have no objection make it say nothing.
        """
        open_ = sum(een.antwoord is None or een.later or not een.blijft for een in inbreng)
        if open_:
            return (Zin("open", {"aantal": open_}),)
        if not getoond.regels:
            return (Zin("geen_oordeel"),)
        if getoond.regels[0].cellen[0] in (MINDER, 0):
            return (Zin("weinig"),)
        return (Zin("blijven", {"aantal": len(inbreng)}) if inbreng else Zin("zonder"),)


METHODE = Consent()


def _lees(inhoud: str | None) -> tuple[str, str]:
    if inhoud is None:
        return "", ""
    keus, *reden = json.loads(inhoud)
    return keus, "".join(reden)


def _schrijf(keus: str, reden: str = "") -> str:
    return json.dumps([keus, reden] if reden else [keus], separators=(",", ":"))
