"""The buttons under a list that is shown a page at a time."""

from typing import Any

from berichten.bericht import Knop, Toon


def bladerknoppen(toon: Toon, data: dict[str, Any], naar: str) -> list[tuple[Knop, ...]]:
    """Return the row with the way to the page before and after this one; none when all fits on one.

    Args:
        data: as `bot.services.bladzij` gives it.
        naar: what a tap says before the number of the page.
    """
    plat, bladzij = toon.t.plat, data["bladzij"]
    knoppen = (
        *((Knop(plat("knop.vorige"), f"{naar}:{bladzij - 1}"),) if bladzij else ()),
        *((Knop(plat("knop.volgende"), f"{naar}:{bladzij + 1}"),) if data["meer"] else ()),
    )
    return [knoppen] if knoppen else []
