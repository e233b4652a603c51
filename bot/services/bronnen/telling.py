"""telling: how many people, households or owners count, out of the number agreed or else the address list."""

from dataclasses import replace

from sqlalchemy import Connection

from bot.rules.wegen import Telling
from bot.services.bronnen import Vraag
from bot.storage import bewijs


def lees(tx: Connection, vraag: Vraag) -> Telling:
    """Count who counts for the condition."""
    return tel(tx, vraag, vraag.drempel.soort)


def tel(tx: Connection, vraag: Vraag, soort: str) -> Telling:
    """Count who counts for a kind of condition, whether or not it was agreed."""
    regels = vraag.spelregels
    soorten, voor = regels.telt(soort), (regels.versie, soort)
    wanneer = {"na": vraag.na, "tot": vraag.tot}
    telling = bewijs.tel(tx, vraag.wijk, soorten, regels.eenheid, voor=voor, met_staf=vraag.met_staf, **wanneer)
    if not regels.aantal:
        return telling
    return replace(telling, noemer_laag=regels.aantal, noemer_hoog=regels.aantal)
