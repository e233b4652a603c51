"""First picture, then opinion, then decision: a poll on the decision before its stage says why it comes so early.

The question is asked only when a traject runs and the stage of the decision has not begun; the reason stands with the
poll and in the report.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.trajecten import BOB
from bot.services import trajectstand
from bot.services.formulier import ANDERS, Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling
from bot.services.lezers import tekst_tot
from bot.storage.peilingen import Peiling

VROEG = "te_vroeg"
"""In what is filled in: that it came before its stage when one wanted to place it."""


def te_vroeg(tx: Connection, wijk: int) -> bool:
    """Say whether a traject runs of which the stage of the decision has not begun."""
    stand = trajectstand.lees(tx, wijk)
    if stand is None:
        return False
    besluit = [fase.naam for fase in stand.traject.fasen if fase.besluit or fase.bob == BOB[-1]]
    return all(stand.gang[naam].begonnen_op is None for naam in besluit)


def vraag_waarom(tx: Connection, handeling: Handeling, formulier: Formulier, data: dict[str, Any]) -> Boodschap | None:
    """Ask why it comes before its stage, where nobody said so yet; None: it can be placed."""
    if data["besluit"] != "ja" or data.get("vooruit") or not te_vroeg(tx, handeling.wijk):
        return None
    return open_formulier(tx, handeling, formulier, {**data, VROEG: "ja", ANDERS: True})


def kolommen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of it with the poll."""
    vroeg = data["besluit"] == "ja" and te_vroeg(tx, handeling.wijk)
    return {"vooruit": data.get("vooruit") if vroeg else None}


def als_data(peiling: Peiling) -> dict[str, Any]:
    """Return why a poll came before its stage, when it did."""
    return {"vooruit": peiling.vooruit} if peiling.vooruit else {}


VELD = Veld("vooruit", tekst_tot(300), als=lambda data: data.get(VROEG) == "ja" and data.get("besluit") == "ja")
