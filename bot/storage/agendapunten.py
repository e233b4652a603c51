"""The points of the agenda of a meeting, in order."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from bot.rules.agendapunten import Punt
from bot.storage.tables import agendapunt

_a = agendapunt.c


def zet(tx: Connection, wijk: int, bijeenkomst: int, punten: Sequence[Punt], vragenpunt: int | None) -> None:
    """Put these in the place of what was there.

    Args:
        vragenpunt: which of them is for questions, from 0.
    """
    tx.execute(delete(agendapunt).where(_a.bijeenkomst == bijeenkomst))
    rijen = [
        {"wijk": wijk, "bijeenkomst": bijeenkomst, "volgorde": nummer, "vragen": nummer == vragenpunt, **punt._asdict()}
        for nummer, punt in enumerate(punten)
    ]
    if rijen:
        tx.execute(insert(agendapunt), rijen)


def van(tx: Connection, bijeenkomst: int) -> list[list[Any]]:
    """Return them as a message carries them: when, what, how many minutes, and whether it is for questions."""
    vraag = select(_a.om, _a.titel, _a.minuten, _a.vragen).where(_a.bijeenkomst == bijeenkomst)
    return [list(rij) for rij in tx.execute(vraag.order_by(_a.volgorde))]
