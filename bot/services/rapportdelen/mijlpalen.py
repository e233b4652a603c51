"""The milestones with what came out of each, in their order."""

from sqlalchemy import Connection

from bot.services.mijlpaaluitslag import uitslag_als_data
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import openbaar, uitslagen

_MEEST = 200


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return those that were not withdrawn: whose they are, what, when, and what came out."""
    staand = [een for een in openbaar.mijlpalen(tx, kader.wijk, _MEEST) if een.ingetrokken_op is None]
    gezegd = uitslagen.alle(tx, kader.wijk, [een.id for een in staand])
    rijen = [
        {
            "bij": een.bij,
            "titel": een.titel,
            "moment": een.moment.isoformat(),
            "uitslag": uitslag_als_data(gezegd.get(een.id, [])),
            "voorbij": een.moment < kader.now,
        }
        for een in staand
    ]
    return Blok(rijen)
