"""How the messages to residents fared."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
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
    if data["bewaard"]:
        regels.append(t.tekst("verzending.bewaard", hoeveel=data["bewaard"]))
    regels += [t.tekst("verzending.soort", aantal=aantal, soort=soort) for soort, aantal in data["onzeker"].items()]
    return Bericht("\n".join(regels), (naar_menu(toon),))


@bericht("tijdvak.hersteld")
def hersteld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell staff that a backup was put back, and what is up to them now."""
    t = toon.t
    delen = [t.tekst("tijdvak.hersteld"), t.tekst("tijdvak.aantallen", **data), t.tekst("tijdvak.doe")]
    return Bericht("\n\n".join(delen), ((Knop(t.plat("knop.verzending"), "verzending"),),))
