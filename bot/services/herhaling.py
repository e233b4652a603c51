"""Sending once more, by hand, what perhaps did not arrive: each message once, and only what still makes sense."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services import uitzending
from bot.services.bezorging import Geval, Lading
from bot.services.nodigt import nodigt_uit
from bot.storage import nietmee, outbox, verzendingen, wekkers
from bot.storage.wekkers import Wekker

WEKKER = "nog_eens"
"""Kind of the alarm that repeats the messages of another one, which is its subject."""
LOS = 0
"""Its subject where it repeats what went to one person each, without an alarm."""
BLOK = 500
Ladingen = Mapping[str, Callable[[Connection, Geval, int], Lading]]


@dataclass(frozen=True)
class Opnieuw:
    """What a repeat says, and until when it makes sense. Without a boodschap: what was said, as in a broadcast."""

    boodschap: Boodschap | None = None
    niet_na: datetime | None = None


def opnieuw(tx: Connection, ladingen: Ladingen, geval: Geval, bron: Wekker) -> Opnieuw | None:
    """Return what the messages of an alarm would say now; None when they have lost their sense."""
    if bron.soort == uitzending.WEKKER:
        return Opnieuw() if verzendingen.loopt_nog(tx, geval.wijk, bron.onderwerp) else None
    if bron.soort not in ladingen:
        return None
    lading = ladingen[bron.soort](tx, _van_voren(geval, bron, 0), 1)
    return None if lading.boodschap is None else Opnieuw(lading.boodschap, lading.niet_na)


def doe(tx: Connection, ladingen: Ladingen, geval: Geval) -> None:
    """Write the next part of the repeats. Who would not get the message any more, such as who voted, gets none."""
    wekker = geval.wekker
    bron = next(iter(wekkers.van_ids(tx, geval.wijk, [wekker.onderwerp])), None)
    zegt = opnieuw(tx, ladingen, geval, bron) if bron else Opnieuw()
    if zegt is None or geval.hersteld:
        return
    van = bron.id if bron else None
    rijen = verzendingen.te_herhalen(tx, geval.wijk, van, geval.now, wekker.na_account, BLOK)
    if not rijen:
        return
    tot = rijen[-1].account
    if bron and zegt.boodschap:
        naar = ladingen[bron.soort](tx, _van_voren(geval, bron, rijen[0].account - 1), BLOK).naar
        tot = min(tot, naar[-1]) if len(naar) == BLOK else tot
        rijen = [rij for rij in rijen if rij.account in set(naar)]
    if bron and nodigt_uit(tx, geval.wijk, bron):
        niet_mee = nietmee.accounts(tx, [rij.account for rij in rijen])
        rijen = [rij for rij in rijen if rij.account not in niet_mee]
    outbox.herhaal(tx, rijen, zegt.boodschap, zegt.niet_na)
    wekkers.verder(tx, wekker.id, tot)
    wekkers.heropen(tx, wekker.id)


def _van_voren(geval: Geval, bron: Wekker, na_account: int) -> Geval:
    return replace(geval, wekker=replace(bron, na_account=na_account))
