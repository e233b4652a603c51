"""Turnout per meeting for the export, and how evidence was recorded. Reads only; nobody's id or account comes out.

Signing up, waiting for a place and being there are counted apart. Evidence counts up to a cutoff id, so that reads
one after another tell of the same moment.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, select

from bot.rules.doelgroep import Doelgroep
from bot.storage.aanmeldingen import HEEFT_ACCOUNT
from bot.storage.tables import aanmelding, bewijs, bewijs_prive, bijeenkomst
from bot.storage.zonder_naam import GASTEN, zonder_naam


class Bijeenkomsttelling(NamedTuple):
    """A meeting, who answered what, and who was there.

    Args:
        gemeld: yes with a place, perhaps, no, on the waiting list, of those with a place who was signed up at the door;
            and their guests.
        zelf: residents who checked in.
        team: residents whom staff recorded.
        zonder_naam: people in the room of whom nobody wrote down who they are.
        gasten: guests from outside who were there.
    """

    id: int
    publiek_id: str
    titel: str
    begin: datetime
    doelgroep: Doelgroep
    afgelast: bool
    gemeld: dict[str, int]
    zelf: int
    team: int
    zonder_naam: int
    gasten: int


class Vastlegging(NamedTuple):
    """How many times a kind of evidence about a resident was recorded in one way."""

    soort: str
    methode: str
    zelf: int
    team: int


def laatste_bewijs(tx: Connection) -> int:
    """Return the cutoff: the id of the newest evidence."""
    return tx.scalar(select(func.coalesce(func.max(bewijs.c.id), 0))) or 0


def bijeenkomsten(
    tx: Connection, wijk: int, aanwezig: Iterable[str], tot: int, na: int, hoeveel: int
) -> list[Bijeenkomsttelling]:
    """Count the next meetings, in order of id.

    Args:
        aanwezig: the kinds of evidence that are being there.
        tot: cutoff id of the evidence.
        na: id of the last one before.
    """
    b = bijeenkomst.c
    vraag = select(b.id, b.publiek_id, b.titel, b.begin, b.doelgroep, b.doelgroep_bereik, b.afgelast_op)
    rijen = tx.execute(vraag.where(b.wijk == wijk, b.id > na).order_by(b.id).limit(hoeveel)).all()
    gemeld = _gemeld(tx, [rij.id for rij in rijen])
    binnen = _binnen(tx, wijk, [rij.publiek_id for rij in rijen], list(aanwezig), tot)
    return [
        Bijeenkomsttelling(
            rij.id,
            rij.publiek_id,
            rij.titel,
            rij.begin,
            Doelgroep(rij.doelgroep, rij.doelgroep_bereik),
            rij.afgelast_op is not None,
            gemeld.get(rij.id, dict.fromkeys(_ANTWOORDEN, 0)),
            *binnen.get(rij.publiek_id, (0, 0, 0, 0)),
        )
        for rij in rijen
    ]


def vastleggingen(tx: Connection, wijk: int, tot: int) -> list[Vastlegging]:
    """Count the evidence about residents per kind and way of recording, as far as it holds."""
    p = bewijs_prive.c
    vraag = (
        select(p.soort, p.methode, _aantal(p.vastlegger.is_(None)), _aantal(p.vastlegger.is_not(None)))
        .where(p.wijk == wijk, p.bewijs <= tot, p.bewoner.is_not(None), ~p.vervallen)
        .group_by(p.soort, p.methode)
        .order_by(p.soort, p.methode)
    )
    return [Vastlegging(*rij) for rij in tx.execute(vraag)]


def _aantal(waar: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((waar, 1)))


_a = aanmelding.c
_ANTWOORDEN = {
    "ja": _aantal((_a.antwoord == "ja") & (_a.plek == "in")),
    "misschien": _aantal(_a.antwoord == "misschien"),
    "nee": _aantal(_a.antwoord == "nee"),
    "wachtlijst": _aantal(_a.plek.in_(("wacht", "aangeboden"))),
    "aan_deur": _aantal((_a.antwoord == "ja") & (_a.plek == "in") & ~HEEFT_ACCOUNT),
    "gasten": func.coalesce(func.sum(case((_a.plek == "in", _a.gasten))), 0),
}


def _gemeld(tx: Connection, ids: list[int]) -> dict[int, dict[str, int]]:
    vraag = select(_a.bijeenkomst, *_ANTWOORDEN.values()).where(_a.bijeenkomst.in_(ids)).group_by(_a.bijeenkomst)
    return {rij[0]: dict(zip(_ANTWOORDEN, map(int, rij[1:]), strict=True)) for rij in tx.execute(vraag)}


def _binnen(
    tx: Connection, wijk: int, onderwerpen: list[str], soorten: list[str], tot: int
) -> dict[str, tuple[int, int, int, int]]:
    p = bewijs_prive.c
    kolommen = (
        _aantal(p.bewoner.is_not(None) & p.vastlegger.is_(None)),
        _aantal(p.bewoner.is_not(None) & p.vastlegger.is_not(None)),
        func.coalesce(func.max(case((p.soort == GASTEN, p.aantal))), 0),
    )
    naamloos = zonder_naam(tx, wijk, onderwerpen, soorten, tot)
    vraag = select(p.onderwerp, *kolommen).where(p.wijk == wijk, p.onderwerp.in_(onderwerpen))
    vraag = vraag.where(p.soort.in_([*soorten, GASTEN]), p.bewijs <= tot, ~p.vervallen).group_by(p.onderwerp)
    return {
        onderwerp: (int(zelf), int(team), naamloos.get(onderwerp, 0), int(gasten))
        for onderwerp, zelf, team, gasten in tx.execute(vraag)
    }
