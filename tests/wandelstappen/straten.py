"""More streets than one screen holds, and a door that was closed a moment ago."""

from datetime import timedelta

from sqlalchemy import Connection

from tests import builders
from tests.wandelstappen.mensen import ORGANISATOR
from tests.wandelstappen.stap import Stappen

_STRATEN = 20
_DICHT = "Al gesloten"


def vul(tx: Connection, wijk: int) -> None:
    """Build the streets, all after the others by their name; and an evening that is on."""
    for nummer in range(_STRATEN):
        builders.een_huishouden(
            tx, wijk, volwassenen=2, straat=f"Zwaluwhof {chr(65 + nummer)}", huisnummer=901 + nummer
        )
    builders.een_bijeenkomst(tx, wijk, titel=_DICHT, begin=builders.NU - timedelta(minutes=40))


STAPPEN: Stappen = ((ORGANISATOR, ("/deur", f"deur:~{_DICHT}", "deur_dicht:")),)
