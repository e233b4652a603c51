"""A stage of the traject as staff work in it: which run, and where checklist, documents, questions and balance stand.

What each does stands in `checklist`, `fasestuk`, `evaluatie` and `fasebalans`.
"""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services import checklist, trajectstand
from bot.services.faseplek import ROLLEN, Plek, zoek
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.storage import fasebalansen, fasestukken
from bot.storage.accounts import Wie


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show staff the stage that runs; where several run, all of them to choose from."""
    wie, stand = eis_rol(tx, handeling, *ROLLEN), trajectstand.lees(tx, handeling.wijk)
    if stand is None:
        return Boodschap("fase.geen")
    nu = [Plek(stand, stand.gang[fase.naam], fase) for fase in stand.nu]
    if len(nu) == 1:
        return _toon(tx, handeling, wie, nu[0])
    return Boodschap("fase.kies", {"fasen": [plek.data for plek in nu]})


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show staff one stage."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    return _toon(tx, handeling, wie, zoek(tx, handeling.wijk, publiek_id), melding)


def _toon(tx: Connection, handeling: Handeling, wie: Wie, plek: Plek, melding: str | None = None) -> Boodschap:
    taken, balans = checklist.taken(tx, plek), fasebalansen.zoek(tx, handeling.wijk, fase=plek.gang.id)
    data = {
        **plek.data,
        "bezig": plek.gang.bezig,
        "gedaan": sum(taak.gedaan for taak in taken),
        "taken": len(taken),
        "stukken": len(fasestukken.van_fasen(tx, [plek.gang.id])),
        "mag": ORGANISATOR in wie.rollen,
        "balans": balans and {"uitkomst": balans.uitkomst, "dag": balans.dag.isoformat()},
    }
    return Boodschap("fase.een", data, melding=melding)
