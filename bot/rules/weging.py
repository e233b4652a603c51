"""How the votes of the five geledingen weigh when each weighs equally, whatever its size (taakdemocratie). Pure.

The votes of one geleding are parts of a whole by themselves, and each whole is a fifth. A vacant one keeps its fifth:
there are two readings, one in which that is left empty and one in which the others have it. Both have one order: the
parts of the one are those of the other by the same number. What may be shown of the
votes of burgers is no more than of an ordinary poll: they weigh by what everyone may see of them, rounded.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import lcm
from typing import Literal

from bot.rules.geleding import BURGERS, GELEDINGEN
from bot.rules.kleine_cellen import NIET_GETOOND, Cel, ongeveer, opkomst_van
from bot.rules.peilingen import Methode, Opzet
from bot.rules.peilinguitslag import toegestaan
from bot.rules.peiltelling import Getoond, GetoondeRegel, Regel, Uitslag

Reden = Literal["niemand", "geen_stem"]
"""Why a geleding is vacant: nobody is in it, or nobody of it voted."""


SPELING = 1
"""Burgers weigh rounded to five percents, and that is a fifth of the whole: a difference of 1% says nothing."""


@dataclass(frozen=True)
class Gewogen:
    """What came out, as it was counted, in two readings; they are the same when no geleding is vacant.

    Args:
        leeg: the fifth of a vacant geleding is nobody's: it stands in `leeg`.
        verdeeld: the others weigh equally, without it.
        vacant: which geledingen are, and why, in their order.
    """

    leeg: Uitslag
    verdeeld: Uitslag
    vacant: Mapping[str, Reden]


def weeg(per_geleding: Mapping[str, Uitslag], bezet: Collection[str]) -> Gewogen:
    """Weigh the counts of the geledingen, each of the same poll; exact.

    Args:
        per_geleding: one for each of the five, also without ballots.
        bezet: the geledingen that have someone in them.
    """
    tellen = {naam: geteld for naam in GELEDINGEN if _geheel(geteld := per_geleding[naam])}
    vacant: dict[str, Reden] = {
        naam: "geen_stem" if naam in bezet else "niemand" for naam in GELEDINGEN if naam not in tellen
    }
    deel = lcm(*(_geheel(geteld) for geteld in tellen.values()))
    vorm = per_geleding[BURGERS]
    regels = tuple(
        replace(
            regel, aantallen=_som(deel, [(geteld.regels[n].aantallen, _geheel(geteld)) for geteld in tellen.values()])
        )
        if tellen
        else replace(regel, aantallen=(0,) * len(regel.aantallen))
        for n, regel in enumerate(vorm.regels)
    )
    samen = replace(vorm, regels=regels, stemmen=deel * len(tellen), leeg=0, punten=min(vorm.punten, 1))
    leeg = replace(samen, stemmen=deel * len(GELEDINGEN), leeg=deel * len(vacant))
    return Gewogen(leeg, samen, vacant)


def zoals_te_zien(geteld: Uitslag) -> Uitslag | None:
    """Return a count as everyone may know it, by the classes of its cells; None when that is too little to weigh.

    Whatever is made of this tells no more of a voter than the ordinary result does, also to who knows all other votes.
    """
    cellen = toegestaan(geteld)
    if cellen is None:
        return None
    if geteld.kolommen:
        return _per_regel(geteld, cellen)
    vlak = [regel[0] for regel in cellen]
    verborgen = vlak.count(NIET_GETOOND)
    if verborgen and (verborgen == len(vlak) or (geteld.per_stem != 1 and not geteld.punten)):
        return None
    opkomst = int(opkomst_van(geteld.stemmen))
    getallen = ongeveer(vlak, 100 if geteld.punten else opkomst)
    regels = tuple(Regel(r.naam, (n,), r.label) for r, n in zip(geteld.regels, getallen, strict=True))
    een_keuze = geteld.per_stem == 1 or geteld.punten
    stemmen = sum(getallen) if een_keuze else opkomst
    return replace(geteld, regels=regels, stemmen=stemmen, leeg=0, punten=min(geteld.punten, 1))


def toon(methode: Methode, opzet: Opzet, geteld: Uitslag) -> Getoond:
    """Return a reading in whole percents, with the order and the sentences of its method."""
    geheel = geteld.stemmen
    regels = tuple(
        GetoondeRegel(
            regel.naam,
            regel.label or regel.naam,
            tuple((200 * aantal + geheel) // (2 * geheel) for aantal in regel.aantallen),
        )
        for regel in geteld.regels
    )
    return methode.duid(opzet, Getoond(100, regels, geteld.kolommen, procent=True, exact=True, speling=SPELING))


def kleinste_marge(gewogen: Gewogen) -> bool:
    """Say whether what the first has more than the second is less than what the vacant geledingen weigh."""
    if gewogen.leeg.kolommen or len(gewogen.leeg.regels) < 2:
        return False
    een, twee, *_ = sorted((regel.aantallen[0] for regel in gewogen.leeg.regels), reverse=True)
    return een - twee < gewogen.leeg.leeg


def _geheel(geteld: Uitslag) -> int:
    """Return what all votes of a geleding are together; 0 when there are none.

    Who may choose several and chose none said so: of all voters that is a part. Other empty ballots were taken back.
    """
    gestemd = geteld.stemmen - geteld.leeg
    met_leeg = bool(geteld.kolommen) or (geteld.per_stem != 1 and not geteld.punten)
    return (geteld.stemmen if met_leeg and gestemd else gestemd) * (geteld.punten or 1)


def _som(deel: int, delen: Sequence[tuple[tuple[int, ...], int]]) -> tuple[int, ...]:
    """Add up the same line of several geledingen, each as parts of one whole."""
    return tuple(
        sum(aantal * (deel // geheel) for aantal, geheel in kolom)
        for kolom in zip(*([(aantal, geheel) for aantal in aantallen] for aantallen, geheel in delen), strict=True)
    )


def _per_regel(geteld: Uitslag, cellen: tuple[tuple[Cel, ...], ...]) -> Uitslag | None:
    """Do so where each line is a question by itself: each then has as many ballots."""
    if any(set(regel) == {NIET_GETOOND} for regel in cellen):
        return None
    opkomst = int(opkomst_van(geteld.stemmen))
    getallen = [ongeveer(regel, opkomst) for regel in cellen]
    stemmen = lcm(*map(sum, getallen))
    regels = tuple(
        replace(regel, aantallen=tuple(n * (stemmen // sum(rij)) for n in rij))
        for regel, rij in zip(geteld.regels, getallen, strict=True)
    )
    return replace(geteld, regels=regels, stemmen=stemmen, leeg=0)
