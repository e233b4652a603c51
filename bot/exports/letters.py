"""Which characters the fonts that come with typst have: what is drawn holds no empty boxes. Not here: the drawing."""

import re
import unicodedata
from functools import cache
from typing import Any

import typst

FAMILIES = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
ONBEKEND = re.compile(
    "[^ -~\xa0-\u02af\u02bb-\u02bd\u0300-\u036f\u0384-\u03ce\u0400-\u045f\u048a-\u04ff\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u2037\u2039-\u203a\u2044\u2070-\u209c\u20a0-\u20bf\u2116\u2122\u2153-\u215e"
    "\u2190-\u21ff\u2248\u2260\u2264\u2265\u25a0-\u25ff\u2713-\u2718]"
)
"""What these fonts do not have, emoji above all."""
_LOPEND = re.compile(f"(?:{ONBEKEND.pattern})+(?: +(?:{ONBEKEND.pattern})+)*")
WEG = "[…]"
"""Stands for words in a script that these fonts do not have, where leaving them out would change what was said."""


@cache
def letters() -> typst.Fonts:
    """Return the fonts that come along, and none of the machine: the same drawing everywhere."""
    return typst.Fonts(include_system_fonts=False)


def schoon(waarde: Any, *, zeg_het: bool = False) -> Any:
    """Return data with every text as these fonts can draw it.

    Args:
        zeg_het: put `WEG` where words were left out; signs such as emoji are left out without it.
    """
    if isinstance(waarde, dict):
        return {naam: schoon(deel, zeg_het=zeg_het) for naam, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [schoon(deel, zeg_het=zeg_het) for deel in waarde]
    if not isinstance(waarde, str):
        return waarde
    tekst = _LOPEND.sub(_teken, waarde) if zeg_het else ONBEKEND.sub("", waarde)
    return re.sub(" {2,}", " ", tekst).strip()


def _teken(gevonden: re.Match[str]) -> str:
    return WEG if any(unicodedata.category(teken)[0] in "LN" for teken in gevonden[0]) else " "
