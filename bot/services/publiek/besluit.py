"""What it is about: the question that residents decide on, and within which kaders. Only for the home page."""

from typing import Any

from sqlalchemy import Connection

from bot.services.publiek import Blik, Deel
from bot.services.publiek.uitslagen import is_openbaar
from bot.services.spelregels import geldend
from bot.storage import openbaar


def _op_thuis(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    regels = geldend(tx, blik.wijk).als_json()
    kaders = [kader for een in regels["drempels"] if een["soort"] == "kaders" for kader in een["kaders"]]
    peilingen = [
        {"id": een.publiek_id, "vraag": een.vraag, "sluit_op": een.sluit_op, "open": een.gesloten_op is None}
        for een in openbaar.over_besluit(tx, blik.wijk, blik.now)
        if een.gesloten_op is None or is_openbaar(een)
    ]
    if not kaders and not peilingen:
        return None
    return {"kaders": kaders, "peilingen": peilingen, "orgaan": regels["orgaan"]}


DEEL = Deel(thuis=_op_thuis, plek_thuis=10)
