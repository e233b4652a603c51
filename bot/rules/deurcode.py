"""The code of a door: how it is typed, and how long around the beginning of a meeting its door is open."""

from datetime import timedelta

DEUR_OPEN = timedelta(hours=1)
DEUR_DICHT = timedelta(hours=6)


def normaliseer_deurcode(getypt: str) -> str:
    """Return a typed door code as it is kept: six digits, whatever spaces, dashes or O for 0 were typed."""
    return getypt.upper().replace("-", "").replace(" ", "").replace("O", "0")
