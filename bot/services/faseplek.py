"""Finding a stage by a button: one of the times that it is gone through, and who may work in it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.trajecten import Fase
from bot.services import trajectstand
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol
from bot.services.trajectstand import Trajectstand, fase_data
from bot.storage import trajecten
from bot.storage.accounts import Wie
from bot.storage.trajecten import Gang

ROLLEN = (BEGELEIDER, ORGANISATOR)
"""Who works with the stages."""


@dataclass(frozen=True)
class Plek:
    """A stage, one of the times that it is gone through, and the traject that it is of."""

    stand: Trajectstand
    gang: Gang
    fase: Fase

    @property
    def data(self) -> dict[str, Any]:
        """What a renderer needs to name it."""
        van = fase_data(self.stand.traject.naam, self.fase)
        return {**van, "id": self.gang.publiek_id, "ronde": self.gang.ronde}


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Plek:
    """Return one time that a stage is gone through, also of a traject that ended.

    Raises:
        Geweigerd: there is none, or it has not begun.
    """
    gang = trajecten.zoek_fase(tx, wijk, publiek_id=publiek_id)
    if gang is None or gang.begonnen_op is None:
        raise Geweigerd("fase.onbekend")
    return van_gang(tx, wijk, gang)


def van_gang(tx: Connection, wijk: int, gang: Gang) -> Plek:
    """Return a stage by one of the times that it is gone through."""
    loopt = trajecten.zoek(tx, wijk, id=gang.traject)
    assert loopt is not None  # noqa: S101 (a foreign key)
    stand = trajectstand.van(tx, loopt)
    return Plek(stand, gang, stand.traject.fase(gang.sleutel))


def eis_bezig(tx: Connection, handeling: Handeling, publiek_id: str, *rollen: str) -> tuple[Wie, Plek]:
    """Return who acts and a stage that runs.

    Raises:
        Geweigerd: another role, no such stage, or it ended.
    """
    wie, plek = eis_rol(tx, handeling, *rollen), zoek(tx, handeling.wijk, publiek_id)
    if not plek.gang.bezig or plek.stand.loopt.gestopt_op is not None:
        raise Geweigerd("fase.niet_bezig")
    return wie, plek
