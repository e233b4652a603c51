"""Which polls were about the decision, and what came out of each as everyone sees it; their texts are the export's."""

from typing import Any

from sqlalchemy import Connection

from bot.services import stemresultaat
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import peilingen, rapporten

_VELDEN = ("methode", "regels", "kolommen", "procent", "zinnen", "nieuw", "per_adres", "meer_keuzes", "minste")
_SOMS = ("voorstel", "weging", "op_papier", "inbreng", "vooruit")


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the polls about the decision."""
    return Blok([_als_data(tx, kader, een) for een in rapporten.over_besluit(tx, kader.wijk)])


def _als_data(tx: Connection, kader: Kader, een: rapporten.Besluitpeiling) -> dict[str, Any]:
    data: dict[str, Any] = {"publiek_id": een.publiek_id, "vraag": een.vraag}
    peiling = peilingen.zoek(tx, kader.wijk, publiek_id=een.publiek_id)
    if peiling is None or peiling.gesloten_op is None:
        return data
    kwam_uit = stemresultaat.uitslag(tx, peiling, lid=False).data
    return data | {naam: kwam_uit[naam] for naam in (*_VELDEN, *(soms for soms in _SOMS if soms in kwam_uit))}
