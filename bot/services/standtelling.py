"""The counts of a large wijk are kept, so that /stand does not look through its evidence: the background makes them.

They follow from the evidence and nothing else, so they can be made anew at any time (`gehoord stand --herbouw`). What
was kept is held against what is counted now, and each night against who counts by the log: a difference is an alarm.
"""

import logging
import time
from collections.abc import Collection
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.drempels import TELBAAR
from bot.rules.pacing import Baan
from bot.services import stand, uitkomst
from bot.services.bronnen import Vraag, telling
from bot.services.handeling import BEHEERDER
from bot.services.spelregels import geldend
from bot.storage import bewijs, outbox, rollen, spelregels, standtellingen, telt
from bot.storage.standtellingen import Standtelling

log = logging.getLogger(__name__)

KLEIN = 2_000
"""Of a wijk with no more evidence than this nothing is kept: it is counted when someone asks."""
_DEEL = 20
"""At most one part in so many of the time goes to counting."""
_MINSTENS, _HOOGSTENS = timedelta(seconds=5), timedelta(minutes=10)


def is_toe(tx: Connection, wijk: int, now: datetime) -> bool:
    """Say whether it is time to count: of a large wijk where something was done, or a while ago."""
    return bool(zijn_toe(tx, [wijk], now))


def zijn_toe(tx: Connection, wijken: Collection[int], now: datetime, *, ook_klein: bool = True) -> set[int]:
    """Return in which of some wijken it is time to count; see `is_toe`.

    Args:
        ook_klein: look at those of which nothing is kept too, which takes longer than all others.
    """
    vorige = standtellingen.wanneer(tx, wijken)
    toe = {wijk for wijk, toen in vorige.items() if _is_toe(tx, wijk, toen, now)}
    if ook_klein:
        toe |= {wijk for wijk in set(wijken) - vorige.keys() if _is_groot(tx, wijk)}
    return toe


def _is_toe(tx: Connection, wijk: int, vorige: standtellingen.Toen, now: datetime) -> bool:
    if vorige.op > now or now - vorige.op >= _HOOGSTENS:
        return True
    rust = max(_MINSTENS, _DEEL * timedelta(milliseconds=vorige.duur))
    return now - vorige.op >= rust and vorige.nieuwste != standtellingen.nieuwste(tx, wijk)


def _is_groot(tx: Connection, wijk: int) -> bool:
    return standtellingen.heeft_meer_dan(tx, wijk, KLEIN) and uitkomst.van(tx, wijk) is None


def tel(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> Standtelling:
    """Count all of it. Reads only, and may take a while."""
    begin = time.perf_counter()
    inhoud = stand.tel(tx, wijk, now, zone)
    nieuwste, merk = standtellingen.nieuwste(tx, wijk), standtellingen.merk(tx, wijk)
    return Standtelling(now, round((time.perf_counter() - begin) * 1000), nieuwste, merk, inhoud)


def bewaar(tx: Connection, wijk: int, nieuw: Standtelling) -> None:
    """Keep a count of a large wijk; another one than was kept, of the very same evidence, is an alarm."""
    if not standtellingen.heeft_meer_dan(tx, wijk, KLEIN):
        standtellingen.vergeet(tx, wijk)
        return
    vorige = standtellingen.laatste(tx, wijk)
    if vorige is not None and vorige.merk == nieuw.merk and _getallen(vorige) != _getallen(nieuw):
        log.error("counts that were kept of wijk %d: %s, now %s", wijk, _getallen(vorige), _getallen(nieuw))
        meld(tx, wijk, nieuw.op)
    standtellingen.zet(tx, wijk, nieuw)


def tegen_het_log(tx: Connection, wijk: int) -> dict[str, tuple[int, int]]:
    """Return of each condition how many count by the evidence and by the log, where these are not the same.

    Two ways of counting: the evidence as a whole, and the differences of each night for some addresses at a time. Reads
    only, and may take a while.
    """
    regels, na = geldend(tx, wijk), spelregels.ingang(tx, wijk)
    anders: dict[str, tuple[int, int]] = {}
    for drempel in regels.drempels:
        if drempel.soort in TELBAAR and telt.bestaat(tx, wijk, regels.versie, drempel.soort):
            vraag = telling.telvraag(Vraag(wijk, regels, drempel, na=na), drempel.soort)
            paar = bewijs.tel(tx, vraag).teller_laag, telt.teller(tx, wijk, regels.versie, drempel.soort)
            anders |= {drempel.soort: paar} if paar[0] != paar[1] else {}
    return anders


def meld(tx: Connection, wijk: int, now: datetime) -> None:
    """Tell the beheerder, once a day, that a count was not what the evidence says."""
    naar, sleutel = rollen.accounts_met(tx, wijk, [BEHEERDER]), f"standtelling:{wijk}:{now.date()}"
    nog_niet = set(naar) - outbox.geschreven(tx, sleutel, naar)
    outbox.schrijf(tx, wijk, sleutel, nog_niet, Boodschap("stand.verschil"), baan=Baan.HERINNERING)


def _getallen(telling: Standtelling) -> list[tuple[str, int, int]]:
    return [(d["soort"], d["teller"], d["noemer"]) for d in telling.inhoud["drempels"] if d["soort"] in TELBAAR]
