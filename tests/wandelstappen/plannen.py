"""A plan that is being written, with sections; and what people say of the one that can be read."""

from tests.wandelstappen.mensen import ANNA, BUUR, ORGANISATOR, ORGANISATOR_2
from tests.wandelstappen.stap import Stappen

_NIEUW = ("/concepten", "cc:~Buurtplan")
_PLAN = ("fk:soort:wup", '"Plan voor de Merelweg"', '"31 maart 20:00"', "fk:stuk:")

STAPPEN: Stappen = (
    (ORGANISATOR, ("/concepten", "ccmaak", *_PLAN, "ccd:", '"Warmte"', '"We beginnen met de daken."')),
    (ORGANISATOR, (*_NIEUW, "ccv:")),
    (ORGANISATOR, (*_NIEUW, "cd:", "cdw:", '"Warmte in de straat"', '"We beginnen met de daken, en dan het net."')),
    (ORGANISATOR, (*_NIEUW, "ccp:")),
    (ORGANISATOR_2, ("/voorstellen", "v:", "vz:", "vja:")),
    (BUUR, (*_NIEUW, "cd:", "cr:", '"Komt er ook een plan voor het Uilenpad?"')),
)

_DEEL = (*_NIEUW, "cd:")
VERDER: Stappen = (
    (ANNA, _DEEL),
    (ANNA, (*_DEEL, "cr:")),
    (ORGANISATOR, (*_DEEL, "ca:")),
    (ORGANISATOR, ("/concepten", "cc:~Merelweg")),
    (ORGANISATOR, ("/concepten", "cc:~Merelweg", "cd:")),
)
