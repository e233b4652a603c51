"""verklaring: the declaration that holds, and how much its maker recorded; who has no account here recorded nothing."""

from sqlalchemy import Connection

from bot.rules.drempels.verklaring import Afgelegd
from bot.services.bronnen import Vraag
from bot.services.handeling import ORGANISATOR
from bot.storage import verklaringen


def lees(tx: Connection, vraag: Vraag) -> Afgelegd | None:
    """Return it; the same with and without what staff recorded."""
    een = verklaringen.laatste(tx, vraag.wijk, vraag.vanaf_versie)
    if een is None:
        return None
    vastgelegd, totaal = verklaringen.vastgelegd_door(tx, vraag.wijk, een.account, vraag.na, vraag.tot)
    return Afgelegd(
        naam=een.naam,
        functie=een.functie,
        opdrachtgever=een.opdrachtgever,
        gehoord=een.uitspraak == "gehoord",
        organisator=een.account is not None and verklaringen.heeft_rol(tx, vraag.wijk, een.account, ORGANISATOR),
        vastgelegd=vastgelegd,
        totaal=totaal,
    )
