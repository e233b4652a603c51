"""How the conditions stand: computed from the evidence, for residents in a sentence and for staff as data."""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.drempels import Drempelstand, weeg
from bot.rules.spelregels import Spelregels
from bot.services.bewijs import tel
from bot.services.handeling import Handeling, eis_binnen
from bot.storage import tellingen


@dataclass(frozen=True)
class Stand:
    """How all conditions of a wijk stand under one version of the spelregels."""

    wijk: str
    spelregels: Spelregels
    drempels: tuple[Drempelstand, ...]

    def als_json(self) -> dict[str, Any]:
        """Return it as JSON-able data."""
        return {
            "wijk": self.wijk,
            "spelregels": {**self.spelregels.als_json(), "hash": self.spelregels.hash()},
            "drempels": [asdict(drempel) for drempel in self.drempels],
        }


def bereken_stand(tx: Connection, wijk: int, spelregels: Spelregels) -> Stand:
    """Compute each condition from the evidence. Reads only."""
    return Stand(
        wijk=tellingen.wijknaam(tx, wijk),
        spelregels=spelregels,
        drempels=tuple(weeg(drempel, tel(tx, wijk, spelregels, drempel.soort)) for drempel in spelregels.drempels),
    )


def toon_stand(tx: Connection, handeling: Handeling, spelregels: Spelregels) -> Boodschap:
    """Answer a resident or a member of staff with how the conditions stand.

    Raises:
        Geweigerd: neither of the two.
    """
    eis_binnen(tx, handeling)
    return Boodschap("stand", bereken_stand(tx, handeling.wijk, spelregels).als_json())
