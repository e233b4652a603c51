"""What the export tells of reactions to drafts of plans: a row for each line of a reactienota that is complete."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from bot.rules.kleine_cellen import NIET_GETOOND, Cel, cel
from bot.services.conceptantwoord import is_compleet
from bot.services.publicatie import Geteld
from bot.storage import concepten, conceptreacties


def tel(tx: Connection, wijk: int, now: datetime) -> Iterator[Geteld]:
    """Yield the lines of each draft, oldest draft first."""
    for een in reversed(concepten.alle(tx, wijk, ook_ongepubliceerd=False)):
        if not is_compleet(tx, een, now):
            continue
        for regel in conceptreacties.nota(tx, een.id):
            deel = f"{een.titel}, versie {een.versie}: {regel.nummer}. {regel.deeltitel}"
            zegt: dict[str, Cel] = {"deel": deel, "oordeel": regel.oordeel, "reden": regel.reden or ""}
            yield Geteld(
                "reactie", regel.tekst or NIET_GETOOND, {**zegt, "reacties": cel(regel.aantal)}, een.publiek_id
            )
