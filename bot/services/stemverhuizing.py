"""Who moves within the wijk takes along what they have in open polls: so nobody votes in one twice."""

import json
from dataclasses import replace
from typing import cast

from sqlalchemy import Connection

from bot.services import bewijs
from bot.services.bewijs import Feit
from bot.services.handeling import Handeling
from bot.storage import bewijs as bewijzen
from bot.storage import doelgroepen, peilingen, verhuizingen
from bot.storage.accounts import Wie
from bot.storage.bewijs import Vastgelegd

METHODE = "verhuisd"
"""How the evidence says that it was recorded."""


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
            for een in bewijzen.alle_geldende(tx, handeling.wijk, peiling.publiek_id, van):
                _neem_over(tx, handeling, naar, peiling.publiek_id, een)


def _neem_over(tx: Connection, handeling: Handeling, naar: int, onderwerp: str, oud: Vastgelegd) -> None:
    """Record the same of the new seat: what staff had recorded of the old one is still recorded by staff."""
    soort = cast(bewijs.Bewijssoort, oud.soort)
    door = oud.geldend.vastlegger
    if door is None:
        bewijs.leg_vast(tx, handeling, naar, Feit(soort, onderwerp, METHODE))
        return
    rol = json.loads(oud.blad)["door"]
    toen = Wie(account=door, bewoner=None, huishouden=None, taal=None, rollen=frozenset({rol}))
    zonder_tweede = replace(handeling, tweede=None)  # who agreed to the move did not look at this
    bewijs.leg_vast(tx, zonder_tweede, naar, Feit(soort, onderwerp, METHODE, toen))
