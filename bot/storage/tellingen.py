"""Participation counts for the export: SQL aggregates per meeting, poll, werkgroep, channel and street. Reads only.

Signing up and being there are counted apart. No person's name, account or id comes out of here.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Select, distinct, func, select

from bot.storage.tables import (
    aanmelding,
    account,
    bewijs_prive,
    bewoner,
    bijeenkomst,
    huishouden,
    peiling,
    peiling_optie,
    stembiljet,
    werkgroep,
    werkgroeplid,
    wijk,
)


class Bijeenkomsttelling(NamedTuple):
    """A meeting, with who signed up and who was there."""

    publiek_id: str
    titel: str
    begin: datetime
    ja: int
    misschien: int
    nee: int
    aanwezig: int


class Peilingtelling(NamedTuple):
    """A poll and its voters; `gesloten_op` None while it is open."""

    publiek_id: str
    methode: str
    vraag: str
    sluit_op: datetime
    gesloten_op: datetime | None
    stemmers: int


def wijknaam(tx: Connection, wijk_id: int) -> str:
    """Return the name of a wijk."""
    naam: str = tx.execute(select(wijk.c.naam).where(wijk.c.id == wijk_id)).scalar_one()
    return naam


def bijeenkomsten(tx: Connection, wijk_id: int, aanwezig: Iterable[str]) -> list[Bijeenkomsttelling]:
    """Count per meeting, oldest first; `aanwezig` names the kinds of evidence that are a check-in."""
    binnen = (
        select(bewijs_prive.c.onderwerp, func.count(distinct(bewijs_prive.c.bewoner)).label("aantal"))
        .where(bewijs_prive.c.wijk == wijk_id, bewijs_prive.c.soort.in_(sorted(aanwezig)), ~bewijs_prive.c.vervallen)
        .group_by(bewijs_prive.c.onderwerp)
        .subquery()
    )
    antwoorden = [
        func.count().filter(aanmelding.c.antwoord == antwoord).label(antwoord)
        for antwoord in ("ja", "misschien", "nee")
    ]
    gemeld = (
        select(aanmelding.c.bijeenkomst, *antwoorden)
        .where(aanmelding.c.wijk == wijk_id)
        .group_by(aanmelding.c.bijeenkomst)
        .subquery()
    )
    vraag = (
        select(
            bijeenkomst.c.publiek_id,
            bijeenkomst.c.titel,
            bijeenkomst.c.begin,
            func.coalesce(gemeld.c.ja, 0),
            func.coalesce(gemeld.c.misschien, 0),
            func.coalesce(gemeld.c.nee, 0),
            func.coalesce(binnen.c.aantal, 0),
        )
        .outerjoin(gemeld, gemeld.c.bijeenkomst == bijeenkomst.c.id)
        .outerjoin(binnen, binnen.c.onderwerp == bijeenkomst.c.publiek_id)
        .where(bijeenkomst.c.wijk == wijk_id)
        .order_by(bijeenkomst.c.begin, bijeenkomst.c.id)
    )
    return [Bijeenkomsttelling(*rij) for rij in tx.execute(vraag)]


def peilingen(tx: Connection, wijk_id: int) -> list[Peilingtelling]:
    """Count the voters per poll (one ballot each), oldest first."""
    vraag = (
        select(
            peiling.c.publiek_id,
            peiling.c.methode,
            peiling.c.vraag,
            peiling.c.sluit_op,
            peiling.c.gesloten_op,
            func.count(stembiljet.c.sleutel),
        )
        .outerjoin(stembiljet, stembiljet.c.peiling == peiling.c.id)
        .where(peiling.c.wijk == wijk_id)
        .group_by(peiling.c.id)
        .order_by(peiling.c.sluit_op, peiling.c.id)
    )
    return [Peilingtelling(*rij) for rij in tx.execute(vraag)]


def opties(tx: Connection, wijk_id: int) -> dict[str, list[str]]:
    """Return the options, in their order, of the polls with a result; keyed by the poll's publiek_id, oldest first."""
    vraag = (
        select(peiling.c.publiek_id, peiling_optie.c.tekst)
        .join(peiling, peiling.c.id == peiling_optie.c.peiling)
        .where(peiling.c.wijk == wijk_id, peiling.c.gesloten_op.is_not(None), ~peiling.c.ingetrokken)
        .order_by(peiling.c.sluit_op, peiling.c.id, peiling_optie.c.volgorde)
    )
    gevonden: dict[str, list[str]] = {}
    for publiek_id, tekst in tx.execute(vraag):
        gevonden.setdefault(publiek_id, []).append(tekst)
    return gevonden


def biljetten(tx: Connection, wijk_id: int) -> dict[str, dict[str, int]]:
    """Count the ballots per content, of each poll that is closed; keyed by the poll's publiek_id."""
    vraag = (
        select(peiling.c.publiek_id, stembiljet.c.inhoud, func.count())
        .join(peiling, peiling.c.id == stembiljet.c.peiling)
        .where(peiling.c.wijk == wijk_id, peiling.c.gesloten_op.is_not(None))
        .group_by(peiling.c.publiek_id, stembiljet.c.inhoud)
    )
    gevonden: dict[str, dict[str, int]] = {}
    for publiek_id, inhoud, aantal in tx.execute(vraag):
        gevonden.setdefault(publiek_id, {})[inhoud] = aantal
    return gevonden


def werkgroepen(tx: Connection, wijk_id: int) -> list[tuple[str, int]]:
    """Count the members per werkgroep."""
    return _paren(
        tx,
        select(werkgroep.c.naam, func.count(werkgroeplid.c.bewoner))
        .outerjoin(werkgroeplid, werkgroeplid.c.werkgroep == werkgroep.c.id)
        .where(werkgroep.c.wijk == wijk_id)
        .group_by(werkgroep.c.naam)
        .order_by(werkgroep.c.naam),
    )


def kanalen(tx: Connection, wijk_id: int) -> list[tuple[str, int]]:
    """Count the residents per channel; who uses two is in both."""
    return _paren(
        tx,
        select(account.c.kanaal, func.count(distinct(account.c.bewoner)))
        .join(bewoner, bewoner.c.id == account.c.bewoner)
        .where(bewoner.c.wijk == wijk_id, bewoner.c.tot.is_(None))
        .group_by(account.c.kanaal)
        .order_by(account.c.kanaal),
    )


def adressen(tx: Connection, wijk_id: int) -> list[tuple[str, int]]:
    """Count the addresses per street."""
    return _paren(
        tx,
        select(huishouden.c.straat, func.count())
        .where(huishouden.c.wijk == wijk_id)
        .group_by(huishouden.c.straat)
        .order_by(huishouden.c.straat),
    )


def bewoners(tx: Connection, wijk_id: int, soorten: Iterable[str] | None = None) -> dict[str, int]:
    """Count the residents who joined per street, or those with evidence of one of these kinds; no entry is none."""
    vraag = (
        select(huishouden.c.straat, func.count(distinct(bewoner.c.id)))
        .join(bewoner, bewoner.c.huishouden == huishouden.c.id)
        .where(huishouden.c.wijk == wijk_id, bewoner.c.tot.is_(None))
        .group_by(huishouden.c.straat)
    )
    if soorten is not None:
        vraag = vraag.join(bewijs_prive, bewijs_prive.c.bewoner == bewoner.c.id).where(
            bewijs_prive.c.soort.in_(sorted(soorten)), ~bewijs_prive.c.vervallen
        )
    return dict(_paren(tx, vraag))


def _paren(tx: Connection, vraag: Select[str, int]) -> list[tuple[str, int]]:
    return [(naam, aantal) for naam, aantal in tx.execute(vraag)]
