"""An idea with a photo and a place that waits for the team, and one that a neighbour supports."""

from tests.wandelstappen.mensen import ANNA, BEGELEIDER, BUUR
from tests.wandelstappen.stap import FOTO, PLEK, Stappen

STAPPEN: Stappen = (
    (BUUR, ("/ideeen", "ideemaak", '"Een bank op de hoek."', "fx:plek", PLEK, "fx:foto", FOTO, "fklaar")),
    (ANNA, ("/ideeen", "ideesteun", "idee:", "ideeja:")),
)
VERDER: Stappen = (
    (BUUR, ("/ideeen", "idee:~op de hoek")),
    (ANNA, ("/ideeen", "ideesteun", "idee:")),
    (BEGELEIDER, ("/ideeen", "ideewacht", "ideewacht:1", "ideewacht:2")),
)
