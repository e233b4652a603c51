"""What came out of a poll in which the geledingen weigh equally, as everyone may see it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection

from bot.rules import weging
from bot.rules.geleding import BURGERS, GELEDING, GELEDINGEN
from bot.rules.kleine_cellen import opkomst_van
from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilingvorm import uitslag_als_data
from bot.rules.peiltelling import Getoond
from bot.storage import geledingen
from bot.storage.peilingen import Peiling


def weegt(peiling: Peiling) -> bool:
    """Say whether the geledingen weigh equally in a poll."""
    return peiling.weging == GELEDING


class Lezingen(NamedTuple):
    """A weighed result as everyone may see it: the fifth of a vacant geleding left empty, and shared by the others.

    Both stand in one order, which is that of both: between them only the whole differs.

    Args:
        kleiner: what the first has more than the second is less than what the vacant geledingen weigh.
    """

    leeg: Getoond
    verdeeld: Getoond
    vacant: Mapping[str, str]
    kleiner: bool


def lezingen(tx: Connection, peiling_id: int, naam: str, opzet: Opzet) -> Lezingen | None:
    """Return both readings, None when too few burgers voted. How many voted is about burgers.

    Args:
        naam: of the poll's method.
    """
    methode, biljetten = METHODEN[naam], geledingen.biljetten(tx, peiling_id)
    per_geleding = {een: methode.tel(opzet, biljetten[een]) for een in GELEDINGEN}
    burgers = weging.zoals_te_zien(per_geleding[BURGERS])
    if burgers is None:
        return None
    gewogen = weging.weeg({**per_geleding, BURGERS: burgers}, geledingen.bezet(tx, peiling_id))
    opkomst = opkomst_van(per_geleding[BURGERS].stemmen)
    leeg, verdeeld = (
        replace(weging.toon(methode, opzet, lezing), stemmen=opkomst, exact=False)
        for lezing in (gewogen.leeg, gewogen.verdeeld)
    )
    per_naam = {regel.naam: regel.cellen for regel in verdeeld.regels}
    in_volgorde = tuple(replace(regel, cellen=per_naam[regel.naam]) for regel in leeg.regels)
    return Lezingen(leeg, replace(verdeeld, regels=in_volgorde), gewogen.vacant, weging.kleinste_marge(gewogen))


def getoond(tx: Connection, peiling: Peiling, opzet: Opzet) -> tuple[Getoond, dict[str, Any]]:
    """Return the reading in which the vacant part is left empty; and what a result says beside it about the weights."""
    gelezen = lezingen(tx, peiling.id, peiling.methode, opzet)
    if gelezen is None:
        gestemd = sum(geledingen.biljetten(tx, peiling.id)[BURGERS].values())
        return Getoond(opkomst_van(gestemd), (), procent=True), {"vacant": [], "te_weinig": True}
    data: dict[str, Any] = {"vacant": [list(paar) for paar in gelezen.vacant.items()]}
    if not gelezen.vacant:
        return gelezen.leeg, data
    verdeeld = uitslag_als_data(gelezen.verdeeld)["regels"]
    return gelezen.leeg, {**data, "verdeeld": verdeeld, "kleiner": gelezen.kleiner}
