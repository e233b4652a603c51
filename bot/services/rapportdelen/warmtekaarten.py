"""What residents read of each heat solution and type of home, and how well they understood it."""

from sqlalchemy import Connection

from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.services.warmtekaart import als_data, standen_als_data
from bot.storage import warmtekaarten


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return each card that holds, with what was shown of the answers over time."""
    kaarten = warmtekaarten.geldend(tx, kader.wijk)
    standen = warmtekaarten.standen(tx, [kaart.id for kaart in kaarten])
    return Blok([als_data(kaart) | {"standen": standen_als_data(standen[kaart.id])} for kaart in kaarten])
