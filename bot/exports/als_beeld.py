"""Horizontal bars as PNG, drawn by typst from beeld.typ. It makes no words and counts nothing: berichten does the one,
the services do the other.
"""

import json
import struct
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.exports.letters import WEG, letters, zet

_SJABLOON = Path(__file__).with_name("beeld.typ")
_BREED_IN_INCH = 300 / 72
_LANGSTE = 10_000 / 1080
"""Width and height of a photo together, in its widths (Bot API, sendPhoto); a longer picture is drawn smaller."""

_EEN_TEGELIJK = threading.Lock()
"""Who asks for what is being drawn finds it drawn."""


def maak(data: dict[str, Any], pixels: int = 1080) -> bytes:
    """Return the picture; the same data gives the same bytes.

    Args:
        data: in the language of the reader, and none of it markup:
            `taal`; `kop`; `balken`, in order; `legenda`: per line `soort` (`zeker` or
            `misschien`) and `tekst`; `voet`: lines at the bottom.
            A bar has `tekst`, `waarde` (may be empty), and the whole numbers `zeker`, `hoogstens` and `van`.
            It may have a `grens` (`aantal`, `tekst`) and an `oordeel` (`soort`: `gehaald`, `niet_gehaald` or
            `onbeslist`; `tekst`; `uitleg`, may be empty), and a `verloop`: `kop`, `grens`, and `weken`, each with
            `tekst` and `aantal`. With `delen`, whole numbers, it is drawn in that many parts, and `soort` in the
            `legenda` is the number of the part.
        pixels: how wide it is; how high follows from what stands in it.

    Words in a script that no font here has become `[…]`, emoji are left out; a bar whose text is lost so shows its
    number, by which it is found in the text beside the picture.
    """
    wat = json.dumps(te_tekenen(data), ensure_ascii=False)
    with _EEN_TEGELIJK:
        return _teken(wat, pixels)


def te_tekenen(data: dict[str, Any]) -> dict[str, Any]:
    """Return what the picture says of this: what its fonts can draw."""
    beeld: dict[str, Any] = letters(data["taal"]).schoon(data, zeg_het=True)
    for nummer, balk in enumerate(beeld["balken"], start=1):
        if balk["tekst"] in ("", WEG):
            balk["tekst"] = f"{nummer}. {balk['tekst']}".rstrip()
    return beeld


@lru_cache(maxsize=32)
def _teken(data: str, pixels: int) -> bytes:
    """Draw it; the whole wijk gets the same, in each language, and perhaps of polls that closed together."""
    inhoud = json.loads(data)
    ppi = pixels / _BREED_IN_INCH
    png = zet(_SJABLOON, inhoud, [inhoud["taal"]], format="png", ppi=ppi)
    maat, past = sum(struct.unpack(">II", png[16:24])), int(pixels * _LANGSTE) - 2
    if maat > past:
        png = zet(_SJABLOON, inhoud, [inhoud["taal"]], format="png", ppi=ppi * past / maat)
    return png
