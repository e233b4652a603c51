"""What an outsider found who checked a random few of what staff recorded."""

from fractions import Fraction
from typing import Any

from berichten.rapport.pen import Blok, Pen, afdruk, alinea, kop


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; none when no sample was drawn."""
    alle = data["delen"]["steekproef"]
    if not alle:
        return []
    return [
        kop(pen.tekst("rapport.steekproef.kop")),
        alinea(pen.tekst("rapport.steekproef.uitleg")),
        *_regels(pen, alle),
    ]


def _regels(pen: Pen, alle: list[dict[str, Any]]) -> list[Blok]:
    regels = []
    for een in alle:
        getallen = {naam: een[naam] for naam in ("omvang", "getrokken", "klopt_niet", "bereikt", "niet_bereikt")}
        zinnen = [
            pen.tekst("rapport.steekproef.dag", dag=pen.dag(een["dag"])),
            pen.tekst("steekproef.uitkomst", **getallen),
        ]
        fout = round(Fraction(100 * een["klopt_niet"], een["bereikt"])) if een["genoeg"] else 0
        zinnen.append(pen.tekst("rapport.steekproef.fout" if een["genoeg"] else "steekproef.te_klein", aantal=fout))
        zinnen += [pen.tekst("rapport.steekproef.afgebroken")] if een["afgebroken"] else []
        regels.append(alinea(*zinnen))
        regels.append(afdruk(pen.tekst("rapport.steekproef.loting", grootte=een["grootte"]), een["wortel"]))
    return regels
