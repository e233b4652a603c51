"""A visit or a call for who has no phone, asked at their door. Who helps reads it as any other (`hulp`)."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services import adres, adresveld, hulpvraag, lezers
from bot.services.deurgesprek import ROLLEN, eis
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling
from bot.storage.accounts import Wie

_OVER = "vraag"
"""About nothing in particular."""


def begin(tx: Connection, handeling: Handeling, huis_id: str) -> Boodschap:
    """Open the form for a household."""
    eis(tx, handeling, huis_id)
    return open_formulier(tx, handeling, FORMULIER, adresveld.begint(tx, handeling, huis_id, adresveld.zonder_telefoon))


def _vraag(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    eis(tx, handeling, data["huis"])
    bewoner = adresveld.bewoner(tx, handeling, data)
    if not hulpvraag.kan_nog(tx, bewoner, _OVER):
        return adres.toon(tx, handeling, data["huis"], melding="hulpdeur.al")
    hulpvraag.voeg_toe(tx, handeling, wie, bewoner, _OVER, "", data["wijze"], data.get("nummer"))
    return adres.toon(tx, handeling, data["huis"], melding="hulpdeur.bewaard")


FORMULIER = Formulier(
    "hulpdeur",
    (
        adresveld.STOEL,
        Veld("wijze", keuzes=("langs", "bel")),
        Veld("nummer", lezers.telefoon, als=lambda data: data.get("wijze") == "bel"),
    ),
    ROLLEN,
    _vraag,
    voorbeeld=False,
)
