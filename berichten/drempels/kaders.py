"""The words of the kaders of the gemeenteraad."""

from typing import Any

from berichten.beeld import Balk, balk
from berichten.bericht import Toon, inkorten
from berichten.catalogus import Veilig
from berichten.drempels.telling import verdict_in_woorden

_RUIMTE = 1500
"""So many characters of kaders stand in one message; the whole is in the text to the letter."""


def alinea(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> Veilig:
    """Return how many are met, and of how many that cannot be."""
    t, wel, alle = toon.t, drempel["teller"], drempel["noemer"]
    zinnen = [t.tekst("stand.kaders", aantal=wel, noemer=alle) if wel else t.tekst("stand.kaders.geen", aantal=alle)]
    if niet := alle - drempel["bovengrens"]:
        zinnen.append(t.tekst("stand.kaders.niet", aantal=niet))
    zinnen.append(t.tekst(f"stand.voorwaarde.{drempel['verdict']}"))
    return Veilig(" ".join(zinnen))


def afspraak(toon: Toon, drempel: dict[str, Any]) -> dict[str, Any]:
    """Return the kaders one below the other."""
    ruimte = _RUIMTE // len(drempel["kaders"])
    regels = [toon.t.tekst("spelregels.kader", kader=inkorten(kader, ruimte)) for kader in drempel["kaders"]]
    return {"kaders": Veilig("\n".join(regels))}


def balken(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
    """Return one bar: how many are met."""
    t, verdict, wel, alle = toon.t, drempel["verdict"], drempel["teller"], drempel["noemer"]
    oordeel = (verdict, verdict_in_woorden(toon, verdict), "")
    waarde = t.plat("stand.beeld.zoveel", aantal=wel, noemer=alle)
    return [balk(t.plat("stand.beeld.kaders"), waarde, alle, wel, oordeel=oordeel)]
