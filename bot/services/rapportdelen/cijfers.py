"""The series of figures that staff keep, with all that was ever written of each."""

from sqlalchemy import Connection

from bot.services.indicator import als_data
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import indicatoren


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return each series that has a figure, oldest first."""
    alle = indicatoren.alle(tx, kader.wijk)
    punten = indicatoren.punten(tx, [een.id for een in alle])
    return Blok([data for een in alle if (data := als_data(een, punten[een.id]))["cijfers"]])
