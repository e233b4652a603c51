"""A stage that ended, with the questions after it, and the next with a document that only the team may read."""

from tests.wandelstappen.mensen import ANNA, BEGELEIDER, KERNGROEP, ORGANISATOR, ORGANISATOR_2, STRAATCONTACT
from tests.wandelstappen.stap import PDF, Stappen

_BALANS = ("/fase", "fb:", "fk:uitkomst:verder", '"1-3-2026"', '"Wij spraken met elke straat."', "fk:eigen:", "fklaar")
STAPPEN: Stappen = (
    (STRAATCONTACT, ("/meldingen", "vk:buurt:uit")),
    (KERNGROEP, ("/meldingen", "vk:buurt:uit")),
    (ORGANISATOR, _BALANS),
    (ORGANISATOR_2, ("/voorstellen", "v:~Stap", "vz:", "vja:")),
    (ORGANISATOR, ("/fase", "fd:", "fdn:", PDF, '"Plan van aanpak"', "fk:openbaar:nee", "fklaar")),
)
VERDER: Stappen = (
    (BEGELEIDER, (">evaluatie.uitnodiging",)),
    (ANNA, (">fase.nieuws",)),
    (ORGANISATOR, ("/fase", "fd:")),
)
