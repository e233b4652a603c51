"""A question of who has no phone, written down at their door. It waits with the others and counts alike.

Near answers stand under the question while it is written down: who stands at the door can read them out, and then it
need not be asked. The answer comes back as something to tell there (`brengen`).
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services import adres, adresveld, vraag, vraagdraad, vraagindex
from bot.services.deurgesprek import eis
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.formuliervorm import noemt_werkgroepen
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol
from bot.storage.accounts import Wie

ROLLEN = (BEGELEIDER, ORGANISATOR)
"""Who reads the answer, to bring it."""
GEEN = "geen"


def begin(tx: Connection, handeling: Handeling, huis_id: str, werkdagen: int) -> Boodschap:
    """Open the form for a household.

    Args:
        werkdagen: within so many working days an answer is promised.
    """
    eis_rol(tx, handeling, *ROLLEN)
    eis(tx, handeling, huis_id)
    kan = bool(vraagdraad.met_aanspreekpunt(tx, handeling.wijk))
    begint = adresveld.begint(tx, handeling, huis_id, adresveld.zonder_telefoon)
    return open_formulier(tx, handeling, FORMULIER, {**begint, "werkdagen": werkdagen, "kan_groep": kan})


def _groepen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    return vraagdraad.met_aanspreekpunt(tx, handeling.wijk)


def _in_de_buurt(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    gevonden = vraagindex.zoek(tx, handeling.wijk, data["tekst"])
    return {"gevonden": [{"vraag": een.vraag, "antwoord": een.antwoord} for een in gevonden]}


def _plaats(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    eis_rol(tx, handeling, *ROLLEN)
    eis(tx, handeling, data["huis"])
    bewoner = adresveld.bewoner(tx, handeling, data)
    vraag.eis_kan_vragen(tx, bewoner)
    gezegd = {"soort": "tekst", "tekst": data["tekst"], "file_id": None, "naam": None, "taal": wie.taal or "nl"}
    groep = data.get("groep", GEEN)
    over_plan = data["over"] == vraag.PLAN
    vraagdraad.plaats(tx, handeling, bewoner, gezegd, over_plan, groep, data["werkdagen"], wie)
    return adres.toon(tx, handeling, data["huis"], melding="vraagdeur.bewaard")


FORMULIER = Formulier(
    "vraagdeur",
    (
        adresveld.STOEL,
        Veld("tekst", vraag.LEES),
        Veld("over", keuzes=(vraag.PLAN, vraag.ANDERS), toont="vraagdeur.over", bekijk=_in_de_buurt),
        Veld("groep", keuzes=(GEEN,), haal=_groepen, bekijk=noemt_werkgroepen, als=lambda data: data["kan_groep"]),
    ),
    ROLLEN,
    _plaats,
    voorbeeld=False,
)
