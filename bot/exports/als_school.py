"""A poster with the QR of a school or vereniging, as PDF of one page set by typst from school.typ."""

from pathlib import Path
from typing import Any

from bot.exports.als_qr import als_svg
from bot.exports.letters import letters, zet

_SJABLOON = Path(__file__).with_name("school.typ")


def maak(data: dict[str, Any]) -> bytes:
    """Return accessible PDF (PDF/UA-1).

    Args:
        data: `vraag`, `naam` of the school, `link`, `taal`, and the words `scan`, `of`, `tot` and `apart`.
    """
    taal, adres = data["taal"], data["link"].removeprefix("https://")
    inhoud = {**letters(taal).schoon(data, zeg_het=True), "qr": als_svg(data["link"]), "adres": adres}
    return zet(_SJABLOON, inhoud, [taal], format="pdf", pdf_standards=["ua-1"])
