"""Tellingen as CSV (RFC 4180, UTF-8): one line per count. The columns stand in docs/export.md and stay as they are."""

import csv
from io import StringIO
from typing import Any

KOLOMMEN = ("onderdeel", "id", "naam", "moment", "meting", "waarde")
FORMULE = ("=", "+", "-", "@", "\t", "\r", "\0")
"""With these a spreadsheet begins a formula, or loses the beginning of a text."""


def maak(data: dict[str, Any]) -> bytes:
    """Return the counts as lines; the fields are those of `bot.services.tellen.Tellingen`."""
    return schrijf(data, ",").encode()


def rijen(data: dict[str, Any]) -> int:
    """Return how many counts there are."""
    return sum(len(deel["metingen"]) for deel in data["onderdelen"])


def schrijf(data: dict[str, Any], scheiding: str) -> str:
    """Return the counts as lines with this separator between the columns."""
    stroom = StringIO(newline="")
    schrijver = csv.writer(stroom, lineterminator="\r\n", delimiter=scheiding)
    schrijver.writerow(KOLOMMEN)
    for deel in data["onderdelen"]:
        kop = (deel["onderdeel"], deel["id"], deel["naam"], deel["moment"])
        schrijver.writerows([veilig(cel) for cel in (*kop, *meting)] for meting in deel["metingen"].items())
    return stroom.getvalue()


def veilig(cel: Any) -> Any:
    """Return a cell that a spreadsheet takes as text and never runs as a formula."""
    return f"'{cel}" if isinstance(cel, str) and cel.startswith(FORMULE) else cel
