"""A small chart of figures as PNG, drawn by typst from grafiek.typ. It makes no words and counts nothing."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.exports.letters import letters, zet

_SJABLOON = Path(__file__).with_name("grafiek.typ")
_PUNTEN_PER_INCH = 259.2  # 300 points become 1080 pixels


def maak(data: dict[str, Any]) -> bytes:
    """Return the picture; the same data gives the same bytes.

    Args:
        data: in the language of the reader, and none of it markup: `taal`, `kop`, `eenheid`; places from 0 to 10,000:
            `nul` (height of the line of zero), `breed` (of a column; 0: a stem with a dot), `streepjes` (`y`, `tekst`),
            `staven` (`x`, `y`, `tekst`, which may be empty), `gaten` (`x` of each) and `onder` (`x`, `tekst`); `gat`:
            what a gap is called; `voet`: lines at the bottom.
    """
    return _teken(json.dumps(letters(data["taal"]).schoon(data, zeg_het=True), ensure_ascii=False))


@lru_cache(maxsize=32)
def _teken(data: str) -> bytes:
    """Draw it; the whole wijk gets the same picture."""
    inhoud = json.loads(data)
    return zet(_SJABLOON, inhoud, [inhoud["taal"]], format="png", ppi=_PUNTEN_PER_INCH)
