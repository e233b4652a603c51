"""The alarms around a mijlpaal: the day before, the day, the morning after for the team, and for who wants to speak."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from bot.rules import inspreken
from bot.rules.herinneringen import dagen_ervoor
from bot.services.handeling import Handeling
from bot.storage import wekkers

HERINNERING, VANDAAG, INVULLEN = "mijlpaal_herinnering", "mijlpaal_vandaag", "mijlpaal_invullen"
INSPREKEN = "inspreken_herinnering"


def zet(tx: Connection, handeling: Handeling, mijlpaal: int, op: datetime) -> None:
    """Set what goes with the moment of one, in place of what went with another moment."""
    _in_plaats(tx, handeling, HERINNERING, mijlpaal, [dagen_ervoor(op, 1, handeling.zone)])
    ochtend = inspreken.ochtend(op, handeling.zone)
    _in_plaats(tx, handeling, VANDAAG, mijlpaal, [ochtend] if ochtend < op else [])
    _in_plaats(tx, handeling, INVULLEN, mijlpaal, [inspreken.ochtend_erna(op, handeling.zone)])


def zet_inspreken(tx: Connection, handeling: Handeling, mijlpaal: int, tot: datetime | None) -> None:
    """Set when who wants to speak hears that it is time to register."""
    momenten = inspreken.herinneringen(tot, handeling.now, handeling.zone) if tot else []
    _in_plaats(tx, handeling, INSPREKEN, mijlpaal, momenten)


def _in_plaats(tx: Connection, handeling: Handeling, soort: str, mijlpaal: int, momenten: Iterable[datetime]) -> None:
    wekkers.vervallen(tx, handeling.wijk, soort, mijlpaal, handeling.now)
    for moment in momenten:
        if moment > handeling.now:
            wekkers.zorg_voor(tx, handeling.wijk, soort, mijlpaal, moment)
