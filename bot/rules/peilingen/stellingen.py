"""Stellingen: agree, disagree or pass, one statement per screen; each answer counts at once."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from bot.rules.groepskennis import vertel
from bot.rules.kleine_cellen import EXACT_VANAF, NIET_GETOOND, ongeveer
from bot.rules.opiniegroepen import MINSTE_STELLINGEN
from bot.rules.peilingen import Methode, Opzet, Veld, nummer_van
from bot.rules.peilscherm import Knop, Scherm, Zin, op_een_rij
from bot.rules.peiltelling import Getoond, GetoondeRegel, Regel, Uitslag
from bot.rules.stemvel import Vel

ANTWOORDEN = {"e": "eens", "o": "oneens", "p": "pas"}
"""What stands on a ballot for a statement, and the column that it counts in."""
OPEN = "-"
"""Not answered: counts with who passed."""
KLAAR, VERDER = "k", "v"
_PER_RIJ = 5
_GENOEMD = 3
_LANG_TOT, _KORT = 15, 50


class Stellingen(Methode):
    """A ballot is a letter per statement, with `k` after it when its voter stopped before the last.

    A shorter one was cast before the last statements were added: it says nothing of those.
    """

    PLEK = 4
    velden = (Veld("opties", "regels", 2, 15), Veld("aandragen", "keuze", keuzes=("nee", "ja"), extra=True))
    AANDRAGEN = "tijdens"
    OPINIEGROEPEN = MINSTE_STELLINGEN
    ZINNEN = (
        "stelling",
        "gaf_eens",
        "gaf_oneens",
        "gaf_pas",
        "gaf_open",
        "uitleg",
        "einde",
        "eens",
        "verdeeld",
        "maat",
        "vel",
        "nieuw",
        "mag_aandragen",
        "aandragen",
        "later",
        "groepen",
        "groep",
        "groep_eens",
        "groep_oneens",
        "samen_eens",
        "samen_oneens",
        "geen_groepen",
    )
    KNOPPEN = (
        "eens",
        "oneens",
        "pas",
        "terug",
        "klaar",
        "verder",
        "nummer",
        "stem_eens",
        "stem_oneens",
        "aandragen",
        "ingestuurd",
        "later",
        "later_kort",
    )
    KOLOMMEN = tuple(ANTWOORDEN.values())
    MET_LINK = True

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return the first statement that has no answer, or what one answered when there is none, or one stopped."""
        gaf, klaar = _lees(opzet, inhoud)
        open_ = [n for n in volgorde if gaf[n] == OPEN]
        scherm = _overzicht(opzet, gaf, volgorde) if klaar or not open_ else _stelling(opzet, gaf, volgorde, open_[0])
        erbij = len(gaf) - len(json.loads(inhoud).removesuffix(KLAAR)) if inhoud else 0
        nieuw = (Zin("nieuw", {"aantal": erbij}),) if erbij else ()
        mag = (Zin("mag_aandragen"),) if inhoud is None and self.aandragen(opzet) else ()
        return replace(scherm, zinnen=(*nieuw, *scherm.zinnen, *mag))

    def vel(self, opzet: Opzet, volgorde: Sequence[int]) -> Vel:
        """Return all statements with three boxes each."""
        stellingen = tuple(opzet.opties[n] for n in volgorde)
        return Vel(stellingen, tuple(Zin(antwoord) for antwoord in ANTWOORDEN.values()), zinnen=(Zin("vel"),))

    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        """Answer a statement (`3e`), take an answer back (`3-`), stop (`k`) or go on (`v`)."""
        gaf, klaar = _lees(opzet, inhoud)
        if daad in (KLAAR, VERDER):
            kan = set(gaf) != {OPEN} and OPEN in gaf
            return _schrijf(gaf, daad == KLAAR) if kan and klaar != (daad == KLAAR) else None
        nummer, wat = nummer_van(daad[:-1], len(gaf)), daad[-1:]
        if nummer is None or wat not in {*ANTWOORDEN, OPEN} or (gaf[nummer] == wat):
            return None
        return _schrijf(gaf[:nummer] + wat + gaf[nummer + 1 :], klaar=False)

    def in_woorden(self, opzet: Opzet, inhoud: str) -> tuple[Zin, ...]:
        """Return what one agreed and disagreed with."""
        paren = zip(opzet.opties, _lees(opzet, inhoud)[0], strict=True)
        return tuple(Zin(f"stem_{ANTWOORDEN[gaf]}", {"optie": optie}) for optie, gaf in paren if gaf in "eo")

    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        """Count the answers per statement; who did not answer one passed it."""
        tellers = [dict.fromkeys(ANTWOORDEN, 0) for _ in opzet.opties]
        leeg = 0
        for inhoud, aantal in biljetten.items():
            gaf, _ = _lees(opzet, inhoud)
            leeg += aantal * (set(gaf) == {OPEN})
            for teller, antwoord in zip(tellers, gaf, strict=True):
                teller["p" if antwoord == OPEN else antwoord] += aantal
        regels = tuple(Regel(tekst, tuple(n.values())) for tekst, n in zip(opzet.opties, tellers, strict=True))
        return Uitslag(regels, sum(biljetten.values()), leeg, kolommen=self.KOLOMMEN)

    def duid(self, opzet: Opzet, getoond: Getoond) -> Getoond:
        """Say on what most agree, and what divides most: where agree and disagree are closest, as a part of both.

        They are compared by what everyone sees, so about.
        """
        aan = {
            regel.naam: ongeveer(regel.cellen, int(getoond.stemmen), exact=getoond.exact)[:2]
            for regel in getoond.regels
        }
        eerst = len(opzet.opties) - opzet.later
        regels = [_later(regel, sum(aan[regel.naam]), exact=getoond.exact) for regel in getoond.regels[eerst:]]
        getoond = replace(getoond, regels=(*getoond.regels[:eerst], *regels))
        aan = {naam: cellen for naam, cellen in aan.items() if sum(cellen) >= EXACT_VANAF}
        eens, verdeeld = (_beste(aan, hoogte) for hoogte in (_eens, _verdeeld))
        zinnen = [
            *(Zin("eens", {"opties": _noem(opzet, eens)}) for _ in eens[:1]),
            *(Zin("verdeeld", {"opties": _noem(opzet, verdeeld)}) for _ in verdeeld[:1]),
        ]
        maat = (Zin("maat"),) if zinnen else ()
        return replace(getoond, zinnen=(*zinnen, *maat, *(Zin("later") for _ in regels[:1])))

    def opiniegroepen(
        self, opzet: Opzet, biljetten: Mapping[str, int], getoond: Getoond
    ) -> tuple[tuple[Zin, ...], ...]:
        """Return who answered alike, in groups of ten people or more; or that there are none."""
        gaven: Counter[str] = Counter()
        for inhoud, aantal in biljetten.items():
            gaven[_lees(opzet, inhoud)[0]] += aantal
        totalen = tuple(regel.aantallen for regel in self.tel(opzet, biljetten).regels)
        cellen = tuple(regel.cellen for regel in getoond.regels)
        beeld = vertel(tuple(sorted(gaven.items())), totalen, cellen) if cellen else None
        if beeld is None:
            return ((Zin("geen_groepen"),),)
        delen: list[tuple[Zin, ...]] = [(Zin("groepen", {"aantal": len(beeld.groepen)}),)]
        for letter, groep in zip("ABC", beeld.groepen, strict=False):
            kop = Zin("groep", {"letter": letter, "hoeveel": groep.ongeveer})
            delen.append((kop, *_eens_oneens("groep", opzet, groep.eens, groep.oneens)))
        samen = tuple(_eens_oneens("samen", opzet, beeld.eens, beeld.oneens))
        return (*delen, samen) if samen else tuple(delen)


METHODE = Stellingen()


def _later(regel: GetoondeRegel, kozen: int, *, exact: bool) -> GetoondeRegel:
    """Say of a statement that was added how many people answered it, as far as everyone sees that."""
    if NIET_GETOOND in regel.cellen[:2]:
        return replace(regel, label=Zin("later_kort", {"optie": regel.naam}))
    hoeveel = kozen if exact else (kozen + 2) // 5 * 5
    return replace(regel, label=Zin("later", {"optie": regel.naam, "hoeveel": hoeveel}))


def _eens_oneens(wie: str, opzet: Opzet, eens: Sequence[int], oneens: Sequence[int]) -> Iterator[Zin]:
    for kant, nummers in (("eens", eens), ("oneens", oneens)):
        if nummers:
            yield Zin(f"{wie}_{kant}", {"opties": _noem(opzet, [opzet.opties[n] for n in nummers])})


def _noem(opzet: Opzet, namen: Sequence[str]) -> str:
    """Return some statements as one text; of many the first."""
    meer = "; …" if len(namen) > _GENOEMD else ""
    return op_een_rij(_kort(opzet, naam) for naam in namen[:_GENOEMD]) + meer


def _kort(opzet: Opzet, tekst: str) -> str:
    """Return a statement, shorter where there are so many that a message could not hold them."""
    if len(opzet.opties) <= _LANG_TOT or len(tekst) <= _KORT:
        return tekst
    return tekst[: _KORT - 1].rstrip() + "…"


def _stelling(opzet: Opzet, gaf: str, volgorde: Sequence[int], nu: int) -> Scherm:
    plek = list(volgorde).index(nu)
    rijen = [(Knop(f"{nu}e", Zin("eens")), Knop(f"{nu}o", Zin("oneens"))), (Knop(f"{nu}p", Zin("pas")),)]
    daarna = []
    if plek:
        daarna.append(Knop(f"{volgorde[plek - 1]}{OPEN}", Zin("terug")))
    if set(gaf) != {OPEN}:
        daarna.append(Knop(KLAAR, Zin("klaar")))
    regel = Zin("stelling", {"plek": plek + 1, "van": len(gaf), "optie": opzet.opties[nu]})
    return Scherm((*rijen, tuple(daarna)) if daarna else tuple(rijen), (regel,), (Zin("uitleg"),))


def _overzicht(opzet: Opzet, gaf: str, volgorde: Sequence[int]) -> Scherm:
    """Return all answers; a number goes back to its statement."""
    knoppen = [
        Knop(f"{n}{OPEN}", Zin("nummer", {"plek": plek})) for plek, n in enumerate(volgorde, 1) if gaf[n] != OPEN
    ]
    rijen = [tuple(knoppen[na : na + _PER_RIJ]) for na in range(0, len(knoppen), _PER_RIJ)]
    if OPEN in gaf:
        rijen.append((Knop(VERDER, Zin("verder")),))
    regels = tuple(
        Zin(f"gaf_{ANTWOORDEN.get(gaf[n], 'open')}", {"plek": plek, "optie": _kort(opzet, opzet.opties[n])})
        for plek, n in enumerate(volgorde, 1)
    )
    return Scherm(tuple(rijen), regels, (Zin("einde"),))


def _beste(aan: Mapping[str, tuple[int, ...]], hoogte: Callable[[int, int], Fraction]) -> list[str]:
    """Return the statements that are highest; none when all are."""
    hoogten = {naam: hoogte(*cellen) for naam, cellen in aan.items()}
    beste = [naam for naam, hoog in hoogten.items() if hoog == max(hoogten.values())]
    return beste if len(beste) < len(aan) else []


def _eens(eens: int, oneens: int) -> Fraction:
    return Fraction(eens, eens + oneens)


def _verdeeld(eens: int, oneens: int) -> Fraction:
    return -abs(2 * _eens(eens, oneens) - 1)


def _lees(opzet: Opzet, inhoud: str | None) -> tuple[str, bool]:
    gaf = str(json.loads(inhoud)) if inhoud else OPEN * len(opzet.opties)
    gaf, klaar = gaf.removesuffix(KLAAR), gaf.endswith(KLAAR)
    return gaf.ljust(len(opzet.opties), OPEN), klaar


def _schrijf(gaf: str, klaar: bool) -> str:
    return json.dumps(gaf + KLAAR * klaar)
