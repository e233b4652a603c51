"""Stopping a broadcast halfway. How it goes its maker sees by itself: `bot/channels/voortgang.py`."""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, wie_handelt
from bot.storage import bewaard, voortgangen


def stop(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Stop a broadcast: what did not go yet, or was held back, goes no more. A second tap shows how it stands.

    Raises:
        Geweigerd: it is another's and one has no role for that, it did not begin, or it has ended.
    """
    wie = wie_handelt(tx, handeling)
    deze = voortgangen.zoek(tx, handeling.wijk, publiek_id)
    if deze is None:
        raise Geweigerd("uitzending.onbekend")
    if wie.account != deze.gemaakt_door and not wie.rollen & {BEGELEIDER, ORGANISATOR}:
        raise Geweigerd("rol_nodig")
    wacht_nog = deze.staat == "klaar" and bewaard.tel(tx, deze.id) > 0
    if deze.staat not in {"bezig", "gestopt"} and not wacht_nog:
        raise Geweigerd("uitzending.niet_bezig")
    if deze.staat != "gestopt":
        deze = voortgangen.stop(tx, deze, handeling.now)
    return voortgangen.beeld(voortgangen.lees(tx, deze))
