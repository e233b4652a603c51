"""The raadsbrief as an accessible PDF of one page (PDF/UA-1), set by typst from raadsbrief.typ as large as fits."""

from datetime import datetime
from pathlib import Path
from typing import Any

from bot.exports.letters import letters, zet

_SJABLOON = Path(__file__).with_name("raadsbrief.typ")


def maak(data: dict[str, Any]) -> bytes:
    """Return the page; the same data gives the same bytes.

    Args:
        data: in the language of the reader, and none of it markup: `taal`, `titel`, `onder`, `op` (ISO), `datum` (year,
            month, day), `voet` (lines) and `delen`: each `kop`, `zin`, `regels` (`vet`, `tekst`: lines) and `drempels`
            (`tekst`, `verdict`, `oordeel`, `waarde`, and `balk`: part and line of a hundred, or None).
    """
    taal, gemaakt = data["taal"], int(datetime.fromisoformat(data["op"]).timestamp())
    schoon = letters(taal).schoon(data, zeg_het=True)
    return zet(_SJABLOON, schoon, [taal], format="pdf", pdf_standards=["ua-1"], timestamp=gemaakt)
