"""The questions of a form; the preview stands with its noun."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.menu import naar_menu


@bericht("formulier.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask one question; with choices as buttons, two in a row."""
    plat = toon.t.plat
    formulier, veld = data["formulier"], data["veld"]
    keuzes = [Knop(plat(f"{formulier}.{veld}.{k}"), f"fk:{veld}:{k}") for k in data["keuzes"]]
    rijen = [tuple(keuzes[i : i + 2]) for i in range(0, len(keuzes), 2)]
    stop = Knop(plat("knop.stop"), "fstop")
    onder = (stop,) if data["eerste"] else (Knop(plat("knop.terug"), "fterug"), stop)
    return Bericht(toon.t.tekst(f"{formulier}.{veld}.vraag"), (*rijen, onder))


@bericht("formulier.gestopt")
def gestopt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that nothing was kept."""
    return Bericht(toon.t.tekst("formulier.gestopt"), (naar_menu(toon),))


def bevestigen(toon: Toon, tekst: Veilig) -> Bericht:
    """Return a preview with the buttons that end a form."""
    plat = toon.t.plat
    onder = (Knop(plat("knop.terug"), "fterug"), Knop(plat("knop.stop"), "fstop"))
    return Bericht(tekst, ((Knop(plat("knop.klaar"), "fklaar"),), onder))
