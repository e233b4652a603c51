"""Which polls were about the decision; their counts are those of the export."""

from sqlalchemy import Connection

from bot.rules.peilingen import METHODEN, Opzet
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import rapporten


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the polls about the decision."""
    return Blok(
        [
            {
                "publiek_id": een.publiek_id,
                "vraag": een.vraag,
                "meer_keuzes": METHODEN[een.methode].tel(Opzet((), een.instellingen), {}).per_stem != 1,
            }
            for een in rapporten.over_besluit(tx, kader.wijk)
        ]
    )
