"""The offers to residents: what each says of costs and gas, and how many addresses said yes."""

from typing import Any

from berichten.aanbod import kosten
from berichten.bericht import zonder_opmaak
from berichten.rapport.pen import Blok, Pen, afdruk, alinea, klein, kop, tabel


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; nothing where there was no offer."""
    alle = data["delen"]["aanbod"]
    if not alle:
        return []
    geteld = {deel["id"]: deel["metingen"] for deel in data["tellingen"]["onderdelen"] if deel["onderdeel"] == "aanbod"}
    koppen = tuple(pen.tekst(f"rapport.aanbod.{wat}") for wat in ("titel", "woningen", "vraagt", "adressen"))
    rijen = [
        (
            een["titel"],
            ", ".join(een["woningtypen"]) or pen.tekst("rapport.aanbod.alle"),
            _wat(pen, een),
            str(geteld[een["id"]][een["wat"]]),
        )
        for een in alle
    ]
    blokken_ = [kop(pen.tekst("rapport.aanbod.kop")), alinea(pen.tekst("rapport.aanbod.uitleg"))]
    blokken_.append(tabel(koppen, rijen, (4, 3, 3, 2)))
    for een in alle:
        gas = pen.tekst("aanbod.gas", gas=een["gas"])
        sluit = pen.tekst("rapport.aanbod.tot", dag=pen.dag(een["sluit_op"]))
        blokken_ += [
            kop(een["titel"], 2),
            alinea(een["tekst"]),
            alinea(zonder_opmaak(kosten(pen.toon, een)), gas),
            klein(sluit, _minimum(pen, geteld[een["id"]])),
        ]
        if een["stuknaam"]:
            blokken_.append(afdruk(pen.tekst("rapport.stuk.hash", naam=een["stuknaam"]), een["sha256"]))
    return blokken_


def _wat(pen: Pen, een: dict[str, Any]) -> str:
    """Return what a yes is, and whether it binds; of interest that goes without saying."""
    wat = pen.tekst(f"aanbod.wat.{een['wat']}")
    if een["bindend"] is None or een["wat"] == "interesse":
        return wat
    return pen.tekst("rapport.aanbod.bindend" if een["bindend"] else "rapport.aanbod.niet_bindend", wat=wat)


def _minimum(pen: Pen, metingen: dict[str, Any]) -> str:
    """Return from how many addresses on it goes ahead; nothing where that was not said."""
    aantal = metingen["minimum"]
    return pen.tekst("rapport.aanbod.minimum", aantal=aantal) if aantal else ""
