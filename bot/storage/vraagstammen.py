"""The index of the vraagbaak: which stems each public answer holds, and what they weigh. No word of who asked."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, exists, func, insert, select

from bot.storage.tables import vraagbaak, vraagstam

_s = vraagstam.c
HEEL = ""
"""The stem under which an answer stands once: its weight says by which words it was taken apart."""


def zet(tx: Connection, wijk: int, per_antwoord: Mapping[int, Mapping[str, int]], versie: int) -> None:
    """Index answers by these stems with their weights, in the place of what was there."""
    haal_weg(tx, per_antwoord)
    rijen = [
        {"wijk": wijk, "stam": stam, "antwoord": antwoord, "gewicht": gewicht}
        for antwoord, gewichten in per_antwoord.items()
        for stam, gewicht in {**gewichten, HEEL: versie}.items()
    ]
    tx.execute(insert(vraagstam), rijen)


def haal_weg(tx: Connection, antwoorden: Iterable[int]) -> None:
    """Let answers be found no more."""
    tx.execute(delete(vraagstam).where(_s.antwoord.in_(list(antwoorden))))


def met(tx: Connection, wijk: int, stammen: Iterable[str]) -> list[tuple[str, int, int]]:
    """Return stem, answer and weight of each answer that holds one of some stems."""
    deze = select(_s.stam, _s.antwoord, _s.gewicht).where(_s.wijk == wijk, _s.stam.in_(list(stammen)))
    return [(rij[0], rij[1], rij[2]) for rij in tx.execute(deze)]


def tel(tx: Connection, wijk: int) -> int:
    """Return how many answers can be found."""
    return tx.scalar(select(func.count()).where(_s.wijk == wijk, _s.stam == HEEL)) or 0


def verouderd(tx: Connection, wijk: int, versie: int, hoeveel: int) -> list[tuple[int, str, str]]:
    """Return id, question and answer of some that are public and not indexed, or by other words than those of now."""
    v = vraagbaak.c
    zo = exists().where(_s.antwoord == v.id, _s.wijk == v.wijk, _s.stam == HEEL, _s.gewicht == versie)
    deze = select(v.id, v.vraag, v.antwoord).where(v.wijk == wijk, v.gepubliceerd_op.is_not(None), ~zo)
    return [(rij[0], rij[1], rij[2]) for rij in tx.execute(deze.order_by(v.id).limit(hoeveel))]
