"""Tellingen as CSV (RFC 4180, UTF-8): one line per count. The columns stand in docs/export.md and stay as they are."""

import csv
from io import StringIO
from typing import Any

KOLOMMEN = ("onderdeel", "id", "naam", "moment", "meting", "waarde")
_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\0")


def maak(data: dict[str, Any]) -> bytes:
    """Return the counts as lines; the fields are those of `bot.services.export.Tellingen`."""
    stroom = StringIO(newline="")
    schrijver = csv.writer(stroom, lineterminator="\r\n")
    schrijver.writerow(KOLOMMEN)
    for deel in data["onderdelen"]:
        kop = (deel["onderdeel"], deel["id"], deel["naam"], deel["moment"])
        schrijver.writerows([veilig(cel) for cel in (*kop, *meting)] for meting in deel["metingen"].items())
    return stroom.getvalue().encode()


def veilig(cel: Any) -> Any:
    """Return a cell that a spreadsheet takes as text and never runs as a formula."""
    return f"'{cel}" if isinstance(cel, str) and cel.startswith(_FORMULE) else cel
