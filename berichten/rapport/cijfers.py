"""The series of figures: each drawn, as a table with its sources, and with what was corrected."""

from typing import Any

from berichten.bericht import zonder_opmaak
from berichten.cijfers import verbeterd
from berichten.grafiek import getal, grafiek, periode
from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, tabel

_IN_TABEL = 36


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; nothing where no figures are kept."""
    reeksen = data["delen"]["cijfers"]
    if not reeksen:
        return []
    gezet = [kop(pen.tekst("rapport.cijfers.kop")), alinea(pen.tekst("rapport.cijfers.uitleg"))]
    for een in reeksen:
        gezet += _reeks(pen, een)
    return gezet


def _reeks(pen: Pen, een: dict[str, Any]) -> list[Blok]:
    beeld = grafiek(pen.toon, een)
    koppen = tuple(pen.tekst(f"rapport.cijfers.{wat}") for wat in ("wanneer", "waarde", "bron"))
    rijen = [
        (periode(pen.toon, een["soort"], regel["begin"]), getal(pen.toon, regel["waarde"]), regel["bron"])
        for regel in een["cijfers"][-_IN_TABEL:]
    ]
    alt = pen.tekst("rapport.cijfers.alt", naam=een["naam"])
    return [
        kop(een["naam"], 2),
        alinea(een["uitleg"]),
        {**beeld, "soort": "grafiek", "alt": alt},
        tabel(koppen, rijen, (3, 2, 5)),
        *(klein(zonder_opmaak(regel)) for regel in verbeterd(pen.toon, een)),
        klein(pen.tekst("cijfers.bijgewerkt", dag=pen.dag(een["bijgewerkt"]))),
    ]
