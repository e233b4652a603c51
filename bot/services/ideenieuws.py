"""Who hears what became of an idea: each step who brought it in, the outcome who supports it; and the nightly count.

Who brought it in asked for it, so it counts for no week. Who supports it hears it within what they chose to hear.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.ideeen import getoond
from bot.rules.pacing import Baan
from bot.services.bezorging import NIETS, Geval, Lading, Vers
from bot.services.idee import als_data, meld_team
from bot.storage import accounts, ideeen, outbox, wekkers
from bot.storage.ideeen import Idee

WEKKER = "idee_nieuws"
VERTELD = ("opgepakt", "gelukt", "kan_niet")
"""Of these who supports it hears."""


def vertel(tx: Connection, wijk: int, een: Idee, label: str, **velden: Any) -> None:
    """Tell who brought it in what became of it.

    Args:
        label: makes the message another one than those before it.
        velden: what its data says otherwise or besides.
    """
    naar = [] if een.bewoner is None else accounts.waar_gevraagd(tx, een.bewoner, een.vanaf)
    stap = Boodschap("idee.stap", {**als_data(een), **velden})
    outbox.schrijf(tx, wijk, f"idee:{een.publiek_id}:{label}", naar, stap, baan=Baan.HERINNERING)


def vertel_rond(tx: Connection, wijk: int, een: Idee, label: str, now: datetime) -> None:
    """Tell who brought it in, and those who support it; of two steps in one moment these hear the last."""
    vertel(tx, wijk, een, label)
    eerder = len(wekkers.ids_van(tx, wijk, [WEKKER], een.id))
    wekkers.vervallen(tx, wijk, WEKKER, een.id, now)
    wekkers.zet(tx, wijk, WEKKER, een.id, now + timedelta(microseconds=eerder))  # the demo's clock may stand still


def nieuws(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who supports an idea how it stands now."""
    een = ideeen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if een is None or een.staat not in VERTELD:
        return NIETS
    naar = ideeen.accounts_van_steun(tx, geval.wijk, een.id, geval.wekker.na_account, hoeveel)
    return Lading(naar, Boodschap("idee.nieuws", als_data(een)), Baan.UITZENDING, over="buurt")


def ververs(tx: Connection, wijk: int, publiek_id: str, naar: Sequence[int], now: datetime) -> Vers | None:
    """Return it as it stands when it goes; None when it is there no more."""
    een = ideeen.zoek(tx, wijk, publiek_id=publiek_id)
    if een is None or een.staat not in VERTELD:
        return None
    return Vers(Boodschap("idee.nieuws", als_data(een)), None, None)


def tel(tx: Connection, wijk: int, now: datetime) -> None:
    """Bring the support that is shown up to date, and tell of it who brought it in; remind the team of what waits."""
    _herinner_team(tx, wijk, now)
    for een, steunen in ideeen.tel_steun(tx, wijk):
        straks = getoond(een.steun, steunen)
        if straks == een.steun:
            continue
        ideeen.zet(tx, een.id, steun=straks)
        if een.steun == 0 and een.staat == "nieuw":
            vertel(tx, wijk, een, f"gesteund:{now.isoformat()}", staat="gesteund", steun=straks)


def _herinner_team(tx: Connection, wijk: int, now: datetime) -> None:
    """Tell the team once more of an idea that waits, each week after it came in."""
    dagen = [(now - een.op).days for een in ideeen.wachtend(tx, wijk)[:1]]
    if any(dag and dag % 7 == 0 for dag in dagen):
        meld_team(tx, wijk, f"nog:{now.isoformat()}")
