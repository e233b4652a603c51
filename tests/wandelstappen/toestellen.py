"""A resident who takes part in a browser too, and who comes to another device with a code or with the letter again."""

from sqlalchemy import Connection, select

from bot.services import toestel, websessie
from bot.services.websessie import Toeval
from bot.storage import accounts, tables
from bot.webinstellingen import KANAAL
from tests import builders
from tests.builders import NU, PEPER, handeling
from tests.wandelstappen.mensen import ANNA, BUITEN
from tests.wandelstappen.stap import Stappen

_ELDERS = 104
_CODES: list[str] = []


def vul(tx: Connection, wijk: int) -> None:
    """Give Anna a browser; and let a neighbour make a code, in a home where one more may live."""
    van_anna = select(tables.account.c.bewoner).where(tables.account.c.extern_id == str(ANNA))
    websessie.begin(tx, wijk, KANAAL, Toeval("700", "geheim", builders.een_publiek_id()), "Firefox, Android", NU)
    browser = accounts.maak(tx, wijk, KANAAL, "700")
    accounts.wijzig(tx, browser.account, bewoner=tx.scalar(van_anna), elders=True)
    huis = builders.een_huishouden(tx, wijk, volwassenen=2)
    builders.een_account(tx, str(_ELDERS), bewoner=builders.een_bewoner(tx, wijk, huis.id))
    gegeven = toestel.maak_code(tx, handeling(wijk, str(_ELDERS), now=NU), PEPER)
    _CODES[:] = [f"ook-{gegeven.data['code']}", huis.code]


STAPPEN: Stappen = ()
VERDER: Stappen = (
    (ANNA, ("/toestellen",)),
    (BUITEN, (lambda _: f"/start {_CODES[0]}",)),
    (BUITEN, (lambda _: f"/start {_CODES[1]}", "welkom_taal:nl")),
)
