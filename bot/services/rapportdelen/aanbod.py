"""The offers: what each was, for which homes and until when. How many said yes: the counts."""

from sqlalchemy import Connection

from bot.services.aanbod import als_data
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import aanbiedingen

_VELDEN = (
    "id",
    "wat",
    "titel",
    "tekst",
    "kosten",
    "kosten_van",
    "kosten_tot",
    "gas",
    "bindend",
    "sluit_op",
    "stuknaam",
)


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return all offers that were not withdrawn, the oldest first."""
    return Blok(
        [
            {naam: data[naam] for naam in _VELDEN} | {"sha256": een.sha256, "woningtypen": list(een.woningtypen)}
            for een in aanbiedingen.staande(tx, kader.wijk)
            for data in [als_data(een)]
        ]
    )
