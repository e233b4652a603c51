"""How the messages to residents fared."""

from typing import Any

from berichten.bericht import Bericht, Toon, bericht
from berichten.menu import naar_menu


@bericht("verzending")
def verzending(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Count per state, and the uncertain ones by kind."""
    t, staten = toon.t, data["staten"]
    regels = [
        t.tekst("verzending.kop"),
        t.tekst("verzending.verzonden", aantal=staten.get("verzonden", 0)),
        t.tekst("verzending.wachtend", aantal=staten.get("wachtend", 0) + staten.get("bezig", 0)),
        t.tekst("verzending.mislukt", aantal=staten.get("mislukt", 0)),
        t.tekst("verzending.onzeker", aantal=staten.get("onzeker", 0)),
    ]
    regels += [t.tekst("verzending.soort", aantal=aantal, soort=soort) for soort, aantal in data["onzeker"].items()]
    return Bericht("\n".join(regels), (naar_menu(toon),))
