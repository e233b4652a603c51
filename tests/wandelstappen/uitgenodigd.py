"""Who was asked for a task and has yet to say yes or no, and who joins where a begeleider spoke to someone before."""

from sqlalchemy import Connection

from tests import builders
from tests.loket import Antwoord
from tests.wandelstappen.mensen import BEGELEIDER, BUITEN, BUUR, ORGANISATOR
from tests.wandelstappen.stap import Stappen

_LINK: list[str] = []
_CODE: list[str] = []


def vul(tx: Connection, wijk: int) -> None:
    """Build a home of which nobody has a phone here yet."""
    _CODE[:] = [builders.een_huishouden(tx, wijk, volwassenen=2, straat="Zwaluwhof Y", huisnummer=9050).code]


def _bewaar(antwoord: Antwoord) -> str:
    _LINK[:] = [antwoord.boodschappen[-1].data["geheim"]]
    return "/agenda"


STAPPEN: Stappen = (
    (ORGANISATOR, ("/rol", "rolnieuw", "fk:rol:kerngroep", _bewaar)),
    (BEGELEIDER, ("/deurgesprek", '"Zwaluwhof Y 9050"', "dgp:", "dgv:", "dgk")),
)
VERDER: Stappen = (
    (BUUR, (lambda _: f"/start rol-{_LINK[0]}",)),
    (BUITEN, (lambda _: f"/start {_CODE[0]}", "welkom_taal:nl", "welkom_ja")),
)
