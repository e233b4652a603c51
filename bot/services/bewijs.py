"""Recording evidence inside other use cases (voting, checking in) and counting it for a condition."""

import hashlib
import hmac
from dataclasses import replace
from typing import Literal

from sqlalchemy import Connection

from bot.rules.canoniek import canoniek
from bot.rules.drempels import TELT, Telling
from bot.rules.spelregels import Spelregels
from bot.services.handeling import Handeling
from bot.storage import bewijs

Bewijssoort = Literal["stem", "stem_besluit", "aanwezig", "aanwezig_vragen"]
"""A vote, one in a poll that beforehand was about the decision; a check-in, one where there was room for questions."""

_VERSIE = 1


def leg_vast(
    tx: Connection,
    handeling: Handeling,
    *,
    bewoner: int,
    soort: Bewijssoort,
    onderwerp: str,
    methode: str,
    spelregels_versie: int,
) -> bool:
    """Record that a resident did something, once per resident, kind and subject.

    Args:
        bewoner: id of the resident.
        onderwerp: publiek_id of the peiling or bijeenkomst; never what was chosen.
        methode: how it was recorded, such as `knop` or `deurcode`.
        spelregels_versie: version of the rules that held.

    Returns:
        Whether it is new.
    """
    stand = bewijs.zoek(tx, handeling.wijk, bewoner, soort, onderwerp)
    if stand.bestaat:
        return False
    label = f"bewijs/{bewoner}/{soort}/{onderwerp}/"
    gebeurtenis, sleutel = handeling.id(label + "id"), handeling.geheim(label + "sleutel")
    kenmerk = {"versie": _VERSIE, "id": gebeurtenis, "soort": soort}
    record = canoniek({**kenmerk, "bewoner": stand.bewoner, "onderwerp": onderwerp})
    blad = canoniek(
        {
            **kenmerk,
            "log": stand.log,
            "dag": handeling.now.astimezone(handeling.zone).date().isoformat(),
            "methode": methode,
            "spelregels": spelregels_versie,
            "corrigeert": None,
            "commitment": hmac.digest(sleutel, record.encode(), hashlib.sha256).hex(),
        }
    )
    bewijs.voeg_toe(
        tx, handeling.wijk, blad, bewoner=bewoner, soort=soort, onderwerp=onderwerp, sleutel=sleutel, record=record
    )
    return True


def tel(tx: Connection, wijk: int, spelregels: Spelregels, drempel: str) -> Telling:
    """Count who counts for a condition, out of the number that the spelregels set or else the address list."""
    telling = bewijs.tel(tx, wijk, TELT[drempel], spelregels.eenheid)
    if spelregels.aantal is None:
        return telling
    return replace(telling, noemer_laag=spelregels.aantal, noemer_hoog=spelregels.aantal)
