"""The report as an accessible PDF for the archive (PDF/A-2a and PDF/UA-1), set by typst from rapport.typ. It makes no
words and counts nothing: berichten does the one, the services do the other.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.exports.als_qr import als_svg
from bot.exports.letters import WEG, letters, zet

_SJABLOON = Path(__file__).with_name("rapport.typ")


def maak(data: dict[str, Any]) -> bytes:
    """Return the report; the same data gives the same bytes.

    Args:
        data: in the language of the reader, and none of it markup: `taal`, `titel`, what stands on the cover (`boven`,
            `kop`, `onder`, `omslag`, `vraag`, `uitkomst`, `motto`), `gemaakt_op` (ISO), `datum` (year, month, day),
            `op`, `voet`, `bladzij`,
            `inhoud` (heading of the contents), `letters` (a sentence for when words were left out), `samenvatting` and
            `delen`: lists of blocks, each with its `soort` (see rapport.typ).

    Words in a script that the fonts here do not have become `[…]`; emoji are left out.
    """
    eigen = {naam: waarde for naam, waarde in data.items() if naam != "letters"}
    rapport = letters(data["taal"]).schoon(eigen, zeg_het=True)
    rapport["delen"] = _met_qr(data["delen"], rapport["delen"])
    if WEG in json.dumps(rapport, ensure_ascii=False):
        rapport["delen"].append({"soort": "klein", "tekst": data["letters"]})
    gemaakt = datetime.fromisoformat(data["gemaakt_op"])
    hoe = {"pdf_standards": ["a-2a", "ua-1"], "timestamp": int(gemaakt.timestamp())}
    return zet(_SJABLOON, rapport, [data["taal"]], format="pdf", **hoe)


def _met_qr(eigen: list[dict[str, Any]], schone: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Draw each QR code of what was given, not of what the fonts have."""
    paren = zip(eigen, schone, strict=True)
    return [
        {**schoon_, "svg": als_svg(blok["inhoud"])} if blok["soort"] == "qr" else schoon_ for blok, schoon_ in paren
    ]
