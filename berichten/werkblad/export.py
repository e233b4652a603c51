"""Exports: asking for the counts and the report, and the files that came."""

from typing import Any

from berichten.bericht import Toon
from berichten.werkblad.blad import Blad, Cel, Doe, Tabel, kolommen


def blad(toon: Toon, bestanden: list[dict[str, Any]]) -> Blad:
    """Return the page of what `bot.services.export.bestanden` gives."""
    t = toon.t
    tabel = Tabel(
        t.plat("webkanaal.werk_bestanden"),
        kolommen(t, "bestand", "moment"),
        tuple(
            (Cel(een["naam"], link=f"/chat/bestand/{een['waar']}"), Cel(toon.kort(een["op"]), een["op"]))
            for een in bestanden
        ),
        t.plat("webkanaal.werk_geen_bestanden"),
    )
    doen = Doe(t.plat("knop.export"), "export"), Doe(t.plat("knop.rapport"), "rapport")
    return Blad(
        t.plat("webkanaal.werk_export"), (tabel,), (t.tekst("webkanaal.werk_export_uitleg"),), doen=doen, volgt=True
    )
