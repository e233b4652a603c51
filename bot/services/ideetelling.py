"""What the export tells of the ideas of residents: a row for each that everyone may read, never who brought it in."""

from collections.abc import Iterator

from sqlalchemy import Connection

from bot.rules.kleine_cellen import MINDER
from bot.services.publicatie import Geteld
from bot.storage import ideeen


def tel(tx: Connection, wijk: int) -> Iterator[Geteld]:
    """Yield the ideas, the oldest first, with their support as it is shown everywhere (`bot.rules.ideeen`)."""
    for een in reversed(ideeen.openbaar(tx, wijk)):
        over = {
            "staat": een.staat,
            "steun": een.steun or MINDER,
            "werkgroep": een.groep or "",
            "reden": een.reden or "",
        }
        yield Geteld("idee", een.tekst, over, een.publiek_id)
