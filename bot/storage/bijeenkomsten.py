"""Bijeenkomsten. Who said to come stands in aanmeldingen.py; being there is evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast

from sqlalchemy import ColumnElement, Connection, RowMapping, func, insert, select, update

from bot.rules.doelgroep import Doelgroep
from bot.storage import doelgroepen
from bot.storage.tables import aanmelding, bijeenkomst, bijeenkomst_wijziging, werkgroep


@dataclass(frozen=True)
class Bijeenkomst:
    """A meeting as it stands in the agenda; its columns stand in `bot.storage.tables`.

    Args:
        doelgroep_naam: how people call its audience: the werkgroep or the street; empty for the wijk.
    """

    id: int
    publiek_id: str
    soort: str
    titel: str
    begin: datetime
    plaats: str
    ruimte_voor_vragen: bool
    gemaakt_door: int
    eind: datetime | None
    capaciteit: int | None
    gasten_max: int
    zonder_telefoon: int
    breedtegraad: int | None
    lengtegraad: int | None
    foto: str | None
    link: str | None
    reeks: str | None
    versie: int
    afgelast_op: datetime | None
    afgelast_reden: str | None
    doelgroep: str
    doelgroep_bereik: str
    doelgroep_naam: str

    @property
    def voor(self) -> Doelgroep:
        """Whom it is for."""
        return Doelgroep(cast(Literal["wijk", "werkgroep", "straat"], self.doelgroep), self.doelgroep_bereik)


@dataclass(frozen=True)
class Wijziging:
    """What changed, in the meeting `bijeenkomst` and, in a series, in others: `data["ids"]`."""

    id: int
    bijeenkomst: int
    data: dict[str, Any]


_NAAM = func.coalesce(
    select(werkgroep.c.naam)
    .where(bijeenkomst.c.doelgroep == "werkgroep", werkgroep.c.publiek_id == bijeenkomst.c.doelgroep_bereik)
    .scalar_subquery(),
    bijeenkomst.c.doelgroep_bereik,
)
_KOLOMMEN = [bijeenkomst.c[naam] for naam in Bijeenkomst.__dataclass_fields__ if naam != "doelgroep_naam"]
_VRAAG = select(*_KOLOMMEN, _NAAM.label("doelgroep_naam"))


def _uit(rij: RowMapping) -> Bijeenkomst:
    return Bijeenkomst(**rij)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add a meeting and return its id."""
    invoegen = insert(bijeenkomst).values(wijk=wijk, **velden).returning(bijeenkomst.c.id)
    nieuw: int = tx.execute(invoegen).scalar_one()
    return nieuw


def zet(tx: Connection, bijeenkomst_id: int, **velden: Any) -> None:
    """Set columns of a meeting."""
    tx.execute(update(bijeenkomst).where(bijeenkomst.c.id == bijeenkomst_id).values(**velden))


def wijzig(tx: Connection, bijeenkomst_id: int, **velden: Any) -> None:
    """Set columns that people see; the version goes up."""
    zet(tx, bijeenkomst_id, versie=bijeenkomst.c.versie + 1, **velden)


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Bijeenkomst | None:
    """Return the newest meeting of a wijk with this value in a column, such as `publiek_id=…` or `id=…`."""
    ((kolom, gezocht),) = waarde.items()
    vraag = _VRAAG.where(bijeenkomst.c.wijk == wijk, bijeenkomst.c[kolom] == gezocht)
    rij = tx.execute(vraag.order_by(bijeenkomst.c.begin.desc()).limit(1)).mappings().one_or_none()
    return None if rij is None else _uit(rij)


def vanaf(
    tx: Connection, wijk: int, moment: datetime, hoeveel: int, *waar: ColumnElement[bool], sla_over: int = 0
) -> list[Bijeenkomst]:
    """Return the first meetings of a wijk that begin at or after a moment and are not cancelled."""
    vraag = _VRAAG.where(
        bijeenkomst.c.wijk == wijk, bijeenkomst.c.begin >= moment, bijeenkomst.c.afgelast_op.is_(None), *waar
    ).order_by(bijeenkomst.c.begin, bijeenkomst.c.id)
    return [_uit(r) for r in tx.execute(vraag.limit(hoeveel).offset(sla_over)).mappings()]


def voor_iedereen(tx: Connection, wijk: int, moment: datetime, hoeveel: int) -> list[Bijeenkomst]:
    """Return the first meetings for the whole wijk that begin at or after a moment, the cancelled ones too."""
    vraag = _VRAAG.where(bijeenkomst.c.wijk == wijk, bijeenkomst.c.begin >= moment, bijeenkomst.c.doelgroep == "wijk")
    vraag = vraag.order_by(bijeenkomst.c.begin, bijeenkomst.c.id).limit(hoeveel)
    return [_uit(r) for r in tx.execute(vraag).mappings()]


def reeks_vanaf(tx: Connection, wijk: int, eerste: Bijeenkomst) -> list[Bijeenkomst]:
    """Return a meeting and, when it is one of a series, those that follow it and are not cancelled."""
    if eerste.reeks is None:
        return [eerste]
    vraag = _VRAAG.where(bijeenkomst.c.wijk == wijk, bijeenkomst.c.reeks == eerste.reeks)
    vraag = vraag.where(bijeenkomst.c.begin >= eerste.begin, bijeenkomst.c.afgelast_op.is_(None))
    return [_uit(r) for r in tx.execute(vraag.order_by(bijeenkomst.c.begin, bijeenkomst.c.id)).mappings()]


def voor(bereik: Sequence[Doelgroep]) -> ColumnElement[bool]:
    """Return the condition that a meeting is for one of these audiences."""
    return doelgroepen.gericht_aan(bijeenkomst, bereik)


def komt(bewoner: int) -> ColumnElement[bool]:
    """Return the condition that a resident comes, hesitates or waits."""
    eigen = select(aanmelding.c.bijeenkomst).where(aanmelding.c.bewoner == bewoner)
    return bijeenkomst.c.id.in_(eigen.where(aanmelding.c.antwoord.in_(("ja", "misschien"))))


def met_vragen() -> ColumnElement[bool]:
    """Return the condition that residents can ask questions there."""
    return bijeenkomst.c.ruimte_voor_vragen


def noteer_wijziging(tx: Connection, wijk: int, eerste: int, data: dict[str, Any], now: datetime) -> int:
    """Keep what changed and return its id."""
    invoegen = insert(bijeenkomst_wijziging).values(wijk=wijk, bijeenkomst=eerste, data=data, op=now)
    nieuw: int = tx.execute(invoegen.returning(bijeenkomst_wijziging.c.id)).scalar_one()
    return nieuw


def wijziging(tx: Connection, wijk: int, wijziging_id: int) -> Wijziging | None:
    """Return what changed."""
    tabel = bijeenkomst_wijziging
    vraag = select(tabel.c.id, tabel.c.bijeenkomst, tabel.c.data).where(tabel.c.wijk == wijk)
    rij = tx.execute(vraag.where(tabel.c.id == wijziging_id)).one_or_none()
    return None if rij is None else Wijziging(*rij)
