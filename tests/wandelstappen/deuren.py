"""A round along the doors, in more streets than one screen holds."""

from sqlalchemy import Connection

from tests import builders
from tests.wandelstappen.mensen import BEGELEIDER
from tests.wandelstappen.stap import Stappen

_STRATEN = [f"{vogel}{weg}" for weg in ("laan", "hof", "pad") for vogel in ("Vink", "Gaai", "Kauw", "Ekster", "Grutto")]
_STRATEN += [f"{vogel}plein" for vogel in ("Kievit", "Lijster", "Roerdomp", "Specht", "Wulp")]


def vul(tx: Connection, wijk: int) -> None:
    """Build streets where nobody was reached yet."""
    for straat in _STRATEN:
        for _ in range(3):
            builders.een_huishouden(tx, wijk, volwassenen=2, straat=straat)


_STRAAT = ("/ronde", "rnt:~Vinklaan")
STAPPEN: Stappen = ((BEGELEIDER, (*_STRAAT, "rnt:", "rnb:", "rnu:", "rnv:", "rnk")),)
VERDER: Stappen = (
    (BEGELEIDER, ("/ronde",)),
    (BEGELEIDER, (*_STRAAT, "rnb:")),
    (BEGELEIDER, (*_STRAAT, "rnb:", "rnu:")),
    (BEGELEIDER, (*_STRAAT, "rnb:", "rnv:", "rnv:", "rnv:")),
    (BEGELEIDER, (*_STRAAT, "rnb:", "rnu:", "rnu:")),
)
