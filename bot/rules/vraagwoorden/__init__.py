"""The words by which an answered question is found: concepts, and what residents say when they ask about a subject.

Who adds a word here adds it by what it means, not for one question that was not found.

A line of `BEGRIPPEN` is a concept with the words that people use for it: `waarde: waard verkoopprijs | verkopen`. What
stands after the bar may mean it; `open_haard` is said in words one after the other. A word may stand in more lines.

A line of `ONDERWERPEN` is a subject: `inductieplaat schoon > vlekken aangekoekt poetsen`. An answered question that
holds all words before the arrow is also found by those after it. So a subject serves each wijk that publishes it.
"""

from itertools import chain

from bot.rules.vraagwoorden import (
    begrippen_warmte,
    begrippen_wijk,
    onderwerpen_geld,
    onderwerpen_huis,
    onderwerpen_meedoen,
    onderwerpen_patronen,
    onderwerpen_wonen,
    onderwerpen_zorgen,
)
from bot.rules.vraagwoorden.klein import GETALLEN, GEVRAAGD, LEEG

__all__ = ["BEGRIPPEN", "GETALLEN", "GEVRAAGD", "LEEG", "ONDERWERPEN"]


def _regels(*blokken: str) -> list[str]:
    """Return the lines of some lists; one that goes on is indented."""
    alle = chain.from_iterable(blok.replace("\n  ", " ").splitlines() for blok in blokken)
    return [regel for regel in alle if regel and not regel.startswith("#")]


BEGRIPPEN = _regels(begrippen_warmte.BEGRIPPEN, begrippen_wijk.BEGRIPPEN)
ONDERWERPEN = _regels(
    onderwerpen_geld.ONDERWERPEN,
    onderwerpen_huis.ONDERWERPEN,
    onderwerpen_wonen.ONDERWERPEN,
    onderwerpen_meedoen.ONDERWERPEN,
    onderwerpen_zorgen.ONDERWERPEN,
    onderwerpen_patronen.ONDERWERPEN,
)
