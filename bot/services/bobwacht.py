"""First picture, then opinion, then decision: a poll on the decision before its stage says why it comes so early.

The question is asked only when a traject runs and the stage in which residents choose has not begun; the reason stands
with the poll and in the report.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services import peilingextra, trajectstand
from bot.services.formulier import ANDERS, Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling
from bot.services.lezers import tekst_tot
from bot.storage.peilingen import Peiling

VROEG = "te_vroeg"
"""In what is filled in: that it came before its stage when one wanted to place it."""


def te_vroeg(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> bool:
    """Say whether a traject runs in which residents do not choose yet when a poll opens.

    One that opens on a later day is held against the plan: the day on which the stage of the choice begins at the
    latest.
    """
    stand = trajectstand.lees(tx, handeling.wijk)
    if stand is None:
        return False
    keuze = stand.traject.keuzefase.naam
    if any(stand.gang[naam].begonnen_op is not None for naam in stand.traject.vanaf(keuze)):
        return False
    vandaag = handeling.now.astimezone(handeling.zone).date()
    later = peilingextra.opent(data, handeling.now)
    opent = vandaag if later is None else later.astimezone(handeling.zone).date()
    return opent <= vandaag or opent < stand.gang[keuze].van


def vraag_waarom(tx: Connection, handeling: Handeling, formulier: Formulier, data: dict[str, Any]) -> Boodschap | None:
    """Ask why it comes before its stage, where nobody said so yet; None: it can be placed."""
    if data.get("besluit") != "ja" or data.get("vooruit") or not te_vroeg(tx, handeling, data):
        return None
    return open_formulier(tx, handeling, formulier, {**data, VROEG: "ja", ANDERS: True})


def kolommen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of it with the poll."""
    vroeg = data.get("besluit") == "ja" and te_vroeg(tx, handeling, data)
    return {"vooruit": data.get("vooruit") if vroeg else None}


def als_data(peiling: Peiling) -> dict[str, Any]:
    """Return why a poll came before its stage, when it did."""
    return {"vooruit": peiling.vooruit} if peiling.vooruit else {}


VELD = Veld("vooruit", tekst_tot(300), als=lambda data: data.get(VROEG) == "ja" and data.get("besluit") == "ja")
