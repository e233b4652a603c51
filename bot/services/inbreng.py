"""What voters wrote to be read by all, with the team's answers and groups: for result, export and report."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from bot.rules.inbreng import Inbreng
from bot.rules.peilingen import METHODEN, Methode
from bot.storage import groeperingen, terugwegen, weerwoorden
from bot.storage.peilingen import Peiling
from bot.storage.stemmers import Kiezer
from bot.storage.weerwoorden import Biljet


def biljetten(tx: Connection, peiling_id: int, methode: Methode) -> list[tuple[str, Biljet]]:
    """Return what stands on ballots to be read by all, in an order that says nothing of when."""
    met_tekst = ((methode.inbreng(biljet.inhoud), biljet) for biljet in weerwoorden.van_peiling(tx, peiling_id))
    return [(tekst, biljet) for tekst, biljet in met_tekst if tekst]


def lees(tx: Connection, peiling_id: int, methode: Methode) -> list[Inbreng]:
    """Return the same for who only reads it: nothing in it names a ballot."""
    return [
        Inbreng(tekst, biljet.antwoord, biljet.blijft, biljet.groep or "", biljet.later)
        for tekst, biljet in biljetten(tx, peiling_id, methode)
    ]


def tel(tx: Connection, peiling: Peiling) -> list[int]:
    """Return how many texts there are, and how many of them wait for the team."""
    methode = METHODEN[peiling.methode]
    return aantallen(methode, lees(tx, peiling.id, methode))


def aantallen(methode: Methode, inbreng: Sequence[Inbreng]) -> list[int]:
    """Return how many there are, and how many wait: for a group, or else for an answer."""
    return [len(inbreng), sum(not een.groep if methode.GROEPEERT else een.antwoord is None for een in inbreng)]


def toegevoegd(tx: Connection, peiling_id: int) -> list[list[Any]]:
    """Return what the next round adds and for which group, the group that most texts stand in first."""
    groepen = sorted(groeperingen.van_peiling(tx, peiling_id), key=lambda groep: (-groep.aantal, groep.naam))
    return [[groep.naam, groep.toegevoegd] for groep in groepen if groep.toegevoegd]


def bij_stem(tx: Connection, peiling: Peiling, als: Kiezer | None, telt: str | None, *, team: bool) -> dict[str, Any]:
    """Return what goes with somebody's own ballot in an open poll, and for the team how much waits for them.

    Args:
        telt: their ballot, None without one.
    """
    data: dict[str, Any] = {"inbreng": tel(tx, peiling)} if team else {}
    if als is None:
        return data
    if eigen := weerwoorden.van_stemmer(tx, peiling.id, als):
        data["weerwoord"] = list(eigen)
    if telt is not None and METHODEN[peiling.methode].inbreng(telt):
        sleutel = terugwegen.biljet_van(tx, peiling.id, als)
        data["terugweg"] = sleutel is not None and terugwegen.account_van(tx, sleutel) is not None
    return data
