"""Which wide pages there are: whose, what each reads, and what makes a page of that.

Each reads with the service of its command, which decides who may; the roles here only say who is shown the way.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from berichten import Toon
from berichten.werkblad import deurlijst as deurblad
from berichten.werkblad import export as exportblad
from berichten.werkblad import openvragen as vragenblad
from berichten.werkblad import planning as planningblad
from berichten.werkblad import rolgebruik as spoorblad
from berichten.werkblad import spelregels as regelblad
from berichten.werkblad import straten as straatblad
from berichten.werkblad.blad import Blad
from bot.errors import Geweigerd
from bot.services import (
    deur,
    deurgesprek,
    deurtabel,
    export,
    planning,
    rol,
    rolgebruik,
    ronde,
    spelregels,
    vraagdraad,
    vraagpunt,
)
from bot.services.handeling import STAF, Handeling


@dataclass(frozen=True)
class Gevraagd:
    """What the address of a page asks for.

    Args:
        welk: the id of one thing; empty for all.
        bij: the id of something in it from which on; empty for the beginning.
        zoek: what was typed to look for.
    """

    welk: str = ""
    bij: str = ""
    zoek: str = ""


@dataclass(frozen=True)
class Overzicht:
    """A wide page.

    Args:
        naam: in its address.
        knop: key of what it is called.
        rollen: who finds it.
        over_een: whether the id in its address says what the audit trail keeps it to be about.
    """

    naam: str
    knop: str
    rollen: frozenset[str]
    lees: Callable[[Connection, Handeling, Gevraagd], Any]
    blad: Callable[[Toon, Any], Blad]
    over_een: bool = False


def _alles(dienst: Callable[[Connection, Handeling], Any]) -> Callable[[Connection, Handeling, Gevraagd], Any]:
    return lambda tx, handeling, _: dienst(tx, handeling)


def _deurlijst(tx: Connection, handeling: Handeling, gevraagd: Gevraagd) -> Any:
    return deurtabel.lees(tx, handeling, gevraagd.welk, gevraagd.bij, gevraagd.zoek)


def _straten(tx: Connection, handeling: Handeling, gevraagd: Gevraagd) -> Any:
    return ronde.adressen(tx, handeling, gevraagd.welk) if gevraagd.welk else ronde.straten(tx, handeling)


def _rolgebruik(tx: Connection, handeling: Handeling, gevraagd: Gevraagd) -> Any:
    vanaf = int(gevraagd.bij) if gevraagd.bij.isascii() and gevraagd.bij.isdigit() and len(gevraagd.bij) < 7 else 0
    niet, regels = None, list[dict[str, Any]]()
    try:
        regels = rolgebruik.rijen(tx, handeling, gevraagd.zoek, _OP_BLAD + 1, vanaf)
    except Geweigerd as nee:
        if nee.sleutel == "rol_nodig":
            raise
        niet = {"sleutel": nee.sleutel, "velden": nee.velden}
    return {
        "regels": regels[:_OP_BLAD],
        "zoek": gevraagd.zoek,
        "vorige": max(0, vanaf - _OP_BLAD) if vanaf else None,
        "volgende": vanaf + _OP_BLAD if len(regels) > _OP_BLAD else None,
        "niet": niet,
    }


_OP_BLAD = 200
OVERZICHTEN = (
    Overzicht("deurlijst", "knop.deurlijst", frozenset(deur.ROLLEN), _deurlijst, deurblad.blad, True),
    Overzicht("straten", "webkanaal.werk_straten", frozenset(deurgesprek.ROLLEN), _straten, straatblad.blad),
    Overzicht("openvragen", "knop.openvragen", frozenset(vraagdraad.ROLLEN), _alles(vraagpunt.alles), vragenblad.blad),
    Overzicht("planning", "knop.planning", frozenset(planning.ROLLEN), _alles(planning.alles), planningblad.blad),
    Overzicht("spelregels", "knop.spelregels", frozenset(STAF), _alles(spelregels.naast_elkaar), regelblad.blad),
    Overzicht("export", "webkanaal.werk_export", frozenset(rol.GEVEN), _alles(export.bestanden), exportblad.blad),
    Overzicht("rolgebruik", "rolgebruik.knop", frozenset(rolgebruik.LEZERS), _rolgebruik, spoorblad.blad),
)


def voor(rollen: Collection[str]) -> list[Overzicht]:
    """Return the pages that someone with these roles finds."""
    return [een for een in OVERZICHTEN if een.rollen & set(rollen)]


def met_naam(naam: str) -> Overzicht | None:
    """Return the page of this name."""
    return next((een for een in OVERZICHTEN if een.naam == naam), None)
