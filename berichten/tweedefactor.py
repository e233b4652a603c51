"""The second factor of the team: who set it up in the browser, and that it must be done anew."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.menu import naar_menu


@bericht("tweedefactor.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who set it up, a button each."""
    knoppen = [(Knop(een["wie"].partition(":")[2], f"tfo:{een['id']}"),) for een in data["mensen"]]
    tekst = toon.t.tekst("tweedefactor.lijst" if knoppen else "tweedefactor.leeg")
    return Bericht(tekst, (*knoppen, (Knop(toon.t.plat("knop.rol"), "rol"), *naar_menu(toon))))


@bericht("tweedefactor.opnieuw")
def opnieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell someone that they must set it up anew."""
    return Bericht(toon.met_hulp(toon.t.tekst("tweedefactor.opnieuw")), (naar_menu(toon),))
