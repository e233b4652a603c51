"""A list of addresses for who goes past them, as the CSV that a Dutch Excel opens: `;` and a BOM in front."""

import csv
from codecs import BOM_UTF8
from io import StringIO
from typing import Any

from bot.exports.als_csv import veilig


def maak(data: dict[str, Any]) -> bytes:
    """Return the lines.

    Args:
        data: `kolommen`, their headings; and `rijen`, each with as many cells.
    """
    stroom = StringIO(newline="")
    schrijver = csv.writer(stroom, lineterminator="\r\n", delimiter=";")
    schrijver.writerow(data["kolommen"])
    schrijver.writerows([veilig(cel) for cel in rij] for rij in data["rijen"])
    return BOM_UTF8 + stroom.getvalue().encode()
