"""What residents read of each heat solution: the costs with their sources, and how many understood it."""

from typing import Any

from berichten.bericht import zonder_opmaak
from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, lijst, tabel
from berichten.warmtekaart import begrepen_op, bron, gas, kosten


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; nothing where there were no cards."""
    kaarten = data["delen"]["warmtekaarten"]
    if not kaarten:
        return []
    koppen = tuple(pen.tekst(f"rapport.warmtekaart.{wat}") for wat in ("wat", "huis", "eenmalig", "maand", "versie"))
    rijen = [
        (
            een["oplossing"],
            een["woningtype"] or pen.tekst("warmtekaart.alle_woningen"),
            kosten(pen.toon, een["inhoud"], "eenmalig"),
            kosten(pen.toon, een["inhoud"], "maandelijks"),
            pen.tekst("rapport.warmtekaart.van", versie=een["versie"], dag=pen.kort(een["op"])),
        )
        for een in kaarten
    ]
    gezet = [kop(pen.tekst("rapport.warmtekaart.kop")), alinea(pen.tekst("rapport.warmtekaart.uitleg"))]
    gezet.append(tabel(koppen, rijen, (3, 3, 3, 3, 3)))
    gezet.append(lijst([f"{_naam(pen, een)}: {zonder_opmaak(gas(pen.toon, een['inhoud']))}" for een in kaarten]))
    gezet += [klein(f"{_naam(pen, een)}.", zonder_opmaak(bron(pen.toon, een["inhoud"]))) for een in kaarten]
    gezet += [kop(pen.tekst("rapport.warmtekaart.begrepen"), 2), alinea(pen.tekst("rapport.warmtekaart.telt_niet"))]
    for een in kaarten:
        standen = [zonder_opmaak(begrepen_op(pen.toon, stand)) for stand in een["standen"]]
        gezet.append(alinea(f"{_naam(pen, een)}."))
        gezet.append(lijst(standen) if standen else klein(pen.tekst("rapport.warmtekaart.weinig")))
    return gezet


def _naam(pen: Pen, een: dict[str, Any]) -> str:
    return f"{een['oplossing']}, {een['woningtype'] or pen.tekst('warmtekaart.alle_woningen')}"
