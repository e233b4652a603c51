"""Peilingen, their options and ballots. What joins a ballot to its voter is a row of its own, gone at closing.

What stands on a ballot is text to this file; the poll's method reads it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from bot.rules.doelgroep import Doelgroep, Soort
from bot.rules.geleding import IEDER
from bot.storage import aandragingen, accounts, adresstemmen, doelgroepen, geledingen, scholen, stemvellen, weerwoorden
from bot.storage.stemmers import Kiezer
from bot.storage.tables import (
    aansporing,
    peiling,
    peiling_optie,
    stembiljet,
    stemconcept,
    stemkoppeling,
    tussenstand,
)


@dataclass(frozen=True)
class Peiling:
    """A poll. All of it is fixed before the first vote; after that it only ends.

    Args:
        methode: name of its method.
        instellingen: what was fixed beside its options, as its method reads it.
        opent_op: when one can vote; None: as soon as it was made.
        live: whether who voted sees before closing how it goes.
        gesloten_op: when its ballots were cut loose; before `sluit_op` when staff closed it early.
        ingetrokken: closed without a result.
        met_naam: whether who takes part sees afterwards who chose what; only in a werkgroep.
        per_adres: whether an address has one ballot, the last of who lives there.
        uitslag_naar: who gets the result: `doelgroep`, whom it was for; `stemmers`, who took part; or `wijk`, all.
        minste_stemmen: with fewer ballots the result does not hold.
        op_papier: how many ballots came on paper, once it closed; None when none were made on paper.
        vooruit: about the decision before its stage of the traject: why.
        vervangt: id of the version before, in the place of which it came; `wijziging` says what changed.
        weging: the weight rule, one of `bot.rules.geleding`.
        vervolg_op: id of the poll in which the same was asked before.
        naast: id of the residents' poll beside which this one stands, for who opens the link of a school.
        school: name of that school or vereniging.
    """

    id: int
    wijk: int
    publiek_id: str
    vraag: str
    over_besluit: bool
    methode: str
    instellingen: dict[str, Any]
    live: bool
    sluit_op: datetime
    gesloten_op: datetime | None
    ingetrokken: bool
    doelgroep: str
    doelgroep_bereik: str
    vervolg_op: int | None
    met_naam: bool
    minste_stemmen: int | None
    opent_op: datetime | None = None
    per_adres: bool = False
    uitslag_naar: str = "doelgroep"
    vervangt: int | None = None
    versie: int = 1
    wijziging: str | None = None
    weging: str = IEDER
    naast: int | None = None
    school: str | None = None
    op_papier: int | None = None
    vooruit: str | None = None
    taal: str = "nl"

    @cached_property
    def voor(self) -> Doelgroep:
        """Who gets it, may vote and sees it."""
        return Doelgroep(cast(Soort, self.doelgroep), self.doelgroep_bereik)


@dataclass(frozen=True)
class Optie:
    """One answer that can be chosen; the place in the list is its number on a ballot.

    Args:
        later: whether it was added while people voted.
    """

    publiek_id: str
    tekst: str
    later: bool = False


class Stem(NamedTuple):
    """What someone has in an open poll.

    Args:
        telt: their ballot, None without one.
        concept: what they are changing it to, None when nothing is unfinished.
        van_papier: whether it was entered from paper; nobody sees it in chat then.
    """

    telt: str | None
    concept: str | None
    van_papier: bool = False

    @property
    def nu(self) -> str | None:
        """What they see: not what was on paper, for someone else of the household may have the seat in chat."""
        gezien = None if self.van_papier else self.telt
        return gezien if self.concept is None else self.concept


_KOLOMMEN = [peiling.c[naam] for naam in Peiling.__dataclass_fields__]
_OPTIE = [peiling_optie.c[naam] for naam in Optie.__dataclass_fields__]
_MET_OPTIES = (
    select(*_OPTIE, *_KOLOMMEN)
    .join_from(peiling, peiling_optie, peiling_optie.c.peiling == peiling.c.id, isouter=True)
    .where(peiling.c.wijk == bindparam("w"), peiling.c.publiek_id == bindparam("i"))
    .order_by(peiling_optie.c.volgorde)
)
_OPTIES = select(*_OPTIE).where(peiling_optie.c.peiling == bindparam("p")).order_by(peiling_optie.c.volgorde)
_SOORTEN = ("bewoner", "account")
_BILJET_VAN = {
    soort: select(stemkoppeling.c.stembiljet)
    .where(stemkoppeling.c.peiling == bindparam("p"), stemkoppeling.c[soort] == bindparam("k"))
    .scalar_subquery()
    for soort in _SOORTEN
}
_STEM_VAN = {
    soort: select(
        select(stembiljet.c.inhoud).where(stembiljet.c.sleutel == _BILJET_VAN[soort]).scalar_subquery(),
        select(stemconcept.c.inhoud)
        .where(stemconcept.c.peiling == bindparam("p"), stemconcept.c[soort] == bindparam("k"))
        .scalar_subquery(),
    )
    for soort in _SOORTEN
}
_WIJZIG = {
    soort: update(stembiljet)
    .where(stembiljet.c.sleutel == _BILJET_VAN[soort])
    .values(inhoud=bindparam("naar"), geleding=bindparam("g"))
    for soort in _SOORTEN
}
_BILJET = insert(stembiljet)
_KOPPELING = insert(stemkoppeling)


def voeg_toe(tx: Connection, wijk: int, opties: Sequence[tuple[str, str]], **velden: Any) -> int:
    """Add a poll with its options (publiek_id, tekst) and return its id."""
    rij = insert(peiling).values(wijk=wijk, taal=accounts.taal_van(velden["gemaakt_door"]), **velden)
    nieuw: int = tx.execute(rij.returning(peiling.c.id)).scalar_one()
    rijen = [
        {"wijk": wijk, "peiling": nieuw, "volgorde": plaats, "publiek_id": publiek_id, "tekst": tekst}
        for plaats, (publiek_id, tekst) in enumerate(opties)
    ]
    if rijen:
        tx.execute(insert(peiling_optie), rijen)
    return nieuw


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Peiling | None:
    """Return the poll of a wijk with this value in a column: `id=…` or `publiek_id=…`."""
    ((kolom, gezocht),) = waarde.items()
    vraag = select(*_KOLOMMEN).where(peiling.c.wijk == wijk, peiling.c[kolom] == gezocht)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Peiling(*rij)


def van_bewoners(tx: Connection, wijk: int) -> list[Peiling]:
    """Return all polls of residents of a wijk, the oldest first."""
    vraag = select(*_KOLOMMEN).where(peiling.c.wijk == wijk, peiling.c.naast.is_(None)).order_by(peiling.c.id)
    return [Peiling(*rij) for rij in tx.execute(vraag)]


def tel_lopende_over_besluit(tx: Connection, wijk: int) -> int:
    """Count the polls about the decision that are not closed."""
    deze = (peiling.c.wijk == wijk, peiling.c.over_besluit, peiling.c.gesloten_op.is_(None))
    return tx.scalar(select(func.count()).select_from(peiling).where(*deze)) or 0


def zoek_met_opties(tx: Connection, wijk: int, publiek_id: str) -> tuple[Peiling, list[Optie]] | None:
    """Return a poll with its options in their order."""
    rijen = tx.execute(_MET_OPTIES, {"w": wijk, "i": publiek_id}).all()
    if not rijen:
        return None
    return Peiling(*rijen[0][len(_OPTIE) :]), [Optie(*rij[: len(_OPTIE)]) for rij in rijen if rij[0] is not None]


def opties(tx: Connection, peiling_id: int) -> list[Optie]:
    """Return the options of a poll in their order."""
    return [Optie(*rij) for rij in tx.execute(_OPTIES, {"p": peiling_id})]


def recente(tx: Connection, wijk: int, voor: Iterable[Doelgroep] | None, hoeveel: int, na: int = 0) -> list[Peiling]:
    """Return polls of residents of a wijk, the one that closes or closed last first.

    Args:
        voor: only those for one of these audiences, and those of which all see the result; None for all.
        na: how many to leave out before these.
    """
    einde = func.coalesce(peiling.c.gesloten_op, peiling.c.sluit_op)
    vraag = select(*_KOLOMMEN).where(peiling.c.wijk == wijk, peiling.c.naast.is_(None))
    vraag = vraag.order_by(einde.desc(), peiling.c.id.desc())
    if voor is not None:
        voor_allen = (peiling.c.uitslag_naar == "wijk") & peiling.c.gesloten_op.is_not(None) & ~peiling.c.ingetrokken
        vraag = vraag.where(doelgroepen.gericht_aan(peiling, voor) | voor_allen)
    return [Peiling(*rij) for rij in tx.execute(vraag.limit(hoeveel).offset(na))]


def stem(tx: Connection, wijk: int, peiling_id: int, kiezer: Kiezer, inhoud: str, sleutel: bytes) -> bool:
    """Cast a ballot, or change the one that is there; return whether it is a first vote.

    Args:
        inhoud: what stands on it, as the method writes it.
        sleutel: 16 random bytes for a new ballot.
    """
    if tx.execute(
        _WIJZIG[kiezer.soort], {"p": peiling_id, "k": kiezer.id, "naar": inhoud, "g": kiezer.geleding}
    ).rowcount:
        return False
    if kiezer.huishouden is not None:
        adresstemmen.maak_plaats(tx, peiling_id, kiezer.huishouden)
    biljet = {"wijk": wijk, "sleutel": sleutel, "peiling": peiling_id, "inhoud": inhoud, "geleding": kiezer.geleding}
    tx.execute(_BILJET, biljet)
    koppeling = {"stembiljet": sleutel, "huishouden": kiezer.huishouden, **_als_kolommen(kiezer)}
    tx.execute(_KOPPELING, {"wijk": wijk, "peiling": peiling_id, **koppeling})
    return True


def stem_van(tx: Connection, peiling_id: int, kiezer: Kiezer) -> Stem:
    """Return what someone has in an open poll."""
    telt, concept = tx.execute(_STEM_VAN[kiezer.soort], {"p": peiling_id, "k": kiezer.id}).one()
    return Stem(telt, concept, telt is not None and stemvellen.is_van_papier(tx, peiling_id, kiezer))


def zet_concept(tx: Connection, wijk: int, peiling_id: int, kiezer: Kiezer, inhoud: str) -> None:
    """Keep a ballot that is not finished, in the place of one before it."""
    deze = stemconcept.c.peiling == peiling_id, stemconcept.c[kiezer.soort] == kiezer.id
    if tx.execute(update(stemconcept).where(*deze).values(inhoud=inhoud)).rowcount == 0:
        rij = {"wijk": wijk, "peiling": peiling_id, "inhoud": inhoud, **_als_kolommen(kiezer)}
        tx.execute(insert(stemconcept).values(**rij))


def gooi_concept_weg(tx: Connection, peiling_id: int, kiezer: Kiezer) -> None:
    """Forget a ballot that was not finished."""
    deze = stemconcept.c.peiling == peiling_id, stemconcept.c[kiezer.soort] == kiezer.id
    tx.execute(delete(stemconcept).where(*deze))


def sluit(tx: Connection, peiling_id: int, now: datetime, *, ingetrokken: bool = False) -> None:
    """Close a poll and cut every ballot loose from its voter, but for one with names; harmless when it is closed.

    The ballots are written anew, all at once and in the order of their keys: PostgreSQL keeps with each row which
    transaction wrote it, and the evidence of the same vote has the same.
    """
    for school in scholen.open_naast(tx, peiling_id):
        sluit(tx, school, now, ingetrokken=ingetrokken)
    nog_open = update(peiling).where(peiling.c.id == peiling_id, peiling.c.gesloten_op.is_(None))
    op_papier = stemvellen.sluit(tx, peiling_id, now)
    tx.execute(nog_open.values(gesloten_op=now, ingetrokken=ingetrokken, op_papier=op_papier))
    tx.execute(delete(tussenstand).where(tussenstand.c.peiling == peiling_id))
    tx.execute(delete(aansporing).where(aansporing.c.peiling == peiling_id))
    leerlingen = scholen.leerlingen(tx, peiling_id)
    tx.execute(delete(stemconcept).where(stemconcept.c.peiling == peiling_id))
    weerwoorden.sluit(tx, peiling_id)
    aandragingen.sluit(tx, peiling_id)
    geledingen.leg_bezetting_vast(tx, peiling_id)
    if not ingetrokken and tx.scalar(
        select(peiling.c.met_naam & ~peiling.c.ingetrokken).where(peiling.c.id == peiling_id)
    ):
        return
    tx.execute(delete(stemkoppeling).where(stemkoppeling.c.peiling == peiling_id))
    scholen.vergeet(tx, leerlingen)
    van_peiling = stembiljet.c.peiling == peiling_id
    biljetten = tx.execute(select(stembiljet).where(van_peiling).order_by(stembiljet.c.sleutel)).mappings().all()
    if biljetten:
        tx.execute(delete(stembiljet).where(van_peiling))
        tx.execute(insert(stembiljet), [dict(biljet) for biljet in biljetten])


def tel(tx: Connection, peiling_id: int) -> dict[str, int]:
    """Count the ballots per content."""
    vraag = select(stembiljet.c.inhoud, func.count()).where(stembiljet.c.peiling == peiling_id)
    return dict(tx.execute(vraag.group_by(stembiljet.c.inhoud)).all())


def _als_kolommen(kiezer: Kiezer) -> dict[str, int | None]:
    return {soort: kiezer.id if soort == kiezer.soort else None for soort in _SOORTEN}
