"""What comes back each week, and what was and can be told as corrected."""

from tests.wandelstappen.mensen import BEGELEIDER, ORGANISATOR
from tests.wandelstappen.stap import Stappen

STAPPEN: Stappen = (
    (BEGELEIDER, ("/herinner", "hrnieuw", "fk:groep", '"Neem koffie mee"', '"elke dinsdag 20:00"', "fklaar")),
)
VERDER: Stappen = (
    (BEGELEIDER, ("/herinner", "hr:")),
    (ORGANISATOR, ("/mijlpalen", "mlwas", "ml:")),
)
