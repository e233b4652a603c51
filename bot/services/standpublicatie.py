"""Publishing how the conditions stand: once a night, in the numbers that the export shows. The public page reads this.

A number of people stays as it was published until it differs by five, or the verdict changes: anyone may read the page
each morning, and nobody sees there that one more neighbour was heard.

Not here: how they stand now (stand.py), which who lives here reads in the chat.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules.kleine_cellen import KLEINSTE, Cel
from bot.rules.wegen import Drempelstand
from bot.services import uitkomst
from bot.services.drempelcellen import GEEN_MENSEN, getallen
from bot.services.stand import Stand, bereken_stand, stand_bij
from bot.storage import standpublicaties

_ZEGT = ("kenmerk", "kader", "oordeel", "verdict", "beslist", "staat", "reden")
"""What of the parts of a condition is for everyone: no number."""


@dataclass(frozen=True)
class Uitgebracht:
    """How the conditions stand, as it is published.

    Args:
        dag: for which it is published.
        inhoud: `versie` and `eenheid` of the spelregels, `afgesloten` (moment or None) and `drempels`.
    """

    dag: date
    op: datetime
    inhoud: dict[str, Any]


def stel_op(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> Uitgebracht:
    """Return what can be published now. Reads only, and may take a while."""
    uit = uitkomst.van(tx, wijk)
    stand = bereken_stand(tx, wijk) if uit is None else stand_bij(tx, wijk, uit)
    vorige = laatste(tx, wijk) if uit is None else None
    zelfde = vorige is not None and vorige.inhoud["versie"] == stand.spelregels.versie
    inhoud = {
        "versie": stand.spelregels.versie,
        "eenheid": stand.spelregels.eenheid,
        "afgesloten": uit and uit.op.isoformat(),
        "drempels": _drempels(stand, vorige.inhoud["drempels"] if vorige and zelfde else []),
    }
    return Uitgebracht(now.astimezone(zone).date(), now, inhoud)


def breng_uit(tx: Connection, wijk: int, uit: Uitgebracht) -> None:
    """Publish it, in place of what was published for the same day."""
    standpublicaties.zet(tx, wijk, uit.dag, uit.op, uit.inhoud)


def laatste(tx: Connection, wijk: int) -> Uitgebracht | None:
    """Return what was published last, None before the first night."""
    rij = standpublicaties.laatste(tx, wijk)
    return None if rij is None else Uitgebracht(*rij)


def _drempels(stand: Stand, vorige: list[dict[str, Any]]) -> list[dict[str, Any]]:
    eerder = {een["soort"]: een for een in vorige}
    return [
        {
            "soort": een.soort,
            "verdict": een.verdict,
            **_getallen(een, soort.BRON, eerder.get(een.soort)),
            "delen": [{naam: deel[naam] for naam in _ZEGT if naam in deel} for deel in een.delen],
        }
        for soort, een in zip(stand.spelregels.drempels, stand.drempels, strict=True)
    ]


def _getallen(stand: Drempelstand, bron: str, vorig: dict[str, Any] | None) -> dict[str, Cel]:
    """Return the numbers of a condition, as they were as long as they changed by fewer than five people."""
    nu = getallen(stand, bron)
    if vorig is None or bron in GEEN_MENSEN or vorig["verdict"] != stand.verdict:
        return nu
    if _scheelt(vorig["teller"], stand.teller) or _scheelt(vorig["noemer"], stand.noemer):
        return nu
    return {naam: vorig[naam] for naam in nu}


def _scheelt(getoond: Cel, nu: int) -> bool:
    return not isinstance(getoond, int) or abs(nu - getoond) >= KLEINSTE
