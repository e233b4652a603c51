"""The meetings and polls in the order of their days, with who came and how many voted."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, tabel

_KOMT = {"bijeenkomst": "aanwezig", "peiling": "stemmers"}


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part."""
    delen = [deel for deel in data["tellingen"]["onderdelen"] if deel["onderdeel"] in _KOMT]
    eerst = kop(pen.tekst("rapport.gebeurd.kop"))
    if not delen:
        return [eerst, alinea(pen.tekst("rapport.gebeurd.geen"))]
    delen.sort(key=lambda deel: (deel["moment"], deel["naam"]))
    koppen = (pen.tekst("rapport.gebeurd.dag"), pen.tekst("rapport.gebeurd.wat"), pen.tekst("rapport.gebeurd.wie"))
    rijen = [(pen.kort(deel["moment"]), _wat(pen, deel), _wie(pen, deel, data)) for deel in delen]
    uitleg = klein(pen.tekst("rapport.gebeurd.uitleg"))
    return [eerst, tabel(koppen, rijen, (0, 5, 3)), uitleg]


def _wat(pen: Pen, deel: dict[str, Any]) -> str:
    if deel["onderdeel"] == "bijeenkomst":
        return pen.tekst("rapport.gebeurd.bijeenkomst", titel=deel["naam"])
    return pen.tekst("rapport.gebeurd.peiling", titel=deel["naam"])


def komt_nog(pen: Pen, deel: dict[str, Any], data: dict[str, Any]) -> bool:
    """Say whether a meeting begins after the report was made."""
    return pen.toon.lokaal(deel["moment"]) > pen.toon.lokaal(data["tellingen"]["gemaakt_op"])


def _wie(pen: Pen, deel: dict[str, Any], data: dict[str, Any]) -> str:
    metingen = deel["metingen"]
    if metingen.get("afgelast") == "ja":
        return pen.tekst("rapport.gebeurd.afgelast")
    if metingen.get("ingetrokken") == "ja":
        return pen.tekst("rapport.gebeurd.ingetrokken")
    if deel["onderdeel"] == "bijeenkomst":
        if komt_nog(pen, deel, data):
            return pen.tekst("rapport.gebeurd.komt_nog")
        return pen.tekst("rapport.gebeurd.aanwezig", hoeveel=metingen["aanwezig"])
    return pen.tekst("rapport.gebeurd.stemmers", hoeveel=metingen["stemmers"])
