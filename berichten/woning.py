"""What the address list says of a home, in the reader's language: there it stands in Dutch, in words of its own."""

from collections.abc import Iterable

from berichten.bericht import Toon
from berichten.catalogus import STANDAARD

SOORTEN = {
    "flat": "flat",
    "flatwoning": "flat",
    "appartement": "appartement",
    "rijwoning": "rijwoning",
    "rijtjeshuis": "rijwoning",
    "tussenwoning": "rijwoning",
    "hoek": "hoekwoning",
    "hoekwoning": "hoekwoning",
    "hoekhuis": "hoekwoning",
    "twee-onder-een-kap": "twee_onder_een_kap",
    "twee-onder-een-kapwoning": "twee_onder_een_kap",
    "2-onder-1-kap": "twee_onder_een_kap",
    "vrijstaand": "vrijstaand",
    "vrijstaande woning": "vrijstaand",
    "bovenwoning": "bovenwoning",
    "benedenwoning": "benedenwoning",
    "maisonnette": "maisonnette",
}
"""Types as lists name them, and the word that we have for each."""
_EIGENDOM = ("koop", "huur")


def woning(toon: Toon, naam: str) -> str:
    """Return `koop`, `huur` or a type of home as the reader knows it; as it stands when we have no word for it."""
    if toon.t.taal == STANDAARD:
        return naam
    if naam in _EIGENDOM:
        return toon.t.plat(f"afspiegeling.eigendom.{naam}")
    soort = SOORTEN.get(naam.casefold())
    return toon.t.plat(f"woning.{soort}") if soort else naam


def woningen(toon: Toon, namen: Iterable[str]) -> list[str]:
    """Return several of them."""
    return [woning(toon, naam) for naam in namen]
