"""Keuze: one of several options."""

from collections.abc import Mapping, Sequence

from bot.rules.peilingen import Uitslag

MIN_OPTIES = 2
MAX_OPTIES = 10


def tel(opties: Sequence[tuple[int, str]], stemmen: Mapping[int, int]) -> Uitslag:
    """Count the ballots.

    Args:
        opties: (id, text) in their order.
        stemmen: votes per option id; options without votes may be absent.
    """
    regels = tuple((tekst, stemmen.get(optie, 0)) for optie, tekst in opties)
    return Uitslag(regels, sum(aantal for _, aantal in regels))
