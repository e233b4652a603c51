"""The questions of a form; the preview stands with its noun."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.menu import naar_menu

KORT = 18
"""Longer labels are cut off when two stand beside each other on a small phone."""


@bericht("formulier.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask one question; with choices as buttons, two in a row, long labels on a row of their own."""
    plat = toon.t.plat
    formulier, veld = data["formulier"], data["veld"]
    keuzes = [Knop(plat(f"{formulier}.{veld}.{k}"), f"fk:{veld}:{k}") for k in data["keuzes"]]
    keuzes += [Knop(tekst[:60], f"fk:{veld}:{waarde}") for waarde, tekst in data["gehaald"]]
    breed = 1 if any(len(knop.tekst) > KORT for knop in keuzes) else 2
    rijen = [tuple(keuzes[i : i + breed]) for i in range(0, len(keuzes), breed)]
    if data["mag_over"]:
        rijen.append((Knop(plat("knop.overslaan"), f"fk:{veld}:"),))
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
