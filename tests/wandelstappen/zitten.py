"""Seats with a name, a vacature that is put up and one to draw lots for, and who is known where by which name."""

from tests.wandelstappen.mensen import ANNA, BUUR, ORGANISATOR, TREKKER
from tests.wandelstappen.stap import Stappen

_BEHEER = ("/zetels", "ztb")
STAPPEN: Stappen = (
    (ANNA, ("/zetels", "zt:", "ztnaam:", '"Anna"')),
    (BUUR, ("/zetels", "vc:", "vcnaam:", '"Buur"')),
    (ORGANISATOR, (*_BEHEER, "zt:@3", "vcn:", '"Meedenken over geld."', "fk:profiel:", "fk:wijze:stemming", "fklaar")),
)
VERDER: Stappen = (
    (ORGANISATOR, (*_BEHEER, "zt:@0")),
    (ORGANISATOR, (*_BEHEER, "zt:@2", "vc:")),
    (ORGANISATOR, (*_BEHEER, "zt:@3", "vc:")),
    (ORGANISATOR, (*_BEHEER, "zt:@4")),
    (ANNA, ("/zetels", "zt:")),
    (BUUR, ("/zetels", "vc:")),
    (TREKKER, ("/werkgroepen", "wgt:")),
    (ORGANISATOR, ("/warmtekaarten", "wkl:", "wk:")),
    (ANNA, ("/warmtekaarten", "wkl:", "wk:")),
    (ORGANISATOR, ("/wiedoetwat", "wdb")),
    (ORGANISATOR, ("/wiedoetwat", "partners", "pa:")),
    (ANNA, ("/wissen",)),
)
