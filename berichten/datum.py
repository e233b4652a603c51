"""Days, months and quarters in the form that each language has for them: CLDR says it, by what one wants to see."""

import re
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date

Velden = Literal[
    "y", "yQQQ", "yQQQQ", "yMMM", "yMMMM", "MMMd", "MMMMd", "yMMMd", "yMMMMd", "MMMEd", "MMMMEEEEd", "yMMMMEEEEd"
]
"""What one sees of a day, as CLDR names it (a skeleton): year, quarter, month, weekday, day; more letters is longer."""

_HEEL = {"yMMMMd": "long", "yMMMMEEEEd": "full"}
_ALS = {"en": "nl"}
"""English as it is written in Europe, and without commas: what is in our texts goes by this."""


def zeg(dag: date, velden: Velden, locale: Locale) -> str:
    """Return a day as this language writes it: 3 februari 2027, 3. Februar 2027."""
    return format_date(dag, _patroon(velden, locale), locale=locale)


@cache
def _patroon(velden: Velden, locale: Locale) -> str:
    """Return the order and the marks of a language; a form that it has only in short is made longer, as CLDR says."""
    patroon: str
    bron = Locale.parse(_ALS.get(locale.language, locale))
    if velden in _HEEL:
        patroon = bron.date_formats[_HEEL[velden]].pattern
    else:
        korter = velden.replace("EEEE", "E")
        vormen = (velden, korter, korter.replace("MMMM", "MMM"))
        patroon = next(bron.datetime_skeletons[vorm].pattern for vorm in vormen if vorm in bron.datetime_skeletons)
        for letter in "EM":
            if letter * 4 in velden:
                patroon = re.sub(f"{letter}+", letter * 4, patroon)
    return patroon.replace("\u202f'р'.", "")  # its point would stand before that of the sentence, and nobody types it
