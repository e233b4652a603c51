"""Telling residents that a stage of the traject ended: what it brought, and what comes, in plain words."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.doelgroep import WIJK
from bot.services.bezorging import NIETS, Geval, Lading
from bot.services.faseplek import van_gang
from bot.services.trajectstand import fasen_data
from bot.storage import doelgroepen, fasebalansen, fasestukken, metingen, trajecten

WEKKER = "fase_klaar"


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell everyone who wants news of the neighbourhood."""
    balans = fasebalansen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if balans is None:
        return NIETS
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel)
    return Lading(naar, Boodschap("fase.nieuws", _als_data(tx, geval.wijk, balans)), over="buurt")


def _als_data(tx: Connection, wijk: int, balans: fasebalansen.Balans) -> dict[str, Any]:
    """Return what residents hear; of a stop no questions, for nothing of it goes on."""
    gang = trajecten.zoek_fase(tx, wijk, id=balans.fase)
    assert gang is not None  # noqa: S101 (a foreign key)
    plek = van_gang(tx, wijk, gang)
    vragen = metingen.zoek(tx, wijk, fase=gang.id, soort="vertrouwen")
    return {
        "id": plek.gang.publiek_id,
        "van": plek.data,
        "uitkomst": balans.uitkomst,
        "eigen": balans.eigen,
        "straks": fasen_data(plek.stand, [plek.stand.traject.fase(naam) for naam in balans.naar]),
        "klaar": balans.uitkomst == "verder" and plek.stand.loopt.gestopt_op is not None,
        "stukken": bool(fasestukken.van_fasen(tx, [gang.id], openbaar=True)),
        "meting": vragen and vragen.publiek_id,
    }
