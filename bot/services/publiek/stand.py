"""How the conditions stand, as it was published last; before the first night only what was agreed."""

from fractions import Fraction
from typing import Any

from sqlalchemy import Connection

from bot.rules.drempels import DREMPELS
from bot.rules.wegen import Aandeel
from bot.services import standpublicatie
from bot.services.publiek import Blik, Deel
from bot.services.spelregels import geldend

_MET_BALK = ("telling", "intekening", "kaders")
"""Conditions of which a number grows toward a line, by where their figures come from."""


def _op_thuis(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    uit, regels = standpublicatie.laatste(tx, blik.wijk), geldend(tx, blik.wijk)
    afgesproken = [drempel.soort for drempel in regels.drempels]
    if uit is None or uit.inhoud["versie"] != regels.versie:
        staan: list[dict[str, Any]] = [{"soort": soort, "verdict": None, "balk": None} for soort in afgesproken]
        over = {"versie": regels.versie, "eenheid": regels.eenheid, "afgesloten": None, "dag": None}
    else:
        staan = [_met_lijn(een) for een in uit.inhoud["drempels"] if een["soort"] in afgesproken]
        over = {naam: uit.inhoud[naam] for naam in ("versie", "eenheid", "afgesloten")} | {"dag": uit.dag.isoformat()}
    if not staan:
        return None
    return {**over, "drempels": staan, "regels": regels.als_json()}


def _met_lijn(een: dict[str, Any]) -> dict[str, Any]:
    """Add from how many on it is met, and how far both are as parts of a hundred, where that may be said."""
    bron, van = DREMPELS[een["soort"]].BRON, een["noemer"]
    if bron not in _MET_BALK or not isinstance(van, int) or van <= 0:
        return {**een, "balk": None}
    lijn = Aandeel(Fraction(een["drempel"]), een["operator"]).minimum(van)
    teller = een["teller"] if isinstance(een["teller"], int) else 0
    hoogste = max(van, teller)
    balk = {"deel": round(100 * teller / hoogste, 1), "lijn": round(100 * lijn / hoogste, 1)}
    return {**een, "lijn": lijn, "balk": balk}


DEEL = Deel(thuis=_op_thuis, plek_thuis=30)
