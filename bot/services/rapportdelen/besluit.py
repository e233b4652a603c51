"""Which polls were about the decision, and what was said of a proposal; their counts and texts are the export's."""

from typing import Any

from sqlalchemy import Connection

from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilingvorm import woord
from bot.services import stemresultaat
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import peilingen, rapporten


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the polls about the decision."""
    return Blok([_als_data(tx, kader, een) for een in rapporten.over_besluit(tx, kader.wijk)])


def _als_data(tx: Connection, kader: Kader, een: rapporten.Besluitpeiling) -> dict[str, Any]:
    methode, opzet = METHODEN[een.methode], Opzet((), een.instellingen)
    data = {
        "publiek_id": een.publiek_id,
        "vraag": een.vraag,
        "meer_keuzes": methode.tel(opzet, {}).per_stem != 1,
    }
    peiling = peilingen.zoek(tx, kader.wijk, publiek_id=een.publiek_id) if methode.BEANTWOORD else None
    if peiling is not None and peiling.gesloten_op is not None:
        zinnen = stemresultaat.uitslag(tx, peiling, lid=False).data["zinnen"]
        data |= {"methode": een.methode, "voorstel": methode.voorstel(opzet), "zinnen": zinnen}
        data["nieuw"] = [woord(zin) for zin in methode.nieuw(opzet)]
    return data
