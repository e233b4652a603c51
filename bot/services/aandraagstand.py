"""What a poll shows of what people bring in: whether one may, how much of one's own waits, and how much there is."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.rules.aandragen import MEEST_PER_PERSOON, MEESTE_OPTIES, UITKOMSTEN, Wanneer, mag_aandragen
from bot.rules.peilingen import METHODEN
from bot.services.handeling import mag_voor
from bot.services.kiezer import is_open, is_voorbij
from bot.services.peilingvorm import opzet_van
from bot.storage import aandragingen
from bot.storage.accounts import Wie
from bot.storage.peilingen import Optie, Peiling
from bot.storage.stemmers import Kiezer


def mag(peiling: Peiling, opties: list[Optie], now: datetime) -> bool:
    """Say whether people may bring something in to a poll, and staff may let it through."""
    wanneer = _wanneer(peiling, opties)
    return mag_aandragen(wanneer, stemmen_open=is_open(peiling, now), voorbij=is_voorbij(peiling, now))


def stand(
    tx: Connection, wie: Wie, als: Kiezer | None, peiling: Peiling, opties: list[Optie], *, stemmen_open: bool
) -> dict[str, Any]:
    """Return what a poll that is not over shows: to who may bring something in, and to who may let it through."""
    if not mag_aandragen(_wanneer(peiling, opties), stemmen_open=stemmen_open, voorbij=False):
        return {}
    data: dict[str, Any] = {}
    if als is not None:
        wacht = len(aandragingen.wachtend_van(tx, als, peiling.id))
        data["aandragen"] = {"nog": nog(tx, peiling, opties, als), "wacht": wacht}
    if mag_voor(wie, peiling.voor):
        data["ingestuurd"] = len(aandragingen.wachtend(tx, peiling.id))
    return data


def nog(tx: Connection, peiling: Peiling, opties: list[Optie], als: Kiezer) -> int:
    """Return how much someone may still bring in."""
    van_hen = MEEST_PER_PERSOON - aandragingen.aantal_van(tx, peiling.id, als)
    return max(min(van_hen, MEESTE_OPTIES - len(opties)), 0)


def afloop(tx: Connection, peiling: Peiling, opties: list[Optie]) -> dict[str, Any]:
    """Return how much was brought in to a poll that is over, by what became of it."""
    if not _wanneer(peiling, opties):
        return {}
    aantallen = aandragingen.tel(tx, peiling.id)
    return {"ingestuurd": {staat: aantallen.get(staat, 0) for staat in UITKOMSTEN}} if aantallen else {}


def _wanneer(peiling: Peiling, opties: list[Optie]) -> Wanneer:
    return METHODEN[peiling.methode].aandragen(opzet_van(peiling, opties))
