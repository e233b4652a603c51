"""The agenda on one sheet of A4, for the notice board and the hallway: what is for the whole wijk, to be printed."""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.services.bijeenkomst import MAKERS, als_data
from bot.services.handeling import Handeling, eis_rol
from bot.storage import bijeenkomsten, wijken

MEEST = 6
"""So many meetings stand on it: more could not be read by who walks past."""


def maak(tx: Connection, handeling: Handeling, pagina_url: str, tweede: str = "") -> Boodschap:
    """Give the sheet, in Dutch and perhaps in a second language beside it.

    Args:
        pagina_url: where people find our pages; empty when there are none.
        tweede: the second language; one that we do not have is none.

    Raises:
        Geweigerd: nothing is planned.
    """
    eis_rol(tx, handeling, *MAKERS)
    waar = bijeenkomsten.voor([WIJK])
    komend = bijeenkomsten.vanaf(tx, handeling.wijk, handeling.now, MEEST, waar)
    if not komend:
        raise Geweigerd("agendaposter.leeg")
    data = {"bijeenkomsten": [als_data(een) for een in komend], "wijk": wijken.naam(tx, handeling.wijk)}
    return Boodschap("agendaposter", {**data, "tweede": tweede, "pagina": pagina_url.rstrip("/")}, wijze="nieuw")
