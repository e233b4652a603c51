"""The participation counts as files, for organisatoren."""

from collections.abc import Iterable
from typing import Any

from berichten.bericht import Bericht, Bijlage, Toon, bericht
from berichten.menu import naar_menu

_NAMEN = {"excel_csv": "tellingen-excel.csv"}


@bericht("export.bezig")
def bezig(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the files are being made."""
    return Bericht(toon.t.tekst("export.bezig"), (naar_menu(toon),))


@bericht("export")
def export(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Render a short explanation, which goes first, with one file per kind and the manifest."""
    tekst = toon.t.tekst("export.klaar", wijk=data["tellingen"]["wijk"])
    return Bericht(tekst, bijlagen=bijlagen(data["tellingen"], data["soorten"]))


def bijlagen(tellingen: dict[str, Any], soorten: Iterable[str]) -> tuple[Bijlage, ...]:
    """Return the files of an export in the order in which they go, in a chat as in a folder: the manifest last."""
    bestanden = {_NAMEN.get(soort, f"tellingen.{soort}"): soort for soort in soorten}
    manifest = Bijlage("manifest", "manifest.json", {"tellingen": tellingen, "bestanden": bestanden})
    return (*(Bijlage(soort, naam, tellingen) for naam, soort in bestanden.items()), manifest)
