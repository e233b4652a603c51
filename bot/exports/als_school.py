"""A poster with the QR of a school or vereniging, as PDF of one page set by typst from school.typ."""

import json
from pathlib import Path
from typing import Any

import typst

from bot.exports.als_qr import als_svg
from bot.exports.letters import letters, schoon

_SJABLOON = Path(__file__).with_name("school.typ")


def maak(data: dict[str, Any]) -> bytes:
    """Return accessible PDF (PDF/UA-1).

    Args:
        data: `vraag`, `naam` of the school, `link`, `taal`, and the words `scan`, `of`, `tot` and `apart`.
    """
    inhoud = {**schoon(data, zeg_het=True), "qr": als_svg(data["link"]), "adres": data["link"].removeprefix("https://")}
    return typst.compile(
        _SJABLOON,
        format="pdf",
        font_paths=letters(),
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(inhoud, ensure_ascii=False)},
    )
