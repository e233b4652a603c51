"""The five geledingen: who is in which, as organisatoren see it, and one's own. Inviting is in `uitnodiging`."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.geleding import BURGERS, GELEDINGEN, VERTEGENWOORDIGER
from bot.services.bladzij import blader_in
from bot.services.formulier import VAST
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling, eis_bewoner, eis_deelnemer, met_rol
from bot.services.rol import GEVEN, als_data
from bot.services.uitnodiging import FORMULIER
from bot.storage import geledingen
from bot.storage.accounts import Wie
from bot.storage.rollen import Rol

PER_BLADZIJ = 8


def toon(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show for which geleding one votes; to who may invite, who is in each, a page at a time.

    Raises:
        Geweigerd: who asks neither lives here, nor votes for a geleding, nor may invite: there is nothing to show.
    """
    wie = eis_deelnemer(tx, handeling)
    alle = geledingen.leden(tx, handeling.wijk)
    beheer = _beheer(tx, handeling, alle, bladzij) if met_rol(handeling, wie, *GEVEN) else None
    eigen = _eigen(tx, handeling, wie, alle)
    if eigen is None and beheer is None:
        eis_bewoner(tx, handeling)
    return Boodschap("geleding.toon", {"eigen": eigen, "beheer": beheer})


def nodig_uit(tx: Connection, handeling: Handeling) -> Boodschap:
    """Begin an invitation to a geleding."""
    return open_formulier(tx, handeling, FORMULIER, {"rol": VERTEGENWOORDIGER, VAST: ["rol"]})


def _eigen(tx: Connection, handeling: Handeling, wie: Wie, alle: list[Rol]) -> dict[str, Any] | None:
    """Return for what someone votes: as who they were invited, else as a burger; None for who only works here."""
    van_mij = (handeling.afzender.kanaal, handeling.afzender.extern_id)
    hier = next((een for een in alle if (een.kanaal, een.extern_id) == van_mij), None)
    if hier is not None:
        return {"geleding": hier.bereik, "namens": hier.namens, "id": hier.publiek_id, "gast": wie.bewoner is None}
    if wie.bewoner is None:
        return None
    ander = geledingen.van_wie(tx, handeling.wijk, wie)  # with another account of theirs: there they can leave
    geleding, namens = ander or (BURGERS, None)
    return {"geleding": geleding, "namens": namens, "id": None, "gast": False}


def _beheer(tx: Connection, handeling: Handeling, alle: list[Rol], bladzij: int) -> dict[str, Any]:
    telt = Counter(een.bereik for een in alle)
    gezien, rond = blader_in(alle, bladzij, PER_BLADZIJ)
    leden = [als_data(tx, handeling.wijk, een) for een in gezien]
    vacant = [naam for naam in GELEDINGEN if naam != BURGERS and not telt[naam]]
    return {"leden": leden, "vacant": vacant, **rond}
