"""Polls in which each address has one ballot: whose it is now, and making place for a later one."""

from typing import Literal

from sqlalchemy import Connection, delete, select

from bot.storage import stembiljetten
from bot.storage.stemmers import Kiezer
from bot.storage.tables import bewoner, stemkoppeling

Stand = Literal["geen", "eigen", "ander", "vorig"]
"""The ballot of one's address: none, one's own, or a housemate's; `vorig`: one has a ballot for an address before."""


def stand(tx: Connection, peiling_id: int, bewoner_id: int) -> Stand:
    """Return how the ballot of a resident's address stands to them."""
    thuis = _thuis(tx, bewoner_id)
    k = stemkoppeling.c
    vraag = select(k.bewoner, k.huishouden).where(k.peiling == peiling_id)
    gevonden = tx.execute(vraag.where((k.bewoner == bewoner_id) | (k.huishouden == thuis))).all()
    eigen = next((rij for rij in gevonden if rij.bewoner == bewoner_id), None)
    if eigen is not None:
        return "eigen" if eigen.huishouden == thuis else "vorig"
    return "ander" if gevonden else "geen"


def kiezer(tx: Connection, peiling_id: int, bewoner_id: int) -> Kiezer | None:
    """Return as whom a resident votes; None for who has a ballot for an address that they left."""
    if stand(tx, peiling_id, bewoner_id) == "vorig":
        return None
    return Kiezer("bewoner", bewoner_id, _thuis(tx, bewoner_id))


def heeft_stem(tx: Connection, peiling_id: int, huishouden: int) -> bool:
    """Say whether an address has a ballot."""
    k = stemkoppeling.c
    return tx.scalar(select(k.stembiljet).where(k.peiling == peiling_id, k.huishouden == huishouden)) is not None


def maak_plaats(tx: Connection, peiling_id: int, huishouden: int) -> None:
    """Take away the ballot of an address, with what was answered to it: a later one comes in its place."""
    deze = stemkoppeling.c.peiling == peiling_id, stemkoppeling.c.huishouden == huishouden
    biljet = tx.scalar(delete(stemkoppeling).where(*deze).returning(stemkoppeling.c.stembiljet))
    if biljet is not None:
        stembiljetten.verwijder_open(tx, [biljet])


def _thuis(tx: Connection, bewoner_id: int) -> int:
    thuis: int = tx.execute(select(bewoner.c.huishouden).where(bewoner.c.id == bewoner_id)).scalar_one()
    return thuis
