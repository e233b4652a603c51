"""The outcome of a process that was closed, as it stood in the log then, and what gives something else since.

Not here: how things stand as long as it goes on (stand.py), and closing (afsluiten.py).
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.rules.canoniek import canoniek
from bot.rules.drempels import TELBAAR
from bot.rules.spelregels import Spelregels, uit_json
from bot.rules.wegen import Drempelstand
from bot.services.bronnen import Vraag, weeg
from bot.storage import afsluitingen, spelregels


@dataclass(frozen=True)
class Uitkomst:
    """How the conditions stood at the closing; nothing changes it.

    Args:
        op: moment of the closing.
        bewijs: row of its leaf: evidence after it came too late.
        met: each condition.
        zonder: the same, without what staff recorded.
    """

    op: datetime
    bewijs: int
    spelregels: Spelregels
    met: tuple[Drempelstand, ...]
    zonder: tuple[Drempelstand, ...]


def van(tx: Connection, wijk: int) -> Uitkomst | None:
    """Return the outcome; None as long as the process goes on."""
    gesloten = afsluitingen.zoek(tx, wijk)
    if gesloten is None:
        return None
    record = json.loads(gesloten.record)
    met, zonder = (tuple(_lees(deel) for deel in record[naam]) for naam in ("met_staf", "zonder_staf"))
    return Uitkomst(gesloten.op, gesloten.bewijs, uit_json(canoniek(record["regels"])), met, zonder)


def sinds(tx: Connection, wijk: int, uitkomst: Uitkomst, nummer: int) -> dict[str, Any] | None:
    """Return what a condition gives now by what was known at the closing, where that is something else.

    Something was corrected, somebody moved, or of what counts no people the papers changed.

    Returns:
        `soort`, `verdict` where it is another, else None, and `verschil`: how many more or fewer count.
    """
    opruiming = afsluitingen.opruiming(tx, wijk)
    if opruiming is not None and opruiming.gedaan is not None:
        return None  # there is nobody left to count: that says nothing about the outcome
    was, drempel = uitkomst.met[nummer], uitkomst.spelregels.drempels[nummer]
    na = spelregels.ingang(tx, wijk)
    nu = weeg(tx, Vraag(wijk, uitkomst.spelregels, drempel, na=na, tot=uitkomst.bewijs))
    verschil = abs(nu.teller - was.teller) if was.soort in TELBAAR else 0
    if nu.verdict == was.verdict and not verschil:
        return None
    anders = nu.verdict if nu.verdict != was.verdict else None
    return {"soort": was.soort, "verdict": anders, "verschil": verschil}


def alle_sinds(tx: Connection, wijk: int, uitkomst: Uitkomst) -> list[dict[str, Any]]:
    """Return it of each condition that gives something else."""
    gevonden = (sinds(tx, wijk, uitkomst, nummer) for nummer in range(len(uitkomst.met)))
    return [een for een in gevonden if een is not None]


def _lees(ruw: dict[str, Any]) -> Drempelstand:
    return Drempelstand(**{**ruw, "delen": tuple(ruw["delen"])})
