"""telling: how many people, households or owners count, out of the number agreed or else the address list."""

from dataclasses import replace

from sqlalchemy import Connection

from bot.rules.wegen import Telling
from bot.services.bronnen import Vraag
from bot.storage import bewijs
from bot.storage.bewijs import Telvraag


def lees(tx: Connection, vraag: Vraag) -> Telling:
    """Count who counts for the condition."""
    return tel(tx, vraag, vraag.drempel.soort)


def tel(tx: Connection, vraag: Vraag, soort: str) -> Telling:
    """Count who counts for a kind of condition, whether or not it was agreed."""
    telling, aantal = bewijs.tel(tx, telvraag(vraag, soort)), vraag.spelregels.aantal
    return replace(telling, noemer_laag=aantal, noemer_hoog=aantal) if aantal else telling


def telvraag(vraag: Vraag, soort: str) -> Telvraag:
    """Return who count for a kind of condition."""
    regels = vraag.spelregels
    return Telvraag(
        *(vraag.wijk, regels.telt(soort), regels.eenheid, (regels.versie, soort)),
        *(vraag.met_staf, vraag.na, vraag.tot),
    )
