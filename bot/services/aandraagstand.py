"""What a poll shows of what people bring in: whether one may, how much of one's own waits, and how much there is."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.rules.aandragen import MEEST_PER_PERSOON, MEESTE_OPTIES, UITKOMSTEN, Wanneer, mag_aandragen
from bot.rules.peilingen import METHODEN
from bot.services.handeling import mag_voor
from bot.services.kiezer import is_open, is_voorbij, kiezer
from bot.services.peilingvorm import opzet_van
from bot.storage import aandragingen
from bot.storage.accounts import Wie
from bot.storage.peilingen import Optie, Peiling
from bot.storage.stemmers import Kiezer


def mag(peiling: Peiling, opties: list[Optie], now: datetime) -> bool:
    """Say whether people may bring something in to a poll, and staff may let it through."""
    wanneer = _wanneer(peiling, opties)
    return mag_aandragen(wanneer, stemmen_open=is_open(peiling, now), voorbij=is_voorbij(peiling, now))


def van(tx: Connection, wie: Wie, peiling: Peiling) -> Kiezer | None:
    """Return as whom somebody brings something in, None when the poll is for others.

    It is a person, also where an address has one vote; and who may let it through, for people without a phone.
    """
    als = kiezer(tx, wie, peiling)
    if als is not None and wie.bewoner is not None:
        return Kiezer("bewoner", wie.bewoner)
    return als or (Kiezer("account", wie.account) if mag_voor(wie, peiling.voor) else None)


def stand(tx: Connection, wie: Wie, peiling: Peiling, opties: list[Optie], *, stemmen_open: bool) -> dict[str, Any]:
    """Return what a poll that is not over shows: to who may bring something in, and to who may let it through."""
    if not mag_aandragen(_wanneer(peiling, opties), stemmen_open=stemmen_open, voorbij=False):
        return {}
    data: dict[str, Any] = {}
    if (als := van(tx, wie, peiling)) is not None:
        wacht = len(aandragingen.wachtend_van(tx, als, peiling.id))
        data["aandragen"] = {"nog": nog(tx, wie, als, peiling, opties), "wacht": wacht}
    if mag_voor(wie, peiling.voor):
        data["ingestuurd"] = len(aandragingen.wachtend(tx, peiling.id))
    return data


def begint(tx: Connection, peiling: Peiling) -> None:
    """Forget who brought something in beforehand, now that one can vote; what was not judged is too late."""
    if METHODEN[peiling.methode].AANDRAGEN == "vooraf":
        aandragingen.beeindig(tx, peiling.id)


def uitnodiging(peiling: Peiling, opties: list[Optie]) -> dict[str, Any]:
    """Return what the message shows that asks people to vote: the same for all of them."""
    tijdens = _wanneer(peiling, opties) == "tijdens" and len(opties) < MEESTE_OPTIES
    return {"aandragen": {"nog": MEEST_PER_PERSOON, "wacht": 0}} if tijdens else {}


def nog(tx: Connection, wie: Wie, als: Kiezer, peiling: Peiling, opties: list[Optie]) -> int:
    """Return how much someone may still bring in; who lets it through has no bound of their own."""
    ruimte = max(MEESTE_OPTIES - len(opties), 0)
    if mag_voor(wie, peiling.voor):
        return ruimte
    return max(min(MEEST_PER_PERSOON - aandragingen.aantal_van(tx, peiling.id, als), ruimte), 0)


def afloop(tx: Connection, peiling: Peiling, opties: list[Optie]) -> dict[str, Any]:
    """Return how much was brought in to a poll that is over, by what became of it."""
    if not _wanneer(peiling, opties):
        return {}
    aantallen = aandragingen.tel(tx, peiling.id)
    return {"ingestuurd": {staat: aantallen.get(staat, 0) for staat in UITKOMSTEN}} if aantallen else {}


def _wanneer(peiling: Peiling, opties: list[Optie]) -> Wanneer:
    return METHODEN[peiling.methode].aandragen(opzet_van(peiling, opties))
