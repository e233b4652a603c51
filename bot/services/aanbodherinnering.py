"""Before an offer closes: one message to who showed interest and whose address has not taken it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.aanbod import overlapt
from bot.rules.herinneringen import RUST
from bot.rules.pacing import Baan
from bot.services.aanbod import als_data
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading, Vers
from bot.storage import aanbiedingen, intekeningen
from bot.storage.aanbiedingen import Aanbod


def herinner(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell the next so many; interest in one offer is interest in what follows on it for the same homes."""
    een = aanbiedingen.van_id(tx, geval.wijk, geval.wekker.onderwerp)
    if een is None or een.ingetrokken_op is not None:
        return NIETS
    if not een.is_open(geval.gaat_op + RUST):
        return TE_LAAT
    interesses = [
        ander.id
        for ander in aanbiedingen.staande(tx, geval.wijk)
        if ander.wat == "interesse" and overlapt(ander.woningtypen, een.woningtypen)
    ]
    naar = intekeningen.belangstellenden(tx, geval.wijk, interesses, een, geval.wekker.na_account, hoeveel)
    return Lading(naar, _boodschap(een), Baan.HERINNERING, over="buurt", niet_na=een.sluit_op)


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return it as it stands when it goes; not to who said yes meanwhile."""
    een = aanbiedingen.zoek(tx, wijk, publiek_id)
    if een is None or not een.is_open(now):
        return None
    deden_mee = intekeningen.accounts_die_tekenden(tx, een.id, accounts)
    return Vers(_boodschap(een), een.sluit_op, None, deden_mee)


def _boodschap(een: Aanbod) -> Boodschap:
    data: dict[str, Any] = als_data(een)
    return Boodschap("aanbod.herinnering", {naam: data[naam] for naam in ("id", "wat", "titel", "gas", "sluit_op")})
