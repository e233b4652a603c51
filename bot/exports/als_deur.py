"""What is held up at a door, as PNG drawn by typst from deur.typ: a QR above large digits, or a sign that it is off."""

import json
from pathlib import Path
from typing import Any

import typst

from bot.exports.als_qr import als_svg
from bot.exports.letters import letters

_SJABLOON = Path(__file__).with_name("deur.typ")
_PUNTEN_PER_INCH = 180  # 360 points become 900 pixels


def maak(data: dict[str, Any]) -> bytes:
    """Return the picture.

    Args:
        data: `link`, what the QR opens, empty for the sign that it is off; `code`, the digits as people read them.
    """
    inhoud = {"qr": als_svg(data["link"]) if data["link"] else None, "code": data["code"]}
    png: bytes = typst.compile(
        _SJABLOON,
        format="png",
        ppi=_PUNTEN_PER_INCH,
        font_paths=letters(),
        sys_inputs={"data": json.dumps(inhoud)},
    )
    return png
