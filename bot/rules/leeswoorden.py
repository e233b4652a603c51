"""The words by which typed days, hours, rhythms and amounts are understood. Pure: the catalogs fill them in."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Ritme = Literal["week", "om_de_week", "weken", "weekdag", "datum"]
_GELIJK = str.maketrans({"ı": "i", "ł": "l", "'": "", "’": "", "ʼ": "", "`": "", ",": " ", "،": " ", "؛": " "})
_PUNT = re.compile(r"(?<=[^\W\d_])\.|(?<=\d)\.(?!\S)")


def gewoon(tekst: str) -> str:
    """Return a text in small letters without accents, with digits 0 to 9 and single spaces, as words are compared.

    No comma and no apostrophe is left, nor a point behind a word or a number.
    """
    los = unicodedata.normalize("NFKD", met_cijfers(tekst).casefold())
    tekens = "".join(teken for teken in los if unicodedata.category(teken) not in _STIL)
    return " ".join(_PUNT.sub(" ", tekens.translate(_GELIJK)).split())


def met_cijfers(tekst: str) -> str:
    """Return a text with the digits of any script as 0 to 9."""
    return "".join(str(unicodedata.decimal(teken)) if teken.isdecimal() else teken for teken in tekst)


_STIL = ("Mn", "Cf")
"""Accents, and what sets a direction."""


def keuze(woorden: tuple[str, ...]) -> str:
    """Return a pattern that is one of these words, the longest first."""
    return "|".join(re.escape(woord) for woord in sorted(woorden, key=lambda woord: (-len(woord), woord)))


@dataclass(frozen=True)
class Leeswoorden:
    """Words of all languages that the bot speaks, each as `gewoon` gives it.

    Args:
        maanden: number of each month, 1 to 12.
        dagen: number of each weekday, 0 is Monday.
        straks: how many days ahead; a day that was is below zero.
        rangen: which one of the month, 1 to 4; -1 is the last.
        aantallen: numbers of weeks.
        om: what may stand before an hour.
        uur: what makes the number before it an hour.
        uur_voor: what makes the number behind it an hour.
        vul: what adds nothing to a day.
        elke: by which something comes back.
        te_vaak: patterns of what comes back more often than every week.
        ritmes: patterns with `{dag}`, `{rang}`, `{aantal}` and `{datum}`.
        tot: what stands between two amounts.
        erbij: what adds nothing to an amount.
    """

    maanden: Mapping[str, int]
    dagen: Mapping[str, int]
    straks: Mapping[str, int]
    rangen: Mapping[str, int]
    aantallen: Mapping[str, int]
    om: tuple[str, ...]
    uur: tuple[str, ...]
    uur_voor: tuple[str, ...]
    vul: tuple[str, ...]
    elke: tuple[str, ...]
    te_vaak: tuple[str, ...]
    ritmes: Mapping[Ritme, tuple[str, ...]]
    tot: tuple[str, ...]
    erbij: tuple[str, ...]

    @cached_property
    def tijd(self) -> re.Pattern[str]:
        """Return the pattern of an hour at the end of a text."""
        uur = keuze(self.uur)
        return re.compile(
            rf"(?:\b(?:{keuze(self.om)}) )?(?:\b(?P<voor>{keuze(self.uur_voor)}) ?)?\b(?P<uur>\d{{1,2}})"
            rf"(?:[:.u](?P<minuut>\d{{2}})(?: ?(?:{uur}))?|(?(voor)(?: ?(?:{uur}))?| ?(?:{uur})))$"
        )

    @cached_property
    def herhaalt(self) -> re.Pattern[str]:
        """Return the pattern of a word by which something comes back."""
        return re.compile(rf"\b(?:{keuze(self.elke)})\b")

    @cached_property
    def vaak(self) -> re.Pattern[str]:
        """Return the pattern of what comes back too often."""
        return re.compile(rf"(?:{'|'.join(self.te_vaak)})\b.*")

    @cached_property
    def herhalingen(self) -> tuple[tuple[Ritme, re.Pattern[str]], ...]:
        """Return each rhythm with its patterns."""
        velden = {
            "dag": f"(?P<dag>{keuze(tuple(self.dagen))})",
            "rang": f"(?P<rang>{keuze(tuple(self.rangen))})",
            "aantal": f"(?P<aantal>{keuze(tuple(self.aantallen))})",
            "datum": r"(?P<datum>\d{1,2})",
        }
        return tuple(
            (soort, re.compile(patroon.format_map(velden)))
            for soort, patronen in self.ritmes.items()
            for patroon in patronen
        )

    def zonder_vulling(self, tekst: str) -> str:
        """Return a text without the words that add nothing to a day."""
        return " ".join(woord for woord in tekst.split() if woord not in self.vul)
