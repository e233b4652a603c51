"""What residents hear of a poll without asking: that it opens, one reminder, its result, that it was withdrawn."""

from datetime import datetime

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.momenten import RUST
from bot.services import stemmen
from bot.storage import doelgroepen, outbox, peilingen, wekkers
from bot.storage.peilingen import Peiling
from bot.storage.wekkers import Wekker


def zending(tx: Connection, wijk: int, wekker: Wekker, now: datetime, blok: int) -> tuple[list[int], Boodschap | None]:
    """Return the next accounts and what they hear; nobody when the moment has lost its sense."""
    gevonden = peilingen.zoek(tx, wijk, id=wekker.onderwerp)
    assert gevonden is not None  # noqa: S101 (a poll is never deleted)
    if wekker.soort == "peiling_ingetrokken":
        stemmers = peilingen.accounts_van_stemmers(tx, wijk, gevonden.publiek_id, wekker.na_account, blok)
        return stemmers, stemmen.uitslag(tx, gevonden)
    if wekker.soort == "peiling_herinnering":
        if not stemmen.is_open(gevonden, now + RUST):  # it comes so late that the result is what they hear next
            return [], None
        data = stemmen.uitnodiging(tx, gevonden).data
        return _nog_te_vragen(tx, wijk, gevonden, wekker, now, blok), Boodschap("peiling.herinnering", data)
    iedereen = doelgroepen.accounts_van(tx, wijk, gevonden.voor, wekker.na_account, blok)
    if wekker.soort == "peiling_uitslag":
        return iedereen, stemmen.uitslag(tx, gevonden)
    if not stemmen.is_open(gevonden, now):
        return [], None
    return iedereen, stemmen.uitnodiging(tx, gevonden)


def _nog_te_vragen(tx: Connection, wijk: int, peiling: Peiling, wekker: Wekker, now: datetime, blok: int) -> list[int]:
    """Return the next accounts of who has not voted, without those who were reminded of another poll in this hour."""
    anderen = wekkers.kort_geleden(tx, wijk, wekker.soort, wekker.id, now - RUST, now)
    gevonden: list[int] = []
    na = wekker.na_account
    while len(gevonden) < blok and (stuk := doelgroepen.accounts_van(tx, wijk, peiling.voor, na, blok)):
        na = stuk[-1]
        over = peilingen.zonder_stem(tx, peiling.id, stuk)
        gehad = {naar for ander in anderen for naar in outbox.geschreven(tx, f"wekker:{ander}", over)}
        gevonden += [naar for naar in over if naar not in gehad]
    return gevonden[:blok]
