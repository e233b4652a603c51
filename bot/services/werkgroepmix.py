"""What the members of each werkgroep are good at, looked at once a week: whom it looks for, and a warning for staff.

Once a week, so that nobody sees what the neighbour who joined this evening said of themselves.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules import talenten
from bot.rules.pacing import Baan
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import outbox, rollen, werkgroepen

TUSSENPOOS = timedelta(days=7)


def bekijk(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> None:
    """Look at each werkgroep of which that was a week ago; staff hear of one in which all became alike."""
    vandaag = now.astimezone(zone).date()
    for groep in werkgroepen.lang_niet_bekeken(tx, wijk, vandaag - TUSSENPOOS):
        gezegd = werkgroepen.talenten(tx, groep.id)
        gezocht, eenzijdig = talenten.gezocht(gezegd), talenten.eenzijdig(gezegd)
        werkgroepen.zet(tx, groep.id, gezocht=",".join(gezocht) or None, eenzijdig=eenzijdig, gekeken_op=vandaag)
        if eenzijdig and eenzijdig != groep.eenzijdig:
            data = {"id": groep.publiek_id, "naam": groep.naam, "eenzijdig": eenzijdig, "gezocht": list(gezocht)}
            naar = rollen.accounts_met(tx, wijk, [BEGELEIDER, ORGANISATOR])
            sleutel = f"werkgroep eenzijdig:{groep.id}:{vandaag.isoformat()}"
            waarschuwing = Boodschap("werkgroep.eenzijdig", data)
            outbox.schrijf(tx, wijk, sleutel, naar, waarschuwing, baan=Baan.HERINNERING)
