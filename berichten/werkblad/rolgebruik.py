"""The audit trail as a table: who of the team looked at or did what, in which role."""

from typing import Any
from urllib.parse import quote

from berichten.bericht import Toon
from berichten.rol import wie_van
from berichten.werkblad.blad import Blad, Cel, Doe, Keuze, Link, Tabel, kolommen

Data = dict[str, Any]


def blad(toon: Toon, data: Data) -> Blad:
    """Return the page of rows of `bot.services.rolgebruik.rijen`: `regels`, `zoek`, `vanaf`, `meer`, perhaps `niet`."""
    t, zoek, niet = toon.t, data["zoek"], data["niet"]
    tabel = Tabel(
        t.plat("rolgebruik.knop"),
        kolommen(t, "moment", "wie", "rol", "waarin", "daad"),
        tuple(_rij(toon, een) for een in data["regels"]),
        t.plat("rolgebruik.leeg"),
    )
    waarom = (t.tekst(f"geweigerd.{niet['sleutel']}", **niet["velden"]),) if niet else ()
    bladeren = [
        Link(t.plat(f"knop.{naar}"), f"?bij={waar}&zoek={quote(zoek)}")
        for naar, waar in (("vorige", data["vorige"]), ("volgende", data["volgende"]))
        if waar is not None
    ]
    return Blad(
        t.plat("rolgebruik.knop"),
        (tabel,),
        (t.tekst("webkanaal.werk_spoor"), *waarom),
        (Keuze("", tuple(bladeren)),) if bladeren else (),
        (Doe(t.plat("rolgebruik.knop_bestand"), f"rgb:{zoek}"),) if data["regels"] else (),
        t.plat("webkanaal.werk_zoek_spoor"),
        zoek,
    )


def _rij(toon: Toon, een: Data) -> tuple[Cel, ...]:
    t = toon.t
    return (
        Cel(toon.kort(een["op"]), een["op"]),
        Cel(t.tekst("rolgebruik.weg") if een["gewist"] else wie_van(toon, een)),
        Cel(t.tekst(f"rol.{een['rol'] or 'geen'}")),
        Cel(een["wat"].replace(".", " · ")),
        Cel(t.tekst(f"rolgebruik.daad.{een['daad']}"), let_op=een["daad"] == "geweigerd"),
    )
