"""A resident who takes part in a browser too, with an address for mail; who comes to another device with a code, with
the letter again, or with what a begeleider gave at the door; and who of the team confirms who they are in a browser."""

from sqlalchemy import Connection, select

from bot.services import terugkeer, toestel, websessie
from bot.services.websessie import Toeval
from bot.storage import accounts, huishoudens, mailadressen, tables, tweedefactoren
from bot.webinstellingen import KANAAL
from tests import builders
from tests.builders import NU, PEPER, handeling
from tests.wandelstappen.mensen import ANNA, BEGELEIDER, BUITEN, ORGANISATOR
from tests.wandelstappen.stap import Stappen

_ELDERS, _KWIJT = 104, 105
_CODES: list[str] = []
"""Of a neighbour the code for elsewhere and of the letter; of who lost all, what was given, the letter, the address."""


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
    kwijt = builders.een_huishouden(tx, wijk, volwassenen=1)
    zoek = builders.een_bewoner(tx, wijk, kwijt.id)
    builders.een_account(tx, str(_KWIJT), bewoner=zoek)
    _CODES.extend((_geef_terug(tx, wijk, zoek), kwijt.code, huishoudens.adres(tx, kwijt.id)))
    anna = tx.execute(van_anna).scalar_one()
    _geef_terug(tx, wijk, anna)
    mailadressen.zet(tx, wijk, anna, "m" * 22, adres="anna@voorbeeld.nl", bevestigd_op=NU, dagmail=True)
    begeleider = accounts.maak(tx, wijk, "telegram", str(BEGELEIDER))
    tweedefactoren.zet(tx, begeleider.account, builders.een_publiek_id(), b"geheim")
    tweedefactoren.goed(tx, begeleider.account, NU)


def _geef_terug(tx: Connection, wijk: int, bewoner: int) -> str:
    """Let a begeleider give a resident the code by which they come back; they hear of that."""
    b, h = tables.bewoner.c, tables.huishouden.c
    waar = select(h.publiek_id, b.stoel).join(tables.bewoner, b.huishouden == h.id).where(b.id == bewoner)
    huis, stoel = tx.execute(waar).one()
    gegeven = terugkeer.geef(tx, handeling(wijk, str(BEGELEIDER), now=NU), huis, stoel, PEPER)
    return f"ook-{gegeven.data['code']}"


STAPPEN: Stappen = ()
VERDER: Stappen = (
    (ANNA, ("/email",)),
    (BEGELEIDER, ("/adres", lambda _: _CODES[4])),
    (ORGANISATOR, ("/inlogcode",)),
    (BUITEN, (lambda _: f"/start {_CODES[2]}", lambda _: _CODES[3], "tsja:")),
    (ANNA, ("/toestellen",)),
    (BUITEN, (lambda _: f"/start {_CODES[0]}",)),
    (BUITEN, (lambda _: f"/start {_CODES[1]}", "welkom_taal:nl")),
)
