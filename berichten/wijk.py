"""In which wijk somebody is, where one installation has more."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.menu import naar_menu


@bericht("wijk.hier")
def wijk(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say in which wijk one is, with a button to each of one's others; it carries the mark of that one."""
    t = toon.t
    ander = [een for een in data["wijken"] if een["naam"] != data["hier"]]
    knoppen = tuple((Knop(inkorten(een["naam"]), f"{een['id']}.wijkhier"),) for een in ander)
    wat = t.tekst("wijk.kies" if knoppen else "wijk.een", wijk=data["hier"])
    return Bericht(wat, (*knoppen, naar_menu(toon)))
