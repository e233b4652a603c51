"""The shape of a small chart: an axis from zero, a column per period, and a gap where a figure is missing. Pure.

All places are whole numbers from 0 to `HEEL`, from the left and from the bottom; who draws it makes them points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from bot.rules.indicatoren import Soort, perioden, vorige

HEEL = 10_000
MEEST = 24
"""So many periods, or separate days, fit in a chart."""
_STREEPJES = 4
_RAND = 500


@dataclass(frozen=True)
class Staaf:
    """A column from the line of zero, or a thin stem with a dot for a day.

    Args:
        x: where its middle is.
        y: how high it comes; below the line of zero for a negative value.
    """

    begin: date
    x: int
    y: int
    waarde: Decimal


@dataclass(frozen=True)
class Grafiek:
    """A chart.

    Args:
        nul: how high the line of zero is.
        breed: how wide a column is; 0 for stems.
        streepjes: values of the axis with their height, from low to high; zero is one of them.
        gaten: the middle of each period without a figure, and in `leeg` its first day.
        weggelaten: how many figures came before the first that is drawn.
    """

    nul: int
    breed: int
    streepjes: tuple[tuple[Decimal, int], ...]
    staven: tuple[Staaf, ...]
    gaten: tuple[int, ...]
    leeg: tuple[date, ...]
    weggelaten: int


def teken(soort: Soort, punten: Mapping[date, Decimal]) -> Grafiek:
    """Return the chart of some figures by the first day of their period; at least one."""
    alle = sorted(punten)
    plaatsen = _dagen(alle[-MEEST:]) if soort == "dag" else _vakken(soort, alle)
    getekend = [begin for begin in plaatsen if begin in punten]
    waarden = [punten[begin] for begin in getekend]
    streepjes = _streepjes(min(waarden), max(waarden))
    onder, boven = streepjes[0], streepjes[-1]

    def hoogte(waarde: Decimal) -> int:
        return _heel((waarde - onder) / (boven - onder) * HEEL)

    return Grafiek(
        nul=hoogte(Decimal(0)),
        breed=0 if soort == "dag" else _heel(Decimal(HEEL) / len(plaatsen) * Decimal("0.7")),
        streepjes=tuple((waarde, hoogte(waarde)) for waarde in streepjes),
        staven=tuple(Staaf(begin, plaatsen[begin], hoogte(punten[begin]), punten[begin]) for begin in getekend),
        gaten=tuple(x for begin, x in plaatsen.items() if begin not in punten),
        leeg=tuple(begin for begin in plaatsen if begin not in punten),
        weggelaten=len(alle) - len(getekend),
    )


def _vakken(soort: Soort, alle: Sequence[date]) -> dict[date, int]:
    """Return the middle of each of the last periods, also of those without a figure."""
    eerste = alle[-1]
    for _ in range(MEEST - 1):
        if eerste <= alle[0]:
            break
        eerste = vorige(soort, eerste)
    vakken = list(perioden(soort, eerste, alle[-1]))
    return {begin: (2 * n + 1) * HEEL // (2 * len(vakken)) for n, begin in enumerate(vakken)}


def _dagen(dagen: Sequence[date]) -> dict[date, int]:
    """Return each day at its own distance in time."""
    lengte = (dagen[-1] - dagen[0]).days
    if not lengte:
        return {dagen[0]: HEEL // 2}
    ruimte = HEEL - 2 * _RAND
    return {dag: _RAND + (dag - dagen[0]).days * ruimte // lengte for dag in dagen}


def _streepjes(laagste: Decimal, hoogste: Decimal) -> list[Decimal]:
    """Return round values around the lowest, the highest and zero: steps of 1, 2 or 5 times a power of ten."""
    laagste, hoogste = min(laagste, Decimal(0)), max(hoogste, Decimal(0))
    if laagste == hoogste:
        hoogste = Decimal(1)
    macht = Decimal(1).scaleb((hoogste - laagste).adjusted() - 1)
    for keer in (1, 2, 5, 10, 20, 50, 100):
        stap = macht * keer
        onder, boven = _omhoog(-laagste, stap), _omhoog(hoogste, stap)
        if onder + boven <= _STREEPJES:
            return [stap * n for n in range(-onder, boven + 1)]
    raise AssertionError("a hundred times a tenth of it covers any range")


def _omhoog(waarde: Decimal, stap: Decimal) -> int:
    """Return how many whole steps cover a value that is not negative."""
    heel = waarde // stap
    return int(heel) + (1 if heel * stap < waarde else 0)


def _heel(waarde: Decimal) -> int:
    return int(waarde.to_integral_value(ROUND_HALF_EVEN))
