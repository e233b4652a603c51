"""A sample of what the team recorded, and an outsider who checks it; a seat that was erased and taken again."""

import secrets

from sqlalchemy import Connection, insert

from bot.services import bewijslog, formulier, steekproef, uitnodiging
from bot.services.bewijs import Feit, leg_vast
from bot.storage import accounts, tables
from bot.storage import bewijslog as opslag
from handlers.formulier import FORMULIEREN
from tests import builders
from tests.builders import NU, handeling
from tests.wandelstappen.mensen import BEGELEIDER, CONTROLEUR, ORGANISATOR
from tests.wandelstappen.stap import Stappen


def vul(tx: Connection, wijk: int) -> None:
    """Let a begeleider have recorded twelve conversations, and the log be signed after them; then a sample is drawn."""
    noor = accounts.wie(tx, wijk, "telegram", str(BEGELEIDER))
    for n in range(12):
        feit = Feit("gesprek", f"bezoek {n}", "deurgesprek", noor)
        leg_vast(tx, handeling(wijk, str(BEGELEIDER)), builders.een_bewoner(tx, wijk), feit)
    bewijslog.maak_bij(tx, wijk, secrets.token_bytes(32))
    boom = opslag.stand(tx, wijk)
    hoofd = {"grootte": boom.grootte, "wortel": boom.wortel(), "dag": NU.date(), "notitie": "getekend"}
    tx.execute(insert(tables.ijkpunt).values(wijk=wijk, **hoofd))
    ibrahim = handeling(wijk, str(ORGANISATOR))
    steekproef.begin(tx, ibrahim)
    link = formulier.typ(tx, ibrahim, FORMULIEREN, "2").data["geheim"]
    uitnodiging.neem_aan(tx, handeling(wijk, str(CONTROLEUR)), link)


STAPPEN: Stappen = ((CONTROLEUR, ("/controle", "skpv:", "skpu:")),)
VERDER: Stappen = (
    (CONTROLEUR, ("/controle", "skpv:")),
    (CONTROLEUR, ("/controle", "skpv:@1", "skpu:")),
    (ORGANISATOR, ("/steekproef",)),
    (ORGANISATOR, ("/steekproef", "skps")),
    (ORGANISATOR, ("/steekproef", "skps", "skpn", '"2"', "/steekproef")),
)
