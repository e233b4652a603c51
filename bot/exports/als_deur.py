"""What is held up at a door, as PNG drawn by typst from deur.typ: a QR above large digits, or a sign that it is off."""

from pathlib import Path
from typing import Any

from bot.exports.als_qr import als_svg
from bot.exports.letters import zet

_SJABLOON = Path(__file__).with_name("deur.typ")
_PUNTEN_PER_INCH = 180  # 360 points become 900 pixels


def maak(data: dict[str, Any]) -> bytes:
    """Return the picture.

    Args:
        data: `link`, what the QR opens, empty for the sign that it is off; `code`, the digits as people read them.
    """
    inhoud = {"qr": als_svg(data["link"]) if data["link"] else None, "code": data["code"]}
    return zet(_SJABLOON, inhoud, (), format="png", ppi=_PUNTEN_PER_INCH)
