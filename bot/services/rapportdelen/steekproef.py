"""Every sample check that was drawn and ended, with what came of it: one that was broken off is not left out."""

from sqlalchemy import Connection

from bot.services.rapportdelen import Blok
from bot.services.steekproef import als_json, uitslagen
from bot.services.tellen import Kader


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return them, the oldest first."""
    rijen = []
    for van, uit in uitslagen(tx, kader.wijk):
        dag = van.gemaakt_op.astimezone(kader.zone).date().isoformat()
        hoofd = {"dag": dag, "grootte": van.grootte, "wortel": van.wortel.hex(), "afgebroken": van.staat == "gestopt"}
        rijen.append(als_json(uit) | hoofd)
    return Blok(rijen)
