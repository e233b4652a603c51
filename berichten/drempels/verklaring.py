"""The words of the declaration on who seldom speaks up."""

from typing import Any

from berichten.beeld import Balk, balk
from berichten.bericht import Toon
from berichten.catalogus import Veilig
from berichten.drempels.telling import verdict_in_woorden


def alinea(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> Veilig:
    """Return who declares, what they declared, or why a declaration does not count."""
    (deel,) = drempel["delen"]
    return toon.t.tekst(f"stand.verklaring.{deel['reden']}", naam=deel["naam"], functie=deel["functie"])


def balken(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
    """Return one bar, full or empty."""
    t, verdict = toon.t, drempel["verdict"]
    oordeel = (verdict, verdict_in_woorden(toon, verdict), "")
    return [balk(t.plat("stand.beeld.verklaring"), "", 1, drempel["teller"], oordeel=oordeel)]


def afspraak(toon: Toon, drempel: dict[str, Any]) -> dict[str, Any]:
    """Return nothing: its fields say it all."""
    return {}
