"""By a voter's own choice: to hear an answer to what they wrote also after the closing. The team sees nobody in it."""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.peilingen import METHODEN
from bot.services.handeling import Handeling, eis_deelnemer, eis_ja
from bot.services.kiezer import is_open, kiezer
from bot.services.stemmen import toon_peiling
from bot.storage import peilingen, terugwegen
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling


def wissel(tx: Connection, handeling: Handeling, publiek_id: str, wil: str = "") -> Boodschap:
    """Choose it, or take it back; after the closing it can only be taken back.

    Args:
        wil: `aan` or `uit`, so that a second tap changes nothing; empty: the other than it is.

    Raises:
        Geweigerd: there is no such poll, or it is for others.
    """
    wie = eis_deelnemer(tx, handeling)
    eis_ja(wie)  # a role does not stand for it
    peiling = peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if peiling is None or not METHODEN[peiling.methode].BEANTWOORD:
        return toon_peiling(tx, handeling, wie, None)
    if not is_open(peiling, handeling.now):
        terugwegen.weg_van(tx, peiling.id, wie.account)
    else:
        _wissel(tx, wie, peiling, wil)
    return toon_peiling(tx, handeling, wie, peiling)


def _wissel(tx: Connection, wie: Wie, peiling: Peiling, wil: str) -> None:
    """Turn it on for a text that one has in an open poll, or off."""
    als = kiezer(tx, wie, peiling)
    sleutel = terugwegen.biljet_van(tx, peiling.id, als) if als is not None else None
    if als is None or sleutel is None:
        return
    staat_aan = terugwegen.account_van(tx, sleutel) is not None
    if wil == ("aan" if staat_aan else "uit"):
        return
    if staat_aan:
        terugwegen.weg(tx, sleutel)
    elif (telt := peilingen.stem_van(tx, peiling.id, als).telt) and METHODEN[peiling.methode].inbreng(telt):
        terugwegen.zet(tx, peiling.wijk, peiling.id, sleutel, wie.account)
