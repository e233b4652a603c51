"""Invitations to one meeting as PDF, set by typst from bijeenkomstbrief.typ: a page per household, with a strip."""

from pathlib import Path
from typing import Any

from bot.exports.als_qr import als_svg
from bot.exports.letters import letters, zet

_SJABLOON = Path(__file__).with_name("bijeenkomstbrief.typ")


def maak(data: dict[str, Any]) -> bytes:
    """Return accessible PDF (PDF/UA-1) with a page per household, in the order given.

    Where one has a second language that stands on its back, and then every page has a back.

    Args:
        data: none of it markup: `taal`, `wijk`, `titel`, `plaats`, `link`; `brieven`, each with `adres`, `postcode`,
            `taal` (of its back, or None) and `codes`; and `woorden` per language: `motto`, `aan`, `omslaan`,
            `aanhef`, `kop`, `welkom`, `scan`, `qr`, `zonder`, `afknippen`, `kruis`, `bewaard`, `los`, `moment`,
            `vragen` and `bel`.

    What people typed in letters that the fonts lack becomes `[…]`.
    """
    talen = list(data["woorden"])
    vast = {naam: data[naam] for naam in ("taal", "wijk", "titel", "plaats", "brieven")}
    inhoud = letters(data["taal"]).schoon(vast, zeg_het=True)
    inhoud["woorden"] = {taal: letters(taal).schoon(data["woorden"][taal]) for taal in talen}
    inhoud |= {"dubbelzijdig": len(talen) > 1, "qr": als_svg(data["link"])}
    return zet(_SJABLOON, inhoud, talen, format="pdf", pdf_standards=["ua-1"])
