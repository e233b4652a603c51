"""How the messages to residents fared, for staff: which arrived, which failed, and of which nobody knows."""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.kleine_cellen import cel
from bot.services.handeling import BEHEERDER, ORGANISATOR, Handeling, eis_rol
from bot.storage import bewaard, outbox


def toon(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show how many messages are in each state, and the uncertain ones by kind; never to whom they went."""
    eis_rol(tx, handeling, ORGANISATOR, BEHEERDER)
    data = {
        "staten": outbox.tel_staten(tx, handeling.wijk),
        "onzeker": outbox.tel_onzeker(tx, handeling.wijk),
        "bewaard": cel(bewaard.tel_alle(tx, handeling.wijk)),
    }
    return Boodschap("verzending", data)
