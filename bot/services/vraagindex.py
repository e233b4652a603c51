"""Finding answered questions: the index follows what is public, and a question finds the three that are nearest."""

from sqlalchemy import Connection

from bot.rules.vraagzoeker import VERSIE, gewichten, rangschik, van_vraag
from bot.storage import vraagbaak, vraagstammen
from bot.storage.vraagbaak import Antwoord

MEEST = 3
_PER_KEER = 500

MINSTENS = 0.1
"""What fits less well is not offered: it has a word in common and no more."""


def zoek(tx: Connection, wijk: int, tekst: str) -> list[Antwoord]:
    """Return the public answers that are nearest to a question, best first; none when none is near."""
    gevraagd = van_vraag(tekst)
    alle = vraagstammen.tel(tx, wijk)
    if not gevraagd or not alle:
        return []
    beste = rangschik(gevraagd, vraagstammen.met(tx, wijk, gevraagd), alle)[:MEEST]
    gevonden = [vraagbaak.zoek(tx, wijk, id=antwoord) for antwoord, past in beste if past >= MINSTENS]
    return [een for een in gevonden if een is not None]


def werk_bij(tx: Connection, wijk: int, antwoord_id: int) -> None:
    """Have the index say of one answer what is public now."""
    een = vraagbaak.zoek(tx, wijk, id=antwoord_id)
    if een is None or een.gepubliceerd_op is None:
        vraagstammen.haal_weg(tx, [antwoord_id])
    else:
        vraagstammen.zet(tx, wijk, {antwoord_id: gewichten(een.vraag or "", een.antwoord)}, VERSIE)


def werk_alles_bij(tx: Connection, wijk: int) -> None:
    """Index what is public and was not yet, or by words that changed since: at the start."""
    while oud := vraagstammen.verouderd(tx, wijk, VERSIE, _PER_KEER):
        vraagstammen.zet(tx, wijk, {id_: gewichten(vraag, antwoord) for id_, vraag, antwoord in oud}, VERSIE)
