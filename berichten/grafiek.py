"""The words of a small chart of figures: it is drawn by the export or on the page; a text beside it says the same."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from berichten.bericht import Bijlage, Toon
from berichten.datum import Velden
from bot.rules.grafiek import HEEL, Grafiek, teken
from bot.rules.indicatoren import SOORTEN, Soort

_RUIMTE = 26
"""So many characters stand beside each other over the columns of a chart on a phone."""
_HOOGSTENS = 6
_UIT_ELKAAR = HEEL // 3
_VORMEN: dict[str, Velden] = {"dag": "yMMMMd", "maand": "yMMMM", "kwartaal": "yQQQQ", "jaar": "y"}
_KORT: dict[str, Velden] = {"dag": "yMMMd", "maand": "yMMM", "kwartaal": "yQQQ", "jaar": "y"}


def getal(toon: Toon, waarde: str) -> str:
    """Return a value as people write it, to the last digit."""
    return format_decimal(Decimal(waarde), locale=toon.t.locale, decimal_quantization=False)


def periode(toon: Toon, soort: str, begin: str, *, kort: bool = False) -> str:
    """Return a day, month, quarter or year by its first day."""
    return toon.dag(begin, (_KORT if kort else _VORMEN)[soort])


def vorm(data: Mapping[str, Any]) -> Grafiek:
    """Return the shape of the chart of a series that has a figure."""
    punten = {date.fromisoformat(een["begin"]): Decimal(een["waarde"]) for een in data["cijfers"]}
    return teken(_als_soort(data["soort"]), punten)


def grafiek(toon: Toon, data: Mapping[str, Any], *, voet: Sequence[str] = ()) -> dict[str, Any]:
    """Return all that a chart says and shows, in one language and without markup; see `bot.exports.als_grafiek`.

    Args:
        data: `bot.services.indicator.als_data`, with a figure at least.
        voet: lines under it.
    """
    t, getekend = toon.t, vorm(data)
    waarden = [getal(toon, str(staaf.waarde)) for staaf in getekend.staven]
    erbij = _erbij(waarden) if getekend.breed else _uiteinden([staaf.x for staaf in getekend.staven])
    eerste, laatste = getekend.staven[0], getekend.staven[-1]
    kanten = [eerste] if eerste == laatste else [eerste, laatste]
    return {
        "taal": t.taal,
        "kop": data["naam"],
        "eenheid": data["eenheid"],
        "nul": getekend.nul,
        "breed": getekend.breed,
        "streepjes": [{"y": y, "tekst": getal(toon, f"{waarde:f}")} for waarde, y in getekend.streepjes],
        "staven": [
            {"x": staaf.x, "y": staaf.y, "tekst": waarde if nummer in erbij else ""}
            for nummer, (staaf, waarde) in enumerate(zip(getekend.staven, waarden, strict=True))
        ],
        "gaten": list(getekend.gaten),
        "onder": [
            {"x": staaf.x, "tekst": periode(toon, data["soort"], staaf.begin.isoformat(), kort=True)}
            for staaf in kanten
        ],
        "gat": t.plat("cijfers.gat") if getekend.gaten else "",
        "voet": [*voet, *([t.plat("cijfers.eerder", aantal=n)] if (n := getekend.weggelaten) else [])],
    }


def beeld(toon: Toon, data: Mapping[str, Any], voet: Sequence[str]) -> Bijlage:
    """Return the picture of a chart for `Bericht.media`."""
    return Bijlage("grafiek", "cijfers.png", grafiek(toon, data, voet=voet), voor_velen=True)


def _erbij(waarden: Sequence[str]) -> set[int]:
    """Return of which columns the value stands with it: of all where that fits, else of the ends, else of the last."""
    if len(waarden) <= _HOOGSTENS and len(waarden) * max(map(len, waarden)) <= _RUIMTE:
        return set(range(len(waarden)))
    kanten = {0, len(waarden) - 1}
    return kanten if sum(len(waarden[n]) for n in kanten) <= _RUIMTE and len(waarden) > 3 else {len(waarden) - 1}


def _uiteinden(plaatsen: Sequence[int]) -> set[int]:
    """Return the first and the last of separate days, or only the last where they stand close."""
    laatste = len(plaatsen) - 1
    return {0, laatste} if plaatsen[laatste] - plaatsen[0] > _UIT_ELKAAR else {laatste}


def _als_soort(tekst: str) -> Soort:
    return next(soort for soort in SOORTEN if soort == tekst)
