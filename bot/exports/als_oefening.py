"""A picture of a practice: the same with a band above it that says so, for who sees it without its message."""

import struct
from typing import Any

from bot import exports
from bot.exports.letters import zet

_SJABLOON = """
#set page(width: auto, height: auto, margin: 0pt)
#let d = json(bytes(sys.inputs.data))
#let beeld = image(bytes(d.png), format: "png", width: 300pt)
#let band = block(width: 300pt, fill: rgb("#ffd43b"), inset: 6pt, align(center, text(14pt, weight: "bold")[OEFENING]))
#stack(band, beeld)
"""
_PIXELS = 1080
_BREED_IN_INCH = 300 / 72
_HOOGSTENS = 9_990
"""Width and height of a photo together (Bot API, sendPhoto), with its band."""
_PNG = b"\x89PNG"


def maak(data: dict[str, Any]) -> bytes:
    """Return the file of a kind; a picture with a band above it.

    Args:
        data: `soort` and `data` of the file.
    """
    gemaakt = exports.maak(data["soort"], data["data"])
    if not gemaakt.startswith(_PNG):
        return gemaakt
    breed, hoog = struct.unpack(">II", gemaakt[16:24])
    kleiner = min(1.0, _HOOGSTENS / (_PIXELS * (1.1 + hoog / breed)))
    return zet(_SJABLOON, {"png": list(gemaakt)}, (), format="png", ppi=kleiner * _PIXELS / _BREED_IN_INCH)
