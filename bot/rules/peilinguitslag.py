"""What may be shown of a poll that was counted, whatever its method; by the classes of kleine_cellen.py. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from bot.rules.kleine_cellen import (
    EXACT_VANAF,
    KLEINSTE,
    MINDER,
    NIET_GETOOND,
    Cel,
    Tussenstand,
    in_vijfjes,
    opkomst_van,
    tussenstand,
    uitslag,
)
from bot.rules.peilingen import Methode, Opzet
from bot.rules.peiltelling import Getoond, GetoondeRegel, Uitslag


def toon(methode: Methode, opzet: Opzet, geteld: Uitslag) -> Getoond:
    """Return a result as everyone may see it; without lines when there are too few ballots."""
    cellen = toegestaan(geteld)
    regels = tuple(
        GetoondeRegel(regel.naam, regel.label or regel.naam, deze)
        for regel, deze in zip(geteld.regels, cellen or (), strict=False)
    )
    getoond = Getoond(opkomst_van(geteld.stemmen), regels, geteld.kolommen, geteld.punten > 0)
    return methode.duid(opzet, getoond) if regels else getoond


def precies(methode: Methode, opzet: Opzet, geteld: Uitslag) -> Getoond:
    """Return a result as it was counted, for who may see it so."""
    regels = tuple(
        GetoondeRegel(regel.naam, regel.label or regel.naam, _zoals_geteld(regel.aantallen, geteld))
        for regel in geteld.regels
    )
    getoond = Getoond(geteld.stemmen, regels, geteld.kolommen, geteld.punten > 0, exact=True)
    return methode.duid(opzet, getoond) if geteld.stemmen else replace(getoond, regels=())


def _zoals_geteld(aantallen: Sequence[int], geteld: Uitslag) -> tuple[Cel, ...]:
    geheel = geteld.stemmen * geteld.punten
    return tuple(in_vijfjes(n, geheel) for n in aantallen) if geheel else tuple(aantallen)


def toegestaan(geteld: Uitslag) -> tuple[tuple[Cel, ...], ...] | None:
    """Return per line what may be shown of its counts; None when there are too few ballots.

    Cells that add up to the ballots are looked at together: the columns of a line, or else all lines. Points do not
    add up to people: they are parts in fives. Below five percent is a small part, and nearly all is not shown: of ten
    ballots of ten points at least, nobody reads from that whether one to four gave a point elsewhere.
    """
    stemmen = geteld.stemmen
    if stemmen < EXACT_VANAF:
        return None
    if geteld.punten:
        return tuple(tuple(_deel_van(n, stemmen * geteld.punten) for n in regel.aantallen) for regel in geteld.regels)
    if geteld.kolommen:
        return tuple(_samen(regel.aantallen, stemmen, 1) for regel in geteld.regels)
    return tuple((cel,) for cel in _samen([regel.aantallen[0] for regel in geteld.regels], stemmen, geteld.per_stem))


def op_papier(stemmen: int, aantal: int) -> int:
    """Return about how many ballots came on paper, 0 where that would tell of a few people who did, or did not."""
    cellen = uitslag([aantal, max(stemmen - aantal, 0)], stemmen, 1) or (0,)
    return cellen[0] if isinstance(cellen[0], int) else 0


def stand(vorige: Tussenstand | None, geteld: Uitslag) -> Tussenstand | None:
    """Return how an open poll goes, as it may be shown after what was shown before: its cells one after another."""
    cellen = toegestaan(geteld)
    delen = None if cellen is None else [_deel(cel, geteld) for regel in cellen for cel in regel]
    return tussenstand(vorige, delen, geteld.stemmen)


def _deel_van(punten: int, geheel: int) -> Cel:
    if 100 * punten < KLEINSTE * geheel:
        return MINDER
    return in_vijfjes(punten, geheel) if 100 * (geheel - punten) >= KLEINSTE * geheel else NIET_GETOOND


def _samen(aantallen: Sequence[int], stemmen: int, per_stem: int | None) -> tuple[Cel, ...]:
    return uitslag(aantallen, stemmen, per_stem) or (NIET_GETOOND,) * len(aantallen)


def _deel(cel: Cel, geteld: Uitslag) -> Cel:
    return cel if isinstance(cel, str) or geteld.punten else in_vijfjes(cel, geteld.stemmen)
