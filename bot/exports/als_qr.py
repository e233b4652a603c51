"""A QR code as PNG."""

from io import BytesIO
from typing import Any

import segno


def maak(data: dict[str, Any]) -> bytes:
    """Return a QR of `inhoud`, large enough to scan from a phone held up."""
    uit = BytesIO()
    segno.make(data["inhoud"], error="m", micro=False).save(uit, kind="png", scale=10, border=4)
    return uit.getvalue()
