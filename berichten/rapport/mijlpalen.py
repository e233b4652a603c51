"""The milestones of the road to the gemeenteraad, each with what came out; and what the decision is about."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, tabel


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part about the milestones."""
    alle = data["delen"]["mijlpalen"]
    eerst = kop(pen.tekst("rapport.mijlpalen.kop"))
    if not alle:
        return [eerst, alinea(pen.tekst("rapport.mijlpalen.geen"))]
    koppen = tuple(pen.tekst(f"rapport.mijlpalen.{wat}") for wat in ("dag", "wat", "uitkomst"))
    rijen = [(pen.kort(een["moment"]), _wat(pen, een), _uitkomst(pen, een)) for een in alle]
    return [eerst, tabel(koppen, rijen, (0, 5, 3)), klein(pen.tekst("rapport.mijlpalen.uitleg"))]


def wie_doet_wat(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part about what the decision is about and who decides what, as residents read it."""
    delen = {een["onderdeel"]: een for een in data["delen"]["wiedoetwat"]}
    blokken = [kop(pen.tekst("rapport.wiedoetwat.kop"))]
    if not delen:
        return [*blokken, alinea(pen.tekst("rapport.wiedoetwat.geen"))]
    kaders = delen.pop("kaders", None)
    if kaders:
        blokken += [alinea(regel) for regel in kaders["tekst"].split("\n") if regel.strip()]
        blokken.append(klein(pen.tekst("rapport.wiedoetwat.sinds", dag=pen.dag(kaders["op"]))))
    if delen:
        koppen = tuple(pen.tekst(f"rapport.wiedoetwat.{wat}") for wat in ("wie", "trede", "waarover"))
        rijen = [(pen.tekst(f"wiedoetwat.deel.{naam}"), _trede(pen, een), een["tekst"]) for naam, een in delen.items()]
        blokken.append(tabel(koppen, rijen, (3, 3, 5)))
    return blokken


def _wat(pen: Pen, een: dict[str, Any]) -> str:
    bij = pen.tekst(f"mijlpaal.bij.{een['bij']}")
    return f"{een['titel']} ({bij[:1].lower()}{bij[1:]})"


def _uitkomst(pen: Pen, een: dict[str, Any]) -> str:
    if een["uitslag"]:
        return pen.tekst(f"mijlpaal_uitslag.uitkomst.{een['uitslag']['uitkomst']}")
    return pen.tekst("rapport.mijlpalen.onbekend" if een["voorbij"] else "rapport.mijlpalen.komt")


def _trede(pen: Pen, een: dict[str, Any]) -> str:
    return pen.tekst(f"wiedoetwat.kort.{een['trede']}") if een["trede"] else ""
