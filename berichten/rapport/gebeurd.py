"""What happened in the order of its days: meetings with who came, polls with how many voted, and what was recorded."""

from datetime import datetime
from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, tabel

_KOMT = {"bijeenkomst": "aanwezig", "peiling": "stemmers"}


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part."""
    delen = [deel for deel in data["tellingen"]["onderdelen"] if deel["onderdeel"] in _KOMT]
    eerst = kop(pen.tekst("rapport.gebeurd.kop"))
    gebeurd = [(deel["moment"], _wat(pen, deel), _wie(pen, deel, data)) for deel in delen] + _vastgelegd(pen, data)
    if not gebeurd:
        return [eerst, alinea(pen.tekst("rapport.gebeurd.geen"))]
    gebeurd.sort(key=lambda rij: (pen.toon.op_dag(rij[0]), _hoe_laat(rij[0]), *rij))
    koppen = (pen.tekst("rapport.gebeurd.dag"), pen.tekst("rapport.gebeurd.wat"), pen.tekst("rapport.gebeurd.wie"))
    rijen = [(pen.kort(moment), wat, wie) for moment, wat, wie in gebeurd]
    uitleg = klein(pen.tekst("rapport.gebeurd.uitleg"))
    return [eerst, tabel(koppen, rijen, (0, 5, 3)), uitleg]


def _hoe_laat(iso: str) -> float:
    """Return when on its day something was, in whatever zone it was written; of what has only a day that is first."""
    return datetime.fromisoformat(iso).timestamp() if "T" in iso else 0


def _vastgelegd(pen: Pen, data: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return day, what and who of each version, declaration, position and sample check, and of the closing."""
    delen, rijen = data["delen"], []
    for versie in delen["versies"]:
        wie = pen.tekst(f"rapport.orgaan.{versie['orgaan']}") if versie["orgaan"] else ""
        wie = pen.tekst("rapport.gebeurd.bevestigd", wie=wie[:1].lower() + wie[1:]) if wie else ""
        rijen.append((versie["vastgesteld_op"], pen.tekst("rapport.gebeurd.versie", versie=versie["versie"]), wie))
    for een in delen["onderbouwing"]:
        if een["wat"] == "verklaring":
            rijen.append((een["dag"], pen.tekst("rapport.gebeurd.verklaring"), een["naam"]))
        elif een["wat"] == "standpunt":
            rijen.append((een["dag"], pen.tekst("rapport.gebeurd.standpunt"), een["partner"]))
    buiten = pen.tekst("rapport.gebeurd.buitenstaander")
    rijen += [(een["op"], pen.tekst("rapport.gebeurd.afgesloten"), "") for een in delen["afsluiting"]]
    return rijen + [(een["dag"], pen.tekst("rapport.gebeurd.steekproef"), buiten) for een in delen["steekproef"]]


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
