"""What a team learned, stage by stage, to hand on to the next wijk. Nobody's name is in it."""

from typing import Any

from sqlalchemy import Connection

from bot.services import evaluatie, trajectstand
from bot.services.faseplek import Plek
from bot.storage import fasebalansen, metingen, trajecten, wijken


def lees(tx: Connection, wijk: int) -> dict[str, Any]:
    """Return the stages of the traject that runs or ran last: how each ended, the averages that may be shown, lessons.

    Reads only.
    """
    data: dict[str, Any] = {"wijk": wijken.naam(tx, wijk), "fasen": []}
    loopt = trajecten.laatste(tx, wijk)
    if loopt is None:
        return data
    stand, balansen = trajectstand.van(tx, loopt), fasebalansen.van_traject(tx, loopt.id)
    vragen = {(m.fase, m.soort): m for soort in evaluatie.VRAGEN for m in metingen.van_traject(tx, loopt.id, soort)}
    gangen = trajecten.verloop(tx, loopt.id)
    lessen = metingen.lessen(tx, [gang.id for gang in gangen])
    for gang in gangen:
        balans = balansen.get(gang.id)
        rij: dict[str, Any] = dict(Plek(stand, gang, stand.traject.fase(gang.sleutel)).data)
        rij["balans"] = balans and {"uitkomst": balans.uitkomst, "dag": balans.dag.isoformat()}
        rij["lessen"] = [tekst for fase, tekst in lessen if fase == gang.id]
        for soort in evaluatie.VRAGEN:
            rij[soort] = evaluatie.uitkomst(vragen.get((gang.id, soort))).get("tienden")
        data["fasen"].append(rij)
    return data
