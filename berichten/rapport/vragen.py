"""What residents asked and objected, with the answers."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part: what several asked stands once, in the words of who answered."""
    (wachten, *_), antwoorden = _verdeel(data["delen"]["vragen"])
    blokken = [kop(pen.tekst("rapport.vragen.kop"))]
    if not antwoorden and not wachten:
        return [*blokken, alinea(pen.tekst("rapport.vragen.geen"))]
    blokken.append(alinea(pen.tekst("rapport.vragen.uitleg")))
    for een in antwoorden:
        blokken += [kop(een["vraag"], 2), alinea(een["antwoord"])]
        blokken.append(klein(pen.tekst("rapport.vragen.zoveel", hoeveel=een["aantal"])))
    if wachten:
        blokken.append(alinea(pen.tekst("rapport.vragen.wachten", hoeveel=wachten)))
    return blokken


def _verdeel(rijen: list[dict[str, Any]]) -> tuple[list[Any], list[dict[str, Any]]]:
    return [rij["wachten"] for rij in rijen if "wachten" in rij], [rij for rij in rijen if "vraag" in rij]
