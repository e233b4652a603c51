"""The questions of a form; the preview stands with its noun."""

import re
from collections.abc import Sequence
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from berichten.werkgroepnaam import werkgroepnaam


@bericht("formulier.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask one question; with choices as buttons, two in a row, where both labels fit.

    What somebody wrote and the question is about (`over`) stands above it.
    """
    gevraagd = toon.t.tekst(f"{data['formulier']}.{data['veld']}.vraag")
    if over := data.get("over"):
        gevraagd = Veilig(f"{toon.t.tekst('formulier.over', tekst=over)}\n\n{gevraagd}")
    return stel(toon, data, gevraagd)


def stel(toon: Toon, data: dict[str, Any], tekst: Veilig) -> Bericht:
    """Return a question in these words with the buttons to answer it; what is chosen of several is ticked.

    With `werkgroepen` in the data the labels out of the database are names of those.
    """
    plat = toon.t.plat
    formulier, veld = data["formulier"], data["veld"]
    gehaald = [(k, werkgroepnaam(toon.t, label) if "werkgroepen" in data else label) for k, label in data["gehaald"]]
    keuzes = [(k, plat(f"{formulier}.{veld}.{k}")) for k in data["keuzes"]] + gehaald
    gekozen = data.get("gekozen")
    rijen = twee_aan_twee(
        [Knop(("✓ " if gekozen and k in gekozen else "") + inkorten(label), f"fk:{veld}:{k}") for k, label in keuzes]
    )
    if gekozen is not None:
        rijen.append((Knop(plat("knop.verder"), f"fk:{veld}:"),))
    if data["mag_over"]:
        rijen.append((Knop(plat("knop.overslaan"), f"fk:{veld}:"),))
    stop = Knop(plat("knop.stop"), "fstop")
    onder = (stop,) if data["eerste"] else (Knop(plat("knop.terug"), "fterug"), stop)
    return Bericht(tekst, (*rijen, onder))


@bericht("formulier.gestopt")
def gestopt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that nothing was kept."""
    return Bericht(toon.t.tekst("formulier.gestopt"), (naar_menu(toon),))


@bericht("formulier.anders")
def anders(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the questions, in their own words, to answer one once more; the preview comes back by the last button."""
    rijen = [(Knop(inkorten(_in_het_kort(toon, sleutel)), f"fx:{naam}"),) for naam, sleutel in data["vragen"]]
    return Bericht(toon.t.tekst("formulier.anders"), (*rijen, (Knop(toon.t.plat("knop.terug"), "fx:"),)))


def _in_het_kort(toon: Toon, sleutel: str) -> str:
    """Return the sentence of a question that asks, without markup."""
    plat = re.sub(r"<[^>]*>", "", toon.t.plat(sleutel))
    zinnen = re.split(r"(?<=[.?!])\s+|\n+", plat)
    return next((zin for zin in zinnen if zin.endswith("?")), zinnen[0])


def bevestigen(
    toon: Toon,
    tekst: Veilig,
    extra: Sequence[tuple[str, str]] = (),
    *,
    klaar: str | None = None,
    terug: bool = True,
    verder: Sequence[Knop] = (),
) -> Bericht:
    """Return a preview with the buttons that end a form, and those for what nobody has to fill in.

    Args:
        extra: name of the question and label of its button.
        klaar: label of the button that does it; an empty one leaves it out.
        terug: whether there is a question to go back to.
        verder: what else can be done with what was filled in.
    """
    plat = toon.t.plat
    label = plat("knop.klaar") if klaar is None else klaar
    rijen = [(Knop(label, "fklaar"),)] if label else []
    knoppen = [*(Knop(label, f"fx:{naam}") for naam, label in extra), *verder]
    stop = Knop(plat("knop.stop"), "fstop")
    return Bericht(
        tekst, (*rijen, *twee_aan_twee(knoppen), (Knop(plat("knop.terug"), "fterug"), stop) if terug else (stop,))
    )
