"""A reaction to a draft of who has no phone, typed in by a begeleider: of a seat at an address, or of someone unnamed.

What belongs to a seat leaves evidence as a conversation does. Someone unnamed counts for nobody.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import adresveld, huishouden
from bot.services.adres import toon as toon_adres
from bot.services.concept import deel as toon_deel
from bot.services.concept import eis_deel, is_open
from bot.services.conceptreactie import LEES, bewaar
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import tekst_tot
from bot.storage.accounts import Wie
from bot.storage.concepten import Concept, Deel

NIEMAND = "niemand"
"""In the place of an address: nobody says who it is of."""
ROLLEN = (BEGELEIDER, ORGANISATOR)


def begin(tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str = "") -> Boodschap:
    """Open the form for a reaction to a section.

    Args:
        huis_id: of whom it is, where one stands at their door; else that is asked.
    """
    eis_rol(tx, handeling, *ROLLEN)
    _eis_open(tx, handeling, publiek_id)
    begint = adresveld.begint(tx, handeling, huis_id, _stoelen)
    return open_formulier(tx, handeling, FORMULIER, {"deel": publiek_id, **begint})


def _eis_open(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Concept, Deel]:
    _, een, dit = eis_deel(tx, handeling, publiek_id)
    if not is_open(een, handeling):
        raise Geweigerd("concept.gesloten")
    return een, dit


def _stoelen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Offer the seats of the address that was typed; none when it is not on the list: the last step says so."""
    try:
        huis = adresveld.huis(tx, handeling, data)
    except Geweigerd:
        return [("1", "1")]
    return [(str(stoel.nummer), str(stoel.nummer)) for stoel in huishouden.stoelen(tx, huis)]


def _bewaar(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een, dit = _eis_open(tx, handeling, data["deel"])
    bewoner = None
    if data["adres"] != NIEMAND:
        huis = adresveld.huis(tx, handeling, data)
        if huis.id == wie.huishouden:
            raise Geweigerd("deurgesprek.eigen_adres")
        bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, int(data["stoel"]))
    bewaar(tx, handeling, een, dit, bewoner=bewoner, tekst=data["tekst"], vastlegger=wie)
    if "huis" in data:
        return toon_adres(tx, handeling, data["huis"], melding="concept.bewaard")
    getoond = toon_deel(tx, handeling, data["deel"])
    return Boodschap(getoond.soort, getoond.data, melding="concept.bewaard")


FORMULIER = Formulier(
    "conceptpapier",
    (
        Veld("adres", tekst_tot(100), keuzes=(NIEMAND,)),
        Veld("stoel", haal=_stoelen, als=lambda data: data.get("adres") != NIEMAND),
        Veld("tekst", LEES),
    ),
    ROLLEN,
    _bewaar,
)
