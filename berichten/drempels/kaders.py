"""The words of the kaders of the gemeenteraad."""

from typing import Any

from berichten.beeld import Balk, balk
from berichten.bericht import Toon
from berichten.catalogus import Veilig
from berichten.drempels.telling import verdict_in_woorden


def alinea(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> Veilig:
    """Return how many are met, and of how many that cannot be."""
    t, wel, alle = toon.t, drempel["teller"], drempel["noemer"]
    zinnen = [t.tekst("stand.kaders", aantal=wel, noemer=alle)]
    if niet := alle - drempel["bovengrens"]:
        zinnen.append(t.tekst("stand.kaders.niet", aantal=niet))
    zinnen.append(t.tekst(f"stand.voorwaarde.{drempel['verdict']}"))
    return Veilig(" ".join(zinnen))


def balken(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
    """Return one bar: how many are met."""
    t, verdict, wel, alle = toon.t, drempel["verdict"], drempel["teller"], drempel["noemer"]
    oordeel = (verdict, verdict_in_woorden(toon, verdict), "")
    waarde = t.plat("stand.beeld.zoveel", aantal=wel, noemer=alle)
    return [balk(t.plat("stand.beeld.kaders"), waarde, alle, wel, oordeel=oordeel)]
