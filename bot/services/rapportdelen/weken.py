"""How many counted at the end of every week, per condition that counts people."""

from sqlalchemy import Connection

from bot.services import verloop
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the weeks of each condition, up to the closing; None stands for so few that it is not told."""
    tot = kader.uitkomst.op if kader.uitkomst else kader.now
    per_drempel = verloop.per_week(tx, kader.wijk, tot, kader.zone)
    weken = {soort: [[week.tot.isoformat(), week.teller] for week in lijst] for soort, lijst in per_drempel.items()}
    return Blok([{"soort": soort, "weken": lijst} for soort, lijst in weken.items()])
