"""What a Dutch text says: its words to stems, the parts of compounds, and the concepts that people use words for.

Each has a weight. A stem is written as it is, a concept as `=warmtepomp`, and how something is asked as `?wie`.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any
from zlib import crc32

from bot.rules.vraagwoorden import BEGRIPPEN, GETALLEN, GEVRAAGD, LEEG, ONDERWERPEN

_WOORD = re.compile(r"[^\W_]+")
_JAARTAL = re.compile(r"\b19([3-9])\d\b", re.ASCII)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DEEL, _MISSCHIEN, _LETTERLIJK, _VORM, _HERSTELD = 0.7, 0.5, 0.5, 0.2, 0.8
_GEWICHTEN = (_DEEL, _MISSCHIEN, _LETTERLIJK, _VORM, _HERSTELD)
"""A part of a compound; a concept that may be meant; a word beside its concept; how it is asked; a word mended."""
_KORTSTE_DEEL, _KORTSTE_REST, _KORTSTE_FOUT = 3, 4, 6
_LANGSTE_VRAAG = 60
"""So many words of a question are read; who writes more says the same with them."""
LANGSTE_STAM = 40
VERSIE = crc32(repr((_GEWICHTEN, BEGRIPPEN, GETALLEN, GEVRAAGD, LEEG, ONDERWERPEN)).encode())

_LEEG = frozenset(LEEG.split())
_VORMEN = {woord: f"?{regel.split()[0]}" for regel in GEVRAAGD.strip().splitlines() for woord in regel.split()}


@dataclass(frozen=True)
class _Lijsten:
    """The lists of words as they are looked up: by stem."""

    begrippen: Mapping[tuple[str, ...], Mapping[str, float]]
    langste: Mapping[str, int]  # of what begins with a stem, how many words the longest has
    delen: frozenset[str]
    woorden: frozenset[str]
    onderwerpen: tuple[tuple[frozenset[str], tuple[str, ...]], ...]


def kenmerken(tekst: str) -> dict[str, float]:
    """Return what a text says and how much each counts."""
    return _kenmerken(_woorden(tekst), {})


def van_vraag(tekst: str) -> dict[str, float]:
    """Return what somebody asks; typing errors are mended, and two words may be one, as in `gas ketel`."""
    woorden = _woorden(tekst)[:_LANGSTE_VRAAG]
    samen = {_stam(een + ander)[:LANGSTE_STAM]: 1.0 for een, ander in pairwise(woorden) if not {een, ander} & _LEEG}
    return samen | _kenmerken(woorden, {woord: goed for woord in woorden if (goed := _hersteld(woord)) is not None})


def ook_gezegd(vraag: str) -> dict[str, tuple[float, bool]]:
    """Return by what else an answered question is found: the words of its subjects, and whether it is a concept."""
    zegt: set[str] = set()
    for woord in _woorden(vraag):
        zegt |= {_stam(woord), *(_stam(deel) for deel in _alle_delen(woord))}
    uit: dict[str, tuple[float, bool]] = {}
    for eist, woorden in _lijsten().onderwerpen:
        if eist <= zegt:
            for woord in woorden:
                letterlijk = _stam(woord)[:LANGSTE_STAM]
                for kenmerk, telt in _van_woord(woord):
                    gevonden = (min(1.0, telt), kenmerk != letterlijk)
                    uit[kenmerk] = max(uit.get(kenmerk, gevonden), gevonden)
    return uit


def _kenmerken(woorden: list[str], hersteld: Mapping[str, str]) -> dict[str, float]:
    telling: defaultdict[str, float] = defaultdict(float)
    begrippen, nr = _lijsten().begrippen, 0
    while nr < len(woorden):
        samen = _uitdrukking(woorden[nr:])
        for begrip, telt in begrippen[samen].items() if samen else ():
            telling[begrip] += telt
        for woord in woorden[nr : nr + max(1, len(samen))]:
            if woord in _VORMEN and not samen:
                telling[_VORMEN[woord]] = _VORM
            for kenmerk, telt in _van_woord(woord):
                telling[kenmerk] += telt * (_LETTERLIJK if samen else 1)
            for kenmerk, telt in _van_woord(hersteld[woord]) if woord in hersteld else ():
                telling[kenmerk] += telt * _HERSTELD
        nr += max(1, len(samen))
    return dict(telling)


def _uitdrukking(woorden: list[str]) -> tuple[str, ...]:
    """Return the longest expression of more words with which a text begins, by its stems."""
    lijsten = _lijsten()
    stammen = tuple(_stam(woord) for woord in woorden[: lijsten.langste.get(_stam(woorden[0]), 1)])
    lengtes = range(len(stammen), 1, -1)
    return next((stammen[:lengte] for lengte in lengtes if stammen[:lengte] in lijsten.begrippen), ())


@lru_cache(20_000)
def _van_woord(woord: str) -> tuple[tuple[str, float], ...]:
    """Return what one word says: its stem, its parts, and the concepts of all those."""
    if woord in _LEEG:
        return ()
    uit = {_stam(woord): 1.0}
    for deel in _alle_delen(woord):
        uit.setdefault(_stam(deel), _DEEL)
    for stam, telt in tuple(uit.items()):
        if begrippen := _lijsten().begrippen.get((stam,)):
            uit[stam] = telt * _LETTERLIJK
            for begrip, past in begrippen.items():
                uit[begrip] = max(uit.get(begrip, 0.0), telt * past)
    return tuple((kenmerk[:LANGSTE_STAM], telt) for kenmerk, telt in uit.items())


def _alle_delen(woord: str) -> Iterator[str]:
    for deel in _delen(woord):
        yield deel
        yield from _delen(deel)


def _delen(woord: str) -> list[str]:
    """Return the words of which a compound is made: all known, or one known at the front or the back and the rest."""
    for eind in range(len(woord) - _KORTSTE_DEEL, _KORTSTE_DEEL - 1, -1):
        voor, achter = woord[:eind], woord[eind:]
        if _bekend(voor) and (verder := [achter] if _bekend(achter) else _delen(achter)):
            return [voor, *verder]
    grenzen = range(_KORTSTE_REST, len(woord) - _KORTSTE_REST + 1)
    voorop = (grens for grens in reversed(grenzen) if _bekend(woord[:grens]))
    achteraan = (grens for grens in grenzen if _bekend(woord[grens:]))
    grens = next(voorop, None) or next(achteraan, None)
    return [woord[:grens], woord[grens:]] if grens else []


def _bekend(woord: str) -> bool:
    delen = _lijsten().delen
    return _stam(woord) in delen or (woord.endswith("s") and len(woord) > _KORTSTE_REST and _stam(woord[:-1]) in delen)


def _hersteld(woord: str) -> str | None:
    """Return the known word that differs one letter, or two that changed places, from one that nobody knows."""
    bekend = _lijsten().woorden
    if len(woord) < _KORTSTE_FOUT or woord in bekend or _bekend(woord) or _delen(woord):
        return None
    sneden = [(woord[:nr], woord[nr:]) for nr in range(len(woord) + 1)]
    anders = [voor + achter[1:] for voor, achter in sneden if achter]
    anders += [voor + achter[1] + achter[0] + achter[2:] for voor, achter in sneden if len(achter) > 1]
    anders += [voor + letter + achter[een:] for voor, achter in sneden for letter in _LETTERS for een in (1, 0)]
    return next((een for een in anders if een in bekend), None)


def _woorden(tekst: str) -> list[str]:
    """Return the words of a text, in small letters without accents; `1974` is `jaren zeventig`."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    kaal = _JAARTAL.sub(r"jaren \g<1>0", "".join(teken for teken in los if not unicodedata.combining(teken)))
    return [GETALLEN.get(woord, woord) for woord in _WOORD.findall(kaal)]


@cache
def _stemmer() -> Any:
    import snowballstemmer  # loads those of 35 languages: when the first question comes

    return snowballstemmer.stemmer("dutch")


@lru_cache(50_000)
def _stam(woord: str) -> str:
    stam: str = _stemmer().stemWord(woord)
    return stam


@cache
def _lijsten() -> _Lijsten:
    """Read the lists, at the first question: stemming them takes a moment."""
    begrippen: defaultdict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    woorden = set(_LEEG)
    for regel in BEGRIPPEN:
        naam, _, rest = regel.partition(":")
        zeker, _, misschien = rest.partition("|")
        for lijst, past in ((misschien, _MISSCHIEN), (zeker, 1.0)):
            for uitdrukking in lijst.split():
                gelezen = _woorden(uitdrukking.replace("_", " "))
                begrippen[tuple(_stam(woord) for woord in gelezen)][f"={naam}"] = past
                woorden.update(gelezen)
    langste: dict[str, int] = {}
    for stammen in begrippen:
        langste[stammen[0]] = max(langste.get(stammen[0], 1), len(stammen))
    onderwerpen = []
    for regel in ONDERWERPEN:
        eist, _, rest = regel.partition(">")
        onderwerpen.append((frozenset(_stam(woord) for woord in _woorden(eist)), tuple(_woorden(rest))))
        woorden.update(_woorden(rest))
    delen = {stammen[0] for stammen in begrippen if len(stammen) == 1 and len(stammen[0]) >= _KORTSTE_DEEL}
    return _Lijsten(dict(begrippen), langste, frozenset(delen), frozenset(woorden), tuple(onderwerpen))
