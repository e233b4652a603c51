"""Speaking: all that people read. A kind of message and its data become text and buttons in one language. No I/O."""

import pkgutil
from dataclasses import replace
from importlib import import_module

from berichten.bericht import MAKERS, Bericht, Bijlage, Boodschap, Knop, Toon, gemerkt, inkorten
from berichten.catalogus import Veilig, kies_taal, talen, vertaal
from berichten.uitleg import met_uitleg

__all__ = ["Bericht", "Bijlage", "Boodschap", "Knop", "Toon", "Veilig", "kies_taal", "render", "talen", "vertaal"]

for _module in pkgutil.iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

_KOP = 40
"""So much of the name of a wijk fits above the longest message, and the word that it is a repeat."""


def render(boodschap: Boodschap, toon: Toon) -> Bericht:
    """Turn a kind of message and its data into what a person reads: with its "?", and a repeat says that it is one.

    Raises:
        KeyError: no renderer of this kind, a text that is missing, or a field that the data lacks.
    """
    soort, data = boodschap.soort, boodschap.data
    gemaakt = gemerkt(met_uitleg(toon, soort, data, MAKERS[soort](toon, data)), toon.merk)
    boven = [toon.t.tekst("algemeen.wijk", wijk=inkorten(toon.kop, _KOP))] if toon.kop else []
    if data.get("herhaling") is True:  # the reminders of a werkgroep say by that word how they recur
        boven.append(toon.t.tekst("algemeen.herhaling"))
    return replace(gemaakt, tekst="\n\n".join([*boven, gemaakt.tekst]).rstrip()) if boven else gemaakt
