"""Seats with a name, a vacature that is put up and one to draw lots for, and who is known where by which name."""

from sqlalchemy import Connection

from tests.services.test_warmtekaart import plaats
from tests.wandelstappen.mensen import ANNA, BUUR, KERNGROEP, ORGANISATOR, STRAATCONTACT, TREKKER, TREKKER_2
from tests.wandelstappen.stap import Stappen

_BEHEER = ("/zetels", "ztb")


def vul(tx: Connection, wijk: int) -> None:
    """Publish a card for another type of home."""
    plaats(tx, wijk, "Warmtepomp", "appartement")


STAPPEN: Stappen = (
    (ANNA, ("/zetels", "zt:", "ztnaam:", '"Anna"')),
    (BUUR, ("/zetels", "vc:", "vcnaam:", '"Buur"')),
    (ORGANISATOR, (*_BEHEER, "zt:@3", "vcn:", '"Meedenken over geld."', "fk:profiel:", "fk:wijze:stemming", "fklaar")),
    (KERNGROEP, ("/zetels", "vc:@1", "vcja:")),
    (STRAATCONTACT, ("/zetels", "vc:@1", "vcja:")),
    (ORGANISATOR, (*_BEHEER, "ztb:1", "zt:@3", "vcn:", '"Voorzitten."', "fk:profiel:", "fk:wijze:loting", "fklaar")),
    (TREKKER_2, ("/zetels", "vc:@2", "vcja:")),
)
VERDER: Stappen = (
    (ORGANISATOR, (*_BEHEER, "ztb:1", "zt:@3", "vc:")),
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
