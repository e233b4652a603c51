"""Keuze: one, at most so many, or any number of several options."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.rules.peilingen import Scherm, TeVeel, Uitslag

MIN_OPTIES = 2
MAX_OPTIES = 10
ZINNEN = ("hoogstens", "zoveel_u_wilt", "nog", "vol", "leeg")


@lru_cache(1024)  # few screens, shown to many
def scherm(opties: int, max_keuzes: int | None, inhoud: str | None) -> Scherm:
    """Return a button per option. With one choice a tap chooses; with more a tap puts one on or takes it off."""
    gekozen = _lees(inhoud)
    if max_keuzes == 1:
        return Scherm(tuple((nummer, "erbij", nummer in gekozen) for nummer in range(opties)))
    knoppen = tuple((n, "weg" if n in gekozen else "erbij", n in gekozen) for n in range(opties))
    zinnen: list[tuple[str, int | None]] = [("hoogstens", max_keuzes) if max_keuzes else ("zoveel_u_wilt", None)]
    if inhoud is not None and not gekozen:
        zinnen.append(("leeg", None))
    elif max_keuzes is not None:
        nog = max_keuzes - len(gekozen)
        zinnen.append(("nog", nog) if nog else ("vol", None))
    return Scherm(knoppen, tuple(zinnen))


def stem(inhoud: str | None, optie: int, daad: str, max_keuzes: int | None) -> str | None:
    """Return the ballot with an option put on it (`erbij`) or taken off (`weg`); the same tap twice is once.

    With one choice it replaces what was there, which then need not be known. Who takes off the last has an empty
    ballot: taking part stays, and is seen; without a ballot there is nothing to take off.

    Raises:
        TeVeel: one choice more than may be.
    """
    if max_keuzes == 1:
        return f"[{optie}]" if daad == "erbij" else None
    oud = _lees(inhoud)
    nieuw = oud | {optie} if daad == "erbij" else oud - {optie} if daad == "weg" else oud
    if nieuw == oud:
        return None
    if max_keuzes is not None and len(nieuw) > max_keuzes:
        raise TeVeel
    return _schrijf(nieuw)


def tel(opties: Sequence[str], biljetten: Mapping[str, int]) -> Uitslag:
    """Count ballots: how often each content was cast."""
    stemmen = [0] * len(opties)
    for inhoud, aantal in biljetten.items():
        for optie in _lees(inhoud):
            stemmen[optie] += aantal
    return Uitslag(tuple(zip(opties, stemmen, strict=True)), sum(biljetten.values()), biljetten.get(_schrijf(()), 0))


def _lees(inhoud: str | None) -> frozenset[int]:
    return frozenset(json.loads(inhoud)) if inhoud else frozenset()


def _schrijf(gekozen: frozenset[int] | set[int] | tuple[()]) -> str:
    return json.dumps(sorted(gekozen), separators=(",", ":"))
