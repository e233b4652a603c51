"""A privacy statement that changed, and taking back one's yes."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from bot.rules.toestemming import SINDS


def sinds(toon: Toon, versie: int) -> str:
    """Return since when a version of the text holds."""
    return toon.dag(SINDS[versie].isoformat())


@bericht("toestemming.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what changed, and ask with the whole text under it; the button carries its version."""
    t = toon.t
    anders = t.tekst("toestemming.nieuw", anders=t.tekst("toestemming.anders"))
    tekst = Veilig(f"{anders}\n\n{toon.met_hulp(t.tekst('welkom.toestemming', sinds=sinds(toon, data['versie'])))}")
    ja = Knop(t.plat("welkom.knop_ja"), f"toe_ja:{data['versie']}")
    return Bericht(tekst, ((ja,), (Knop(t.plat("toestemming.knop_nee"), "toe_in"),)))


@bericht("toestemming.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what withdrawing means."""
    t = toon.t
    weg = Knop(t.plat("toestemming.knop_intrekken"), "toe_in"), Knop(t.plat("knop.wissen"), "wis")
    return Bericht(t.tekst("toestemming.vraag"), (*((knop,) for knop in weg), naar_menu(toon)))


@bericht("toestemming.ingetrokken")
def ingetrokken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what holds since, and what else one may do."""
    t = toon.t
    knoppen = (
        (Knop(t.plat("toestemming.knop_weer"), "toe"),),
        (Knop(t.plat("gegevens.knop_bestand"), "gegbestand"),),
        (Knop(t.plat("knop.wissen"), "wis"),),
    )
    return Bericht(t.tekst("toestemming.ingetrokken"), knoppen)
