"""A QR code as an SVG path."""

import re

import segno

RAND = 4
"""The white border that a scanner needs, in modules."""


def als_pad(link: str) -> tuple[str, int]:
    """Return the dark modules as an SVG path, and the width of the whole with its border."""
    rijen = [bytes(rij) for rij in segno.make(link, error="m", micro=False).matrix]
    delen = [
        f"M{donker.start() + RAND} {y}h{len(donker[0])}v1H{donker.start() + RAND}z"
        for y, rij in enumerate(rijen, RAND)
        for donker in re.finditer(b"\x01+", rij)
    ]
    return "".join(delen), len(rijen) + 2 * RAND
