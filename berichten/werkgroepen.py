"""Werkgroepen."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.menu import naar_menu


@bericht("werkgroep.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the werkgroepen, one button each to join or leave."""
    knoppen = []
    for groep in data["werkgroepen"]:
        sleutel = "werkgroep.knop_uit" if groep["lid"] else "werkgroep.knop_in"
        knop = Knop(toon.t.plat(sleutel, naam=groep["naam"]), f"wg:{'uit' if groep['lid'] else 'in'}:{groep['id']}")
        knoppen.append((knop,))
    return Bericht(toon.t.tekst("werkgroep.tekst"), (*knoppen, naar_menu(toon)))
