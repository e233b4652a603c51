"""Which answered questions are nearest to a new one: Dutch words to stems, and BM25 over what was asked and answered.

What a question and its answer weigh per stem is known beforehand (`gewichten`), so that the index is a table; what a
stem is worth follows from how many answers hold it (`rangschik`). The same on every database, for it is arithmetic.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import snowballstemmer

from bot.rules import vraagwoorden
from bot.rules.vraagwoorden import GROEPEN

_WOORD = re.compile(r"[^\W_]+")
_STEMMER = snowballstemmer.stemmer("dutch")
_VRAAG, _ANTWOORD = 9.0, 22.0
"""So many stems an ordinary question and answer have: a longer one says less by each."""
_K, _B = 1.4, 0.6
_ANTWOORD_TELT, _DEEL_TELT, _GROEP_TELT, _LETTERLIJK_TELT = 0.25, 0.7, 1.2, 0.3
_KORTSTE_DEEL, _KORTSTE_REST = 3, 4
_LEEG, _DELEN = frozenset(vraagwoorden.LEEG.split()), frozenset(vraagwoorden.DELEN.split())
EENHEID = 1000
"""Weights are whole thousandths: a database keeps them exactly."""
LANGSTE_STAM = 40
_LANGSTE_VRAAG = 60
"""So many words of a question are read; who writes more says the same with them."""


def stammen(tekst: str) -> Counter[str]:
    """Return how much each stem of a text counts, as parts of one word: whole words, parts of a compound, its group."""
    telling: defaultdict[str, float] = defaultdict(float)
    for woord in _WOORD.findall(_kaal(tekst)):
        for stam, telt in _van_woord(woord):
            telling[stam] += telt
    return Counter({stam: round(telt * EENHEID) for stam, telt in telling.items()})


def gewichten(vraag: str, antwoord: str) -> dict[str, int]:
    """Return what each stem of a question with its answer weighs, in thousandths."""
    samen: defaultdict[str, float] = defaultdict(float)
    for tekst, gewoon, telt in ((vraag, _VRAAG, 1.0), (antwoord, _ANTWOORD, _ANTWOORD_TELT)):
        gevonden = stammen(tekst)
        lengte = sum(gevonden.values()) / EENHEID
        rek = 1 - _B + _B * lengte / gewoon
        for stam, keer in gevonden.items():
            samen[stam] += telt * keer / EENHEID / rek
    return {stam: round(EENHEID * (_K + 1) * tf / (tf + _K)) for stam, tf in samen.items()}


def van_vraag(tekst: str) -> Counter[str]:
    """Return the stems of what somebody asks, of its first words; also of two that may be one, as in `gas ketel`."""
    woorden = [woord for woord in _WOORD.findall(_kaal(tekst))[:_LANGSTE_VRAAG] if woord not in _LEEG]
    samen = [een + ander for een, ander in pairwise(woorden)]
    gevonden = stammen(" ".join(woorden))
    return gevonden | Counter({_stam(woord)[:LANGSTE_STAM]: EENHEID for woord in samen})


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
    for stam, antwoorden in per_stam.items():
        telt = waarde.get(stam, 0.0) / EENHEID
        for antwoord, gewicht in antwoorden:
            punten[antwoord] += telt * gewicht
    return sorted(((a, p / meest) for a, p in punten.items()), key=lambda paar: (-paar[1], paar[0]))


def _waarde(hoeveel: int, alle: int) -> float:
    return math.log(1 + (alle - hoeveel + 0.5) / (hoeveel + 0.5))


@lru_cache(20_000)
def _van_woord(woord: str) -> tuple[tuple[str, float], ...]:
    if woord in _LEEG:
        return ()
    stam = _stam(woord)
    uit = {stam: 1.0}
    for deel in _delen(woord):
        for kleiner in (deel, *_delen(deel)):
            uit.setdefault(_stam(kleiner), _DEEL_TELT)
    for een in tuple(uit):
        if een in _GROEPEN_VAN:
            uit[een] *= _LETTERLIJK_TELT
        for groep in _GROEPEN_VAN.get(een, ()):
            uit[groep] = max(uit.get(groep, 0.0), _GROEP_TELT * (uit[een] / _LETTERLIJK_TELT))
    return tuple((een[:LANGSTE_STAM], telt) for een, telt in uit.items())


def _delen(woord: str) -> list[str]:
    """Return the words of which a compound is made: all known, or one known at the front or the back and the rest."""
    for eind in range(len(woord) - _KORTSTE_DEEL, _KORTSTE_DEEL - 1, -1):
        voor, achter = woord[:eind], woord[eind:]
        if _bekend(voor) and (verder := [achter] if _bekend(achter) else _delen(achter)):
            return [voor, *verder]
    for grens in range(len(woord) - _KORTSTE_REST, _KORTSTE_REST - 1, -1):
        if _bekend(woord[:grens]):
            return [woord[:grens], woord[grens:]]
    for grens in range(_KORTSTE_REST, len(woord) - _KORTSTE_REST + 1):
        if _bekend(woord[grens:]):
            return [woord[:grens], woord[grens:]]
    return []


def _bekend(woord: str) -> bool:
    zonder_tussen = woord[:-1] if woord.endswith("s") and len(woord) > _KORTSTE_DEEL else woord
    return woord in _DELEN or zonder_tussen in _DELEN or _stam(woord) in _DEELSTAMMEN


@lru_cache(20_000)
def _stam(woord: str) -> str:
    stam: str = _STEMMER.stemWord(woord)
    return stam


def _kaal(tekst: str) -> str:
    """Return a text in small letters without accents."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))


_DEELSTAMMEN = frozenset(_stam(deel) for deel in _DELEN)
_GROEPEN_VAN: defaultdict[str, set[str]] = defaultdict(set)
for _regel in GROEPEN:
    for _een in _regel.split():
        _GROEPEN_VAN[_stam(_een)].add(f"={_regel.split()[0]}")
VERSIE = crc32(repr((_VRAAG, _ANTWOORD, _K, _B, _ANTWOORD_TELT, _DEEL_TELT, _GROEP_TELT, _LETTERLIJK_TELT)).encode())
VERSIE = crc32(repr([sorted(_LEEG), sorted(_DEELSTAMMEN), sorted(_GROEPEN_VAN), GROEPEN]).encode(), VERSIE)
"""By which words and weights a text is taken apart: an index of another version is made anew."""
