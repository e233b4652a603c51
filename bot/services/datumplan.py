"""From the moment that came out of a poll to a meeting: its form, with that moment filled in."""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import plannen, stemmen
from bot.services.bijeenkomst import MAKERS
from bot.services.formulier import VAST
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling, eis_rol


def plan(tx: Connection, handeling: Handeling, publiek_id: str, nummer: int) -> Boodschap:
    """Open the form of a meeting at one of the moments that suit most, as the result shows them to this person.

    Raises:
        Geweigerd: the poll has no such moment, or it is past.
    """
    eis_rol(tx, handeling, *MAKERS)
    uitslag = stemmen.toon(tx, handeling, publiek_id)
    momenten = uitslag.data.get("momenten", [])
    if nummer >= len(momenten):
        raise Geweigerd("peiling.onbekend")
    if momenten[nummer] <= handeling.now.isoformat():
        raise Geweigerd("moment.voorbij")
    return open_formulier(tx, handeling, plannen.FORMULIER, {"begin": momenten[nummer], VAST: ["begin"]})
