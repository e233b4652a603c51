"""Who moves within the wijk takes along what they have in open polls: so nobody votes in one twice."""

from sqlalchemy import Connection

from bot.services import bewijs
from bot.services.bewijs import Feit
from bot.services.handeling import Handeling
from bot.storage import doelgroepen, peilingen, verhuizingen


def neem_mee(tx: Connection, handeling: Handeling, van: int, naar: int) -> None:
    """Let someone's ballots be those of their new seat, and count there as having taken part.

    Of a poll for others, such as their old street, the ballot stays in the count and they see it no more.

    Args:
        van: the seat that they left.
        naar: where they live now.
    """
    for nummer in verhuizingen.neem_stemmen_mee(tx, handeling.wijk, van, naar):
        peiling = peilingen.zoek(tx, handeling.wijk, id=nummer)
        if peiling is not None and doelgroepen.hoort_bij(tx, handeling.wijk, naar, peiling.voor):
            soort = bewijs.stemsoort(over_besluit=peiling.over_besluit)
            bewijs.leg_vast(tx, handeling, naar, Feit(soort, peiling.publiek_id, "verhuisd"))
