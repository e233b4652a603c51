"""Who took part in a poll: by the evidence; and while it is open, or by name, by what joins a ballot to its voter."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, delete, exists, or_, select

from bot.storage import stembiljetten
from bot.storage.tables import (
    HOORT,
    account,
    bewijs_prive,
    bewoner,
    kennismaking,
    peiling,
    stembiljet,
    stemconcept,
    stemkoppeling,
)

STEMSOORTEN = ("stem", "stem_besluit")
"""The kinds of evidence that someone took part in a poll."""


class Kiezer(NamedTuple):
    """Who votes: a resident, or an account without a home here; of residents only it is evidence.

    Args:
        soort: which column of `stemkoppeling` and `stemconcept` holds the id.
        huishouden: the address that they vote for, where each address has one ballot.
        geleding: for which they vote, in a poll of the geledingen.
    """

    soort: Literal["bewoner", "account"]
    id: int
    huishouden: int | None = None
    geleding: str | None = None


class Stemmer(NamedTuple):
    """Who voted in a poll with names: the name that they gave, None without one, and their ballot."""

    bewoner: int
    naam: str | None
    inhoud: str


def met_stem(tx: Connection, peiling_id: int) -> list[Stemmer]:
    """Return who has a ballot in a poll, by the name that they gave, and what stands on it; without a name last."""
    naam = kennismaking.c.antwoord
    vraag = (
        select(stemkoppeling.c.bewoner, naam, stembiljet.c.inhoud)
        .join(stembiljet, stembiljet.c.sleutel == stemkoppeling.c.stembiljet)
        .outerjoin(
            kennismaking,
            (kennismaking.c.bewoner == stemkoppeling.c.bewoner) & (kennismaking.c.vraag == "naam"),
        )
        .where(stemkoppeling.c.peiling == peiling_id)
        .order_by(stembiljet.c.sleutel)
    )
    gevonden = [Stemmer(*rij) for rij in tx.execute(vraag)]
    return sorted(gevonden, key=lambda wie: (wie.naam is None, (wie.naam or "").casefold()))


def stemde_in(tx: Connection, peilingen: Sequence[int], account_id: int, bewoner_id: int | None) -> frozenset[int]:
    """Return in which of some polls that are open someone has a ballot."""
    van_hen = stemkoppeling.c.account == account_id
    if bewoner_id is not None:
        van_hen = or_(van_hen, stemkoppeling.c.bewoner == bewoner_id)
    vraag = select(stemkoppeling.c.peiling).where(stemkoppeling.c.peiling.in_(peilingen), van_hen)
    return frozenset(tx.scalars(vraag))


def accounts_van_stemmers(tx: Connection, wijk: int, publiek_id: str, na_account: int, hoeveel: int) -> list[int]:
    """Return, in order, the reachable accounts of who took part in a poll; the evidence says who did."""
    vraag = select(account.c.id).join(bewoner, bewoner.c.id == account.c.bewoner)
    vraag = vraag.where(_deed_mee(wijk, publiek_id), bewoner.c.tot.is_(None), HOORT, account.c.id > na_account)
    return list(tx.scalars(vraag.order_by(account.c.id).limit(hoeveel)))


def accounts_die_stemden(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int]) -> frozenset[int]:
    """Return which of some accounts belong to someone who took part in a poll; the evidence says who did."""
    vraag = select(account.c.id).where(account.c.id.in_(accounts), _deed_mee(wijk, publiek_id))
    return frozenset(tx.scalars(vraag))


def _deed_mee(wijk: int, publiek_id: str) -> ColumnElement[bool]:
    """Return the condition on `account` that its resident took part in a poll."""
    return exists().where(
        bewijs_prive.c.bewoner == account.c.bewoner,
        bewijs_prive.c.wijk == wijk,
        bewijs_prive.c.soort.in_(STEMSOORTEN),
        bewijs_prive.c.onderwerp == publiek_id,
        ~bewijs_prive.c.vervallen,
    )


def haal_weg(tx: Connection, peiling_id: int, kiezer: Kiezer) -> bool:
    """Take someone's ballot out of an open poll, with what they had not finished; say whether there was a ballot."""
    k, c = stemkoppeling.c, stemconcept.c
    tx.execute(delete(stemconcept).where(c.peiling == peiling_id, c[kiezer.soort] == kiezer.id))
    deze = k.peiling == peiling_id, k[kiezer.soort] == kiezer.id
    biljet = tx.scalar(delete(stemkoppeling).where(*deze).returning(k.stembiljet))
    if biljet is None:
        return False
    stembiljetten.verwijder_open(tx, [biljet])
    return True


def accounts_van(tx: Connection, tabel: FromClause, *waar: ColumnElement[bool]) -> list[int]:
    """Return, in order, the reachable accounts of whom a row names; none when nothing says so any more.

    Args:
        tabel: has the columns `bewoner` and `account`, of which a row has one.
        waar: which row.
    """
    rij = tx.execute(select(tabel.c.bewoner, tabel.c.account).where(*waar)).one_or_none()
    if rij is None:
        return []
    vraag = select(account.c.id).where(HOORT).order_by(account.c.id)
    if rij.bewoner is None:
        return list(tx.scalars(vraag.where(account.c.id == rij.account)))
    woont = exists().where(bewoner.c.id == account.c.bewoner, bewoner.c.tot.is_(None))
    return list(tx.scalars(vraag.where(account.c.bewoner == rij.bewoner, woont)))


def met_naam_van(tx: Connection, bewoner_id: int, hoeveel: int) -> list[tuple[int, str]]:
    """Return what a resident has on ballots by name: the poll and what stands on it, the newest poll first."""
    vraag = (
        select(stemkoppeling.c.peiling, stembiljet.c.inhoud)
        .join(stembiljet, stembiljet.c.sleutel == stemkoppeling.c.stembiljet)
        .join(peiling, peiling.c.id == stemkoppeling.c.peiling)
        .where(stemkoppeling.c.bewoner == bewoner_id, peiling.c.met_naam)
        .order_by(stemkoppeling.c.peiling.desc())
        .limit(hoeveel)
    )
    return [(nummer, inhoud) for nummer, inhoud in tx.execute(vraag)]


def zonder_stem(tx: Connection, peiling_id: int, accounts: Sequence[int]) -> list[int]:
    """Return which of some accounts, in order, have no ballot in an open poll, and nor has their address."""
    thuis = select(bewoner.c.huishouden).where(bewoner.c.id == account.c.bewoner).correlate(account)
    van_hen = (stemkoppeling.c.bewoner == account.c.bewoner) | (stemkoppeling.c.account == account.c.id)
    van_hen |= stemkoppeling.c.huishouden == thuis.scalar_subquery()
    gestemd = exists().where(stemkoppeling.c.peiling == peiling_id, van_hen)
    return list(tx.scalars(select(account.c.id).where(account.c.id.in_(accounts), ~gestemd).order_by(account.c.id)))
