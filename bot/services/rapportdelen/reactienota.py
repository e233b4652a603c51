"""What residents reacted to drafts of plans and what the team does with it, of each of which the nota is complete."""

from sqlalchemy import Connection

from bot.rules.kleine_cellen import cel
from bot.services.conceptantwoord import is_compleet
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import concepten, conceptreacties


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the lines of one draft after another, oldest first; of one that is not complete only that it is not."""
    alle = concepten.alle(tx, kader.wijk, ook_ongepubliceerd=False)[::-1]
    if na >= len(alle):
        return Blok([])
    een = alle[na]
    kop = {"titel": een.titel, "versie": een.versie, "soort": een.soort}
    compleet = is_compleet(tx, een, kader.now)
    regels = conceptreacties.nota(tx, een.id) if compleet else []
    rijen = [r._asdict() | {"aantal": cel(r.aantal), "concept": None} for r in regels]
    return Blok([{"kop": kop, "compleet": compleet}, *rijen], na + 1 if na + 1 < len(alle) else None)
