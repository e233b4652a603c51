"""In which wijk somebody is, where one installation has more."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, merk_van, twee_aan_twee
from berichten.menu import naar_menu

OP_EEN_SCHERM = 8
"""So many buttons stand below each other; more stand two by two."""


@bericht("wijk.hier")
def wijk(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say in which wijk one is, with a button to each of one's others; it carries the mark of that one."""
    t = toon.t
    knoppen = [Knop(inkorten(een["naam"]), f"{merk_van(een['id'])}wijkhier") for een in data["anders"]]
    rijen = twee_aan_twee(knoppen) if len(knoppen) > OP_EEN_SCHERM else tuple((knop,) for knop in knoppen)
    wat = t.tekst("wijk.kies" if knoppen else "wijk.een", wijk=data["hier"])
    return Bericht(wat, (*rijen, naar_menu(toon)))
