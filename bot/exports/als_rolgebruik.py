"""The audit trail as CSV (RFC 4180, UTF-8): a line per use of a role."""

import csv
from io import StringIO
from typing import Any

from bot.exports.als_csv import veilig

KOLOMMEN = ("op", "wie", "rol", "wat", "onderwerp", "daad", "waarom")


def maak(data: dict[str, Any]) -> bytes:
    """Return the lines; `regels` as `bot.services.rolgebruik.rijen` gives them."""
    stroom = StringIO(newline="")
    schrijver = csv.writer(stroom, lineterminator="\r\n")
    schrijver.writerow(KOLOMMEN)
    schrijver.writerows([veilig(regel[kolom]) for kolom in KOLOMMEN] for regel in data["regels"])
    return stroom.getvalue().encode()
