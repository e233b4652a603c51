"""Evidence of before the first freeze counts for no version: not for /stand, not for /bericht, not in the export."""

import pytest
from sqlalchemy import Connection

from bot.rules.doelgroep import WIJK
from bot.rules.selectie import Eis, Selectie
from bot.rules.spelregels import Spelregels
from bot.services import tellen
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import AMSTERDAM, BEGELEIDER, ORGANISATOR
from bot.services.stand import bereken_stand
from bot.storage import accounts, selecties, tellingen
from bot.storage import spelregels as opslag
from tests.builders import NU, een_wijk, handeling
from tests.services.test_spelregelvorm import nieuwe_versie
from tests.services.test_vaststellen import IBRAHIM, NOOR, stel_vast
from tests.services.test_wekker import bewoner

VROEG, LAAT = 10, 15


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    opslag.volg_instellingen(tx, wijk, Spelregels().canoniek())
    return wijk


def stem(tx: Connection, wijk: int, accounts_: list[int], onderwerp: str) -> None:
    for account in accounts_:
        wie = accounts.van_id(tx, wijk, account)
        assert wie.bewoner is not None
        leg_vast(tx, handeling(wijk), wie.bewoner, Feit("stem_besluit", onderwerp, "knop"))


def niet_gehoord(tx: Connection, wijk: int) -> int:
    wat = Selectie(WIJK, (Eis("niet_gehoord", telt=("stem_besluit",)),))
    return selecties.tel(tx, wijk, wat.groep, *selecties.voorwaarden(tx, wijk, wat))


def geteld(tx: Connection, wijk: int) -> tuple[int, int, int]:
    """Return how many are heard and how many are not, and how many are in the one street that the export counts."""
    kader = tellen.begin(tx, wijk, NU, AMSTERDAM)
    in_straat = sum(tellingen.bewoners(tx, wijk, ("stem_besluit",), kader.na, kader.tot).values())
    return bereken_stand(tx, wijk).drempels[0].teller, niet_gehoord(tx, wijk), in_straat


def test_until_the_freeze_it_counts_and_after_it_no_more(tx: Connection, wijk: int) -> None:
    allen = [bewoner(tx, wijk, str(nummer)) for nummer in range(1, VROEG + LAAT + 1)]
    stem(tx, wijk, allen[:VROEG], "p1")
    assert geteld(tx, wijk) == (VROEG, LAAT, VROEG)
    stel_vast(tx, wijk)
    assert geteld(tx, wijk) == (0, VROEG + LAAT, 0)
    stem(tx, wijk, allen[VROEG:], "p2")
    nieuwe_versie(tx, wijk)
    stel_vast(tx, wijk)
    assert geteld(tx, wijk) == (LAAT, VROEG, LAAT), "a later version goes back to the first freeze"
