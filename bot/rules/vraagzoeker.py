"""Which answered questions are nearest to a new one: BM25 over what was asked and answered, and what is said of it.

What a question and its answer weigh per stem is known beforehand (`gewichten`), so that the index is a table; what a
stem is worth follows from how many answers hold it (`rangschik`). The same on every database, for it is arithmetic.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from zlib import crc32

from bot.rules import vraagtaal
from bot.rules.vraagtaal import kenmerken, ook_gezegd

_VRAAG, _ANTWOORD = 9.0, 22.0
"""So much an ordinary question and answer say: a longer one says less by each."""
_K, _B = 1.0, 0.7
_ANTWOORD_TELT, _OOK_GEZEGD, _OOK_BEDOELD = 0.1, 0.8, 0.5
EENHEID = 1000
"""Weights are whole thousandths: a database keeps them exactly."""
VERSIE = crc32(repr((_VRAAG, _ANTWOORD, _K, _B, _ANTWOORD_TELT, _OOK_GEZEGD, _OOK_BEDOELD)).encode(), vraagtaal.VERSIE)
"""By which words and weights a text is taken apart: an index of another version is made anew."""


def gewichten(vraag: str, antwoord: str) -> dict[str, int]:
    """Return what each stem of a question with its answer weighs, in thousandths."""
    samen: defaultdict[str, float] = defaultdict(float)
    for tekst, gewoon, telt in ((vraag, _VRAAG, 1.0), (antwoord, _ANTWOORD, _ANTWOORD_TELT)):
        gevonden = kenmerken(tekst)
        rek = 1 - _B + _B * sum(gevonden.values()) / gewoon
        for stam, keer in gevonden.items():
            samen[stam] += telt * keer / rek
    for stam, (telt, bedoeld) in ook_gezegd(vraag).items():
        samen[stam] += telt * (_OOK_BEDOELD if bedoeld else _OOK_GEZEGD)
    return {stam: max(1, round(EENHEID * (_K + 1) * tf / (tf + _K))) for stam, tf in samen.items()}


def van_vraag(tekst: str) -> Counter[str]:
    """Return how much each stem of what somebody asks counts, in thousandths."""
    return Counter({stam: round(telt * EENHEID) for stam, telt in vraagtaal.van_vraag(tekst).items()})


def rangschik(
    gevraagd: Mapping[str, int], gevonden: Iterable[tuple[str, int, int]], alle: int
) -> list[tuple[int, float]]:
    """Return answers with how well each fits, best first; of equals the one that was there first.

    Args:
        gevraagd: the stems of the question, see `van_vraag`.
        gevonden: stem, answer and weight of each that holds such a stem.
        alle: how many answers there are.

    The measure is from 0 (nothing alike) to about 1 (all that was asked, said in the question).
    """
    per_stam: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for stam, antwoord, gewicht in gevonden:
        per_stam[stam].append((antwoord, gewicht))
    waarde = {stam: _waarde(len(per_stam[stam]), alle) * telt / EENHEID for stam, telt in gevraagd.items()}
    meest = sum(waarde.values())
    punten: defaultdict[int, float] = defaultdict(float)
    for stam, telt in waarde.items():  # in the order of the question: sums may not depend on the order of the rows
        for antwoord, gewicht in per_stam[stam]:
            punten[antwoord] += telt * gewicht / EENHEID
    return sorted(((a, p / meest) for a, p in punten.items()), key=lambda paar: (-paar[1], paar[0]))


def _waarde(hoeveel: int, alle: int) -> float:
    """Return what a stem is worth that so many answers hold: the fewer, the more."""
    return math.log(1 + (alle - hoeveel + 0.5) / (hoeveel + 0.5))
