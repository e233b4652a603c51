"""What a werkgroep is called: a usual one in the language of who reads, another as it was written."""

from functools import cache
from typing import Any

from berichten.catalogus import STANDAARD, Vertaling, vertaal

GEWONE = ("techniek", "verduurzamen", "communicatie", "financien", "activiteiten", "klankbord")
"""The werkgroepen of the settings while nobody wrote others; their names stand in the catalogs."""


def werkgroepnaam(t: Vertaling, naam: str) -> str:
    """Return the name of a werkgroep as who reads this language knows it; in Dutch as it was written."""
    welke = None if t.taal == STANDAARD else _gewone().get(naam.casefold())
    return naam if welke is None else t.plat(f"werkgroep.naam.{welke}")


def met_werkgroepnaam(t: Vertaling, velden: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a text in which `werkgroep` is the name of one."""
    return velden | {"werkgroep": werkgroepnaam(t, velden["werkgroep"])} if "werkgroep" in velden else velden


@cache
def _gewone() -> dict[str, str]:
    in_het_nederlands = vertaal(STANDAARD)
    return {in_het_nederlands.plat(f"werkgroep.naam.{welke}").casefold(): welke for welke in GEWONE}
