"""The numbers of a condition as the export may show them."""

from collections.abc import Callable

from bot.rules.kleine_cellen import EXACT_VANAF, NIET_GETOOND, Cel, cel, exact
from bot.rules.wegen import Drempelstand

GEEN_MENSEN = ("kaders", "verklaring")
"""Where the figures come from of conditions that count no people."""
_PEILING = "peiling"


def getallen(stand: Drempelstand, bron: str) -> dict[str, Cel]:
    """Return the numbers of a condition: exact from ten people on, and of a poll as its result is shown."""
    toon: Callable[[int], Cel] = int if bron in GEEN_MENSEN else cel if bron == _PEILING else exact
    vrij = bron in GEEN_MENSEN or (bron != _PEILING and stand.teller >= EXACT_VANAF)
    klein = any(deel.get("klein") for deel in stand.delen)  # the result of the poll leaves out what a few chose
    return {
        "teller": NIET_GETOOND if klein else toon(stand.teller),
        "noemer": toon(stand.noemer),
        "operator": stand.operator,
        "drempel": stand.drempel,
        "nodig": stand.nodig if vrij or not stand.nodig else NIET_GETOOND,
        "ondergrens": NIET_GETOOND if klein else toon(stand.ondergrens),
        "bovengrens": NIET_GETOOND if klein else toon(stand.bovengrens),
    }
