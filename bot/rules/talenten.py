"""What the members of a group are good at, taken together: what nobody is, and whether they are all alike. Pure.

For planning only: who said what is never shown, and too few people who said something say nothing.
"""

from collections import Counter
from collections.abc import Collection, Mapping

from bot.rules.kennismaking import KEUZES
from bot.rules.kleine_cellen import EXACT_VANAF, KLEINSTE

TALENTEN = KEUZES["talent"]
Gezegd = Collection[Collection[str]]
"""Per person who said something, the talents that they named."""


def gezocht(gezegd: Gezegd) -> tuple[str, ...]:
    """Return the talents that nobody named; of fewer than five people nothing is known."""
    if len(gezegd) < KLEINSTE:
        return ()
    genoemd = {talent for een in gezegd for talent in een}
    return tuple(talent for talent in TALENTEN if talent not in genoemd)


def eenzijdig(gezegd: Gezegd) -> str | None:
    """Return the one talent that nearly everybody named, when nearly nobody named another.

    One of them may differ: so nobody who reads it is sure of anyone.
    """
    if len(gezegd) < KLEINSTE:
        return None
    telling = Counter(talent for een in gezegd for talent in set(een))
    meest, keer = telling.most_common(1)[0]
    anders = sum(1 for een in gezegd if set(een) - {meest})
    return meest if keer >= len(gezegd) - 1 and anders <= 1 else None


def schaarst(telling: Mapping[str, int], zeiden: int) -> str | None:
    """Return the talent that is missing in a whole wijk: the one that the fewest named, when that is next to nobody.

    Args:
        telling: how many residents named each talent.
        zeiden: how many said something of their talents.
    """
    if zeiden < EXACT_VANAF:
        return None
    minst = min(TALENTEN, key=lambda talent: (telling.get(talent, 0), TALENTEN.index(talent)))
    return minst if telling.get(minst, 0) < KLEINSTE else None
