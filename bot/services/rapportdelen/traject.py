"""The steps of the traject as they went: how each ended, what was open then, its public documents, and the trust."""

from typing import Any

from sqlalchemy import Connection

from bot.services import evaluatie, trajectstand
from bot.services.faseplek import Plek
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import fasebalansen, fasestukken, metingen, trajecten


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return a row for each time that a step was gone through, of the traject that runs or ran last."""
    loopt = trajecten.laatste(tx, kader.wijk)
    if loopt is None:
        return Blok([])
    stand, balansen = trajectstand.van(tx, loopt), fasebalansen.van_traject(tx, loopt.id)
    vragen = {meting.fase: meting for meting in metingen.van_traject(tx, loopt.id, "vertrouwen")}
    rijen = []
    for gang in trajecten.verloop(tx, loopt.id):
        plek = Plek(stand, gang, stand.traject.fase(gang.sleutel))
        uit = evaluatie.uitkomst(vragen.get(gang.id))
        rijen.append(
            {naam: waarde for naam, waarde in plek.data.items() if naam != "id"}
            | {
                "begonnen_op": gang.begonnen_op and gang.begonnen_op.isoformat(),
                "balans": _balans(balansen.get(gang.id)),
                "stukken": _stukken(tx, gang.id),
                "vertrouwen": uit if uit["staat"] == "getoond" else None,
            }
        )
    return Blok(rijen)


def _balans(balans: fasebalansen.Balans | None) -> dict[str, Any] | None:
    if balans is None:
        return None
    return {
        "uitkomst": balans.uitkomst,
        "dag": balans.dag.isoformat(),
        "toelichting": balans.toelichting,
        "open": len(balans.open_taken),
    }


def _stukken(tx: Connection, fase: int) -> list[dict[str, str]]:
    return [
        {"titel": een.titel, "stuknaam": een.stuknaam, "sha256": een.sha256}
        for een in fasestukken.van_fasen(tx, [fase], openbaar=True)
    ]
