""" "Liever geen bezoek", said by a resident in their own chat: nobody of the team rings at that address for a year.

Who lives there too does not read of it. It goes together with taking part, and who asks for a visit still gets it.
"""

from datetime import date

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.ronde import TERMIJN
from bot.services.deurgesprek import dag_van
from bot.services.handeling import Handeling, eis_bewoner
from bot.storage import huishoudens, rondes

_GEEN = "-"


def zeg(tx: Connection, handeling: Handeling) -> Boodschap:
    """Keep it, and give the button by which it is as it was before: someone else there may have said so too."""
    huis = eis_bewoner(tx, handeling).huishouden or 0
    tot = dag_van(handeling) + TERMIJN
    was = _nu(tx, handeling, huis)
    rondes.zet_geen_bezoek(tx, huis, tot)
    return Boodschap("geenbezoek", {"tot": tot.isoformat(), "was": _GEEN if was is None else was.isoformat()})


def terug(tx: Connection, handeling: Handeling, tot: str, was: str) -> Boodschap:
    """Let it be as it was before; what was said since stays.

    Args:
        tot: until when it was said.
        was: until when it stood before, as the button carries it; never longer than what it takes the place of.
    """
    huis = eis_bewoner(tx, handeling).huishouden or 0
    nu = _nu(tx, handeling, huis)
    if nu is not None and nu.isoformat() == tot:
        rondes.zet_geen_bezoek(tx, huis, _eerder(was, nu))
    return Boodschap("geenbezoek.terug")


def _nu(tx: Connection, handeling: Handeling, huis: int) -> date | None:
    return rondes.geen_bezoek(tx, handeling.wijk, huishoudens.straat(tx, huis)).get(huis)


def _eerder(was: str, nu: date) -> date | None:
    try:
        dag = date.fromisoformat(was)
    except ValueError:
        return None
    return min(dag, nu)
