"""The words of a poll method: its own out of the catalog, or what people typed."""

from typing import Any

from berichten.bericht import Toon
from berichten.catalogus import Veilig


def zin(toon: Toon, methode: str, wat: str | list[Any]) -> Veilig:
    """Return a sentence of a method, or what people typed, as markup."""
    if isinstance(wat, str):
        return toon.t.tekst("peiling.optie", optie=wat)
    naam, velden = wat
    return toon.t.tekst(f"methode.{methode}.zin.{naam}", **_ingevuld(toon, velden))


def knopwoord(toon: Toon, methode: str, wat: str | list[Any]) -> str:
    """Return a label of a method, or what people typed, without markup."""
    if isinstance(wat, str):
        return wat
    naam, velden = wat
    return toon.t.plat(f"methode.{methode}.knop.{naam}", **_ingevuld(toon, velden))


def _ingevuld(toon: Toon, velden: dict[str, Any]) -> dict[str, Any]:
    hoe = {"moment": toon.moment, "kort": toon.kort}
    return {naam: hoe[naam](waarde) if naam in hoe else waarde for naam, waarde in velden.items()}
