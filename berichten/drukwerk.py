"""Paper of many sheets, as many files as it takes."""

from collections.abc import Callable, Sequence
from typing import Any

from berichten.bericht import Bijlage

PER_BESTAND = 300


def bestanden(
    soort: str, naam: str, vellen: Sequence[Any], maak: Callable[[Sequence[Any]], dict[str, Any]]
) -> tuple[Bijlage, ...]:
    """Return the PDFs of these sheets.

    Args:
        soort: the kind of file, of `bot.exports`.
        maak: gives of some of the sheets all that stands in one file.
    """
    delen = [vellen[na : na + PER_BESTAND] for na in range(0, len(vellen), PER_BESTAND)]
    namen = [f"{naam}-{n}.pdf" for n in range(1, len(delen) + 1)] if len(delen) > 1 else [f"{naam}.pdf"]
    return tuple(Bijlage(soort, heet, maak(deel)) for heet, deel in zip(namen, delen, strict=True))
