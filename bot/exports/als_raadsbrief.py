"""The raadsbrief as an accessible PDF of one page (PDF/UA-1), set by typst from raadsbrief.typ as large as fits."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from bot.exports.letters import letters, schoon

_SJABLOON = Path(__file__).with_name("raadsbrief.typ")


def maak(data: dict[str, Any]) -> bytes:
    """Return the page; the same data gives the same bytes.

    Args:
        data: in the language of the reader, and none of it markup: `taal`, `titel`, `onder`, `op` (ISO), `datum` (year,
            month, day), `voet` (lines) and `delen`: each `kop`, `zin`, `regels` (`vet`, `tekst`: lines) and `drempels`
            (`tekst`, `verdict`, `oordeel`, `waarde`, and `balk`: part and line of a hundred, or None).
    """
    pdf: bytes = typst.compile(
        _SJABLOON,
        format="pdf",
        font_paths=letters(),
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(datetime.fromisoformat(data["op"]).timestamp()),
        sys_inputs={"data": json.dumps(schoon(data, zeg_het=True), ensure_ascii=False)},
    )
    return pdf
