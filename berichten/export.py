"""The participation counts as files, for organisatoren."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Toon, bericht


@bericht("export")
def export(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Render a short explanation with one file per kind."""
    bijlagen = tuple(Bijlage(soort, f"tellingen.{soort}", data["tellingen"]) for soort in data["soorten"])
    return Bericht(toon.t.tekst("export.klaar", wijk=data["tellingen"]["wijk"]), bijlagen=bijlagen)
