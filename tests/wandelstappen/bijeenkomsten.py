"""A meeting with few places and guests: who comes, who was signed up at the door, and what was asked there."""

from tests.wandelstappen.mensen import ANNA, BEGELEIDER, BUUR, KERNGROEP, ORGANISATOR, TREKKER
from tests.wandelstappen.stap import Stappen

_AVOND = ('"Avond over isoleren"', '"9 februari 20:00"', '"Buurthuis De Nestkast"')
_ERBIJ = ("fx:capaciteit", '"20"', "fx:gasten", "fk:gasten:2")
_PLEK = {"location": {"latitude": 52.0, "longitude": 5.0}}

STAPPEN: Stappen = (
    (ORGANISATOR, ("/bijeenkomst", "fk:soort:informatieavond", *_AVOND, *_ERBIJ, "fx:kaart", _PLEK, "fklaar")),
    (ANNA, ("/agenda", "b:~Avond over", "ba:ja:", "bg:1:")),
    (BUUR, ("/agenda", "b:~Avond over", "ba:misschien:")),
    (ANNA, ("/agenda", "b:~Avond over", "bv:", '"Wat kost het isoleren van een rijtjeshuis?"')),
    (BUUR, ("/agenda", "b:~Avond over", "bv:", '"Wat kost isoleren ongeveer?"')),
    (TREKKER, ("/agenda", "b:~Avond over", "bv:", '"Krijgen huurders ook isolatie?"')),
    (KERNGROEP, ("/agenda", "b:~Avond over", "bv:", '"Moet ik thuis zijn bij het werk?"')),
    (ORGANISATOR, ("/agenda", "b:~Avond over", "zv:", "zve:", "zvs:", "zvsa:")),
    (ORGANISATOR, ("/agenda", "b:~Avond over", "bz:1:")),
    (BEGELEIDER, ("/adres", "adt:", "ad:", "aw:", "awb:~Avond over", "awp:")),
    (ORGANISATOR, ("/agenda", "b:~Avond over", "bw:", "fx:plaats", '"De school"', "fklaar")),
)

_NAAR = ("/agenda", "b:~Avond over")
VERDER: Stappen = (
    *((wie, _NAAR) for wie in (ANNA, BUUR, TREKKER, BEGELEIDER, ORGANISATOR)),
    *((wie, (*_NAAR, "zv:")) for wie in (BEGELEIDER, ORGANISATOR)),
    (BEGELEIDER, (*_NAAR, "zv:", "zve:")),
    (ANNA, ("/agenda", "b:~Energiecaf")),
    (ORGANISATOR, ("/agenda", "b:~Energiecaf")),
    (BEGELEIDER, ("/adres", "adt:~Merelweg", "ad:")),
)
