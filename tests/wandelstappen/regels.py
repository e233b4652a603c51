"""A later version of the spelregels, with what residents ask about it."""

from tests.wandelstappen.mensen import ANNA, BUUR, ORGANISATOR
from tests.wandelstappen.stap import Stappen

_CONCEPT = ("/spelregels", "spelregels:concept")
STAPPEN: Stappen = (
    (ORGANISATOR, ("/spelregels", "srnieuw", '"De straten tellen nu ook mee."')),
    (ANNA, (*_CONCEPT, "srvraag", '"Waarom telt een gesprek ook mee?"')),
    (BUUR, (*_CONCEPT, "srvraag", '"Wie telt er eigenlijk mee?"')),
    (
        ORGANISATOR,
        (
            *_CONCEPT,
            "sropen",
            "srant",
            "fk:welke:@0",
            "fk:welke:",
            '"Telt een gesprek mee?"',
            '"Wie aan de deur iets zegt, is ook gehoord."',
            "fklaar",
        ),
    ),
)
VERDER: Stappen = (
    (ANNA, _CONCEPT),
    (ORGANISATOR, _CONCEPT),
    (ORGANISATOR, (*_CONCEPT, "srgooi", "srgooi:ja")),
)
