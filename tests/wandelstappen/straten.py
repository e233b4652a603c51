"""More streets than one screen holds; a door that was closed a moment ago, and two that are open."""

from datetime import timedelta

from sqlalchemy import Connection

from tests import builders
from tests.loket import Antwoord
from tests.wandelstappen.mensen import ANNA, BEGELEIDER, ORGANISATOR
from tests.wandelstappen.stap import Stappen

_STRATEN = 20
_DICHT = "Al gesloten"
_EIGEN_QR: list[str] = []


def vul(tx: Connection, wijk: int) -> None:
    """Build the streets, all after the others by their name; and an evening that is on."""
    for nummer in range(_STRATEN):
        builders.een_huishouden(
            tx, wijk, volwassenen=2, straat=f"Zwaluwhof {chr(65 + nummer)}", huisnummer=9001 + nummer
        )
    builders.een_huishouden(tx, wijk, volwassenen=40, straat="Zwaluwhof Z", huisnummer=9051)  # so that a street lags
    builders.een_bijeenkomst(tx, wijk, titel=_DICHT, begin=builders.NU - timedelta(minutes=40))


def _onthoud(antwoord: Antwoord) -> str:
    _EIGEN_QR[:] = [antwoord.boodschappen[-1].data["token"]]
    return "/agenda"


STAPPEN: Stappen = ((ORGANISATOR, ("/deur", f"deur:~{_DICHT}", "deur_dicht:")),)
ERNA: Stappen = (
    (ORGANISATOR, ("/bijeenkomst", "fk:soort:viering", '"Straks"', '"1 februari 20:20"', '"Het plein"', "fklaar")),
    (ANNA, ("/mijncode", _onthoud)),
)
VERDER: Stappen = ((BEGELEIDER, (lambda _: f"/start ik-{_EIGEN_QR[0]}",)),)
