"""The button under what is decided or offered, to what it means for one's own home."""

from typing import Any

from berichten.bericht import Knop, Toon


def kaartknop(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return its row; none where no card was published (`kaarten`)."""
    return [(Knop(toon.t.plat("warmtekaart.knop_betekent"), "warmtekaarten"),)] if data.get("kaarten") else []
