"""What schools and verenigingen answered by their links: apart from the wijk, and no ground for anything."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, tabel


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; nothing when no school took part."""
    onderdelen = data["tellingen"]["onderdelen"]
    scholen = [d for d in onderdelen if d["onderdeel"] == "school" and d["metingen"]["ingetrokken"] == "nee"]
    if not scholen:
        return []
    blokken = [kop(pen.tekst("rapport.scholen.kop")), alinea(pen.tekst("rapport.scholen.uitleg"))]
    koppen = (pen.tekst("rapport.minderheid.antwoord"), pen.tekst("rapport.scholen.antwoorden"))
    for school in scholen:
        rijen = [
            (deel["naam"], deel["metingen"]["antwoorden"])
            for deel in onderdelen
            if deel["onderdeel"] == "schoolantwoord" and deel["id"] == school["id"]
        ]
        wie = pen.tekst("rapport.scholen.wie", hoeveel=school["metingen"]["deelnemers"])
        geteld = tabel(koppen, rijen, (5, 2)) if rijen else alinea(pen.tekst("rapport.scholen.open"))
        blokken += [kop(school["naam"], 2), geteld, klein(wie)]
    return blokken
