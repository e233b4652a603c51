"""A poll in which residents bring something in, that waits to be let through."""

from tests.wandelstappen.mensen import ANNA, BUUR, HUISGENOOT, ORGANISATOR
from tests.wandelstappen.stap import Stappen

_PEILING = (
    *("fk:methode:stellingen", '"Wat vindt u van de plannen?"', '"Een warmtenet past bij ons\nIk wil zelf kiezen"'),
    *("fk:voor:wijk", '"5 maart 20:00"', "fk:live:nee", "fk:besluit:nee"),
    *("fx:stellingen.aandragen", "fk:stellingen.aandragen:ja", "fklaar"),
)

STAPPEN: Stappen = (
    (ORGANISATOR, ("/peiling", *_PEILING)),
    (ANNA, ("/peilingen", "p:~Wat vindt u van de plannen", "aan:", '"Eerst de daken, dan de rest"')),
    (BUUR, ("/peilingen", "p:~Wat vindt u van de plannen", "aan:", '"Huurders beslissen ook mee"')),
    (HUISGENOOT, ("/peilingen", "p:~Wat vindt u van de plannen", "aan:", '"De straat blijft open"')),
)
