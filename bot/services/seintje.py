"""How somebody hears of a new message in the browser while no page of theirs is open: the one place that decides it.

What is new is a message of ours that stands in a chat (`webstand.nieuw`), put there by the outbox or as an answer; what
a page showed is not (`webstand.gezien`). So lanes, caps and quiet hours hold before anybody is told.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules import pushdienst
from bot.rules.stilte import Stilte
from bot.services import websessie
from bot.storage import seintjes, webberichten
from bot.storage.seintjes import Plek, Seintje
from bot.webinstellingen import KANAAL

POGINGEN = 6
_EERSTE_WACHT, _LANGSTE_WACHT = timedelta(minutes=1), timedelta(hours=6)
_HOOGSTENS = 200


def zet_aan(tx: Connection, geheim: str, plek: Plek, ook: Sequence[str]) -> bool:
    """Tell the browser of a session from now on; False when it is signed out, or we may not call that address.

    Args:
        geheim: of the session.
        ook: see `pushdienst.mag`.
    """
    sessie = websessie.ook_dicht(tx, geheim)
    goed = pushdienst.mag(plek.adres, ook) and pushdienst.sleutels_kunnen(plek.punt, plek.geheim)
    if sessie is None or not goed:
        return False
    seintjes.zet(tx, sessie.publiek_id, plek)
    return True


def zet_uit(tx: Connection, geheim: str) -> None:
    """Tell the browser of a session no more."""
    if (sessie := websessie.ook_dicht(tx, geheim)) is not None:
        seintjes.weg(tx, sessie.publiek_id)


def gezien(tx: Connection, tot: Mapping[int, int]) -> dict[int, int]:
    """Return of which accounts a page showed something new; see `webberichten.ongezien`."""
    return webberichten.ongezien(tx, KANAAL, tot)


def te_doen(tx: Connection, nu: datetime, moment: datetime, stilte: Stilte, zone: ZoneInfo) -> list[Seintje]:
    """Return which browsers to tell now. What waited until it was quiet waits until that is over.

    Args:
        nu: of the system's time.
        moment: as people see it.
    """
    return [een for een in seintjes.open_(tx, nu, _HOOGSTENS) if not stilte.houdt_vast(een.nieuw_op, moment, zone)]


def niet_gelukt(tx: Connection, een: Seintje, nu: datetime, gevraagd: timedelta) -> None:
    """Try again later what a push service could not take, ever more seldom, and at last give up until there is more.

    Args:
        nu: of the system's time.
        gevraagd: how long the push service wants nothing.
    """
    if een.pogingen + 1 >= POGINGEN:
        seintjes.geseind(tx, een)
        return
    wacht = max(_EERSTE_WACHT * 4**een.pogingen, gevraagd)
    seintjes.later(tx, een, nu + min(wacht, _LANGSTE_WACHT))
