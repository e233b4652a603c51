"""What an outsider found who checked a random few of what staff recorded."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, kop


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
        zinnen += [] if een["genoeg"] else [pen.tekst("steekproef.te_klein")]
        zinnen += [pen.tekst("rapport.steekproef.afgebroken")] if een["afgebroken"] else []
        zinnen.append(pen.tekst("rapport.steekproef.loting", grootte=een["grootte"], wortel=een["wortel"]))
        regels.append(alinea(" ".join(zinnen)))
    return regels
