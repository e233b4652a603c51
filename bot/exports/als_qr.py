"""A QR code as PNG, and as SVG to stand on a page."""

from io import BytesIO
from typing import Any

import segno


def maak(data: dict[str, Any]) -> bytes:
    """Return a QR of `inhoud`, large enough to scan from a phone held up."""
    uit = BytesIO()
    segno.make(data["inhoud"], error="m", micro=False).save(uit, kind="png", scale=10, border=4)
    return uit.getvalue()


def als_svg(inhoud: str) -> str:
    """Return a QR for a page; the white border that a scanner needs is in it, so no style can take it away."""
    uit = BytesIO()
    segno.make(inhoud, error="m", micro=False).save(uit, kind="svg", border=4, xmldecl=False, svgclass=None)
    return uit.getvalue().decode()
