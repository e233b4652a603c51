"""The card that a visit leaves, as PDF set by typst from bezoekkaart.typ: four of A6 on a sheet of A4."""

from pathlib import Path
from typing import Any

from bot.exports.als_qr import als_svg
from bot.exports.letters import letters, zet

_SJABLOON = Path(__file__).with_name("bezoekkaart.typ")


def maak(data: dict[str, Any]) -> bytes:
    """Return accessible PDF (PDF/UA-1): a sheet of four cards, and their backs on a second one in another language.

    Args:
        data: none of it markup: `taal`; `tweede`, a second language or None; `wijk`; `link`, the address behind the
            QR; and `woorden` per language: `kop`, `waarom`, `bewaard_kop`, `bewaard`, `rechten_kop`, `rechten`,
            `meer`, `qr`, `door` and `bel`.
    """
    talen = [taal for taal in (data["taal"], data["tweede"]) if taal]
    inhoud = {
        "taal": data["taal"],
        "talen": talen,
        "wijk": letters(data["taal"]).schoon(data["wijk"], zeg_het=True),
        "woorden": {taal: letters(taal).schoon(data["woorden"][taal]) for taal in talen},
        "qr": als_svg(data["link"]),
        "adres": data["link"].removeprefix("https://").rstrip("/"),
    }
    return zet(_SJABLOON, inhoud, talen, format="pdf", pdf_standards=["ua-1"])
