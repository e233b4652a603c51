"""Questions to the aanspreekpunt: answered, published, offered to who asks the same, passed on; and who is stopped."""

from sqlalchemy import Connection

from tests import builders
from tests.loket import Antwoord
from tests.wandelstappen.mensen import (
    AANSPREEKPUNT,
    BEGELEIDER,
    BUUR,
    KERNGROEP,
    ORGANISATOR,
    STRAATCONTACT_2,
    TREKKER_2,
)
from tests.wandelstappen.stap import Stappen

_VRAAG = "/vraag Hoeveel kost een warmtepomp voor een rijwoning?"
_EVA = 101
_LINK: list[str] = []


def _bewaar(antwoord: Antwoord) -> str:
    _LINK[:] = [antwoord.boodschappen[-1].data["geheim"]]
    return "/agenda"


_STUUR = ("vrs:anders", "vrs:anders:-")


def vul(tx: Connection, wijk: int) -> None:
    """Let one more resident be there."""
    builders.een_account(tx, str(_EVA), bewoner=builders.een_bewoner(tx, wijk))


STAPPEN: Stappen = (
    (
        ORGANISATOR,
        ("/rol", "rolnieuw", "fk:rol:aanspreekpunt", "fk:voor:werkgroep", "fk:werkgroep:~communicatie", _bewaar),
    ),
    (TREKKER_2, (lambda _: f"/start rol-{_LINK[0]}", "rolneem:")),
    (KERNGROEP, (_VRAAG, *_STUUR)),
    (
        BEGELEIDER,
        ("/openvragen", "vrk:~warmtepomp", "vra:", '"Tussen vier en zes duizend euro, met subsidie."', "vrp:"),
    ),
    (KERNGROEP, ("/vraag", "vrm", "vrd:", '"En voor een flat?"')),
    (BUUR, (_VRAAG, "vro:")),
    (STRAATCONTACT_2, (_VRAAG, "vrn", *_STUUR)),
    (_EVA, ("/vraag Wie gaat dit eigenlijk allemaal betalen, zeg dat eens?", *_STUUR)),
    (BEGELEIDER, ("/openvragen", "vrk:~betalen", "vrz:", "vrzz:")),
    (_EVA, (">vraag.gestopt", "vrb", '"Ik vroeg het maar een keer."')),
    (STRAATCONTACT_2, ("/vraag Krijgt iedereen in de straat dezelfde rekening?", *_STUUR)),
    (BEGELEIDER, ("/openvragen", "vrk:~rekening", "vrz:", "vrzz:")),
)
VERDER: Stappen = (
    (BUUR, (_VRAAG,)),
    (KERNGROEP, ("/vraag", "vrm")),
    (BEGELEIDER, ("/openvragen", "vrk:", "vra:", '"Dat weten we in mei."')),
    (AANSPREEKPUNT, ("/openvragen", "vrk:")),
    (BEGELEIDER, ("/openvragen", "vrk:")),
)
