"""What residents hear of a poll without asking: that it opens, its result, that it was withdrawn."""

from datetime import datetime

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services import stemmen
from bot.storage import accounts, peilingen
from bot.storage.wekkers import Wekker


def zending(tx: Connection, wijk: int, wekker: Wekker, now: datetime, blok: int) -> tuple[list[int], Boodschap | None]:
    """Return the next accounts and what they hear; nobody when the moment has lost its sense."""
    gevonden = peilingen.zoek(tx, wijk, id=wekker.onderwerp)
    assert gevonden is not None  # noqa: S101 (a poll is never deleted)
    if wekker.soort == "peiling_ingetrokken":
        stemmers = peilingen.accounts_van_stemmers(tx, wijk, gevonden.publiek_id, wekker.na_account, blok)
        return stemmers, stemmen.uitslag(tx, gevonden)
    iedereen = accounts.bewoners_met_account(tx, wijk, wekker.na_account, blok)
    if wekker.soort == "peiling_uitslag":
        return iedereen, stemmen.uitslag(tx, gevonden)
    if not stemmen.is_open(gevonden, now):
        return [], None
    return iedereen, stemmen.uitnodiging(tx, gevonden)
