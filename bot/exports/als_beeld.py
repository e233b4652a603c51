"""Horizontal bars as PNG, drawn by typst from beeld.typ. It makes no words and counts nothing: berichten does the one,
the services do the other.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import typst

_SJABLOON = Path(__file__).with_name("beeld.typ")
_PUNTEN_PER_INCH = 259.2  # 300 points become 1080 pixels
_ONBEKEND = re.compile(
    "[^ -~\xa0-\u02af\u02bb-\u02bd\u0300-\u036f\u0384-\u03ce\u0400-\u045f\u048a-\u04ff\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u2037\u2039-\u203a\u2044\u2070-\u209c\u20a0-\u20bf\u2116\u2122\u2153-\u215e"
    "\u2190-\u21ff\u2248\u2260\u2264\u2265\u25a0-\u25ff\u2713-\u2718]"
)
"""What the fonts that come with typst do not have, emoji above all; a picture shows no empty boxes."""


def maak(data: dict[str, Any]) -> bytes:
    """Return the picture; the same data gives the same bytes.

    Args:
        data: in the language of the reader, and none of it markup:
            `taal`; `kop`; `balken`, in order; `legenda`: per line `soort` (`zeker` or
            `misschien`) and `tekst`; `voet`: lines at the bottom.
            A bar has `tekst`, `waarde` (may be empty), and the whole numbers `zeker`, `hoogstens` and `van`.
            It may have a `grens` (`aantal`, `tekst`) and an `oordeel` (`soort`: `gehaald`, `niet_gehaald` or
            `onbeslist`; `tekst`; `uitleg`, may be empty).

    A character that no font here has is left out; a bar whose text is lost so shows its number.
    """
    beeld = _schoon(data)
    for nummer, balk in enumerate(beeld["balken"], start=1):
        balk["tekst"] = balk["tekst"] or f"{nummer}."
    png: bytes = typst.compile(
        _SJABLOON,
        format="png",
        ppi=_PUNTEN_PER_INCH,
        font_paths=_letters(),
        ignore_system_fonts=True,  # the same picture on every machine
        sys_inputs={"data": json.dumps(beeld, ensure_ascii=False)},
    )
    return png


@cache
def _letters() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)


def _schoon(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {naam: _schoon(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [_schoon(deel) for deel in waarde]
    return " ".join(_ONBEKEND.sub("", waarde).split(" ")).strip() if isinstance(waarde, str) else waarde
